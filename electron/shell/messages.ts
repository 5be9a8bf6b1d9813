// What main and the host's process say to each other. Main carries frames without reading them; what they mean is
// known to the page and the host alone.

import type { RecordingFile } from '../host/recordings/recording-tickets.ts';

export interface HostStart {
  readonly userFolder: string;
  readonly defaultFolder: string;
  readonly sampleFolder: string;
  readonly modelFolder: string;
  readonly appVersion: string;
  /** The built page, for browsers that are let in. */
  readonly rendererFolder: string;
}

export type ToHost =
  | { readonly kind: 'start'; readonly options: HostStart }
  | { readonly kind: 'open'; readonly window: number }
  | { readonly kind: 'frame'; readonly window: number; readonly frame: Uint8Array }
  | { readonly kind: 'close'; readonly window: number }
  | { readonly kind: 'folder-chosen'; readonly id: number; readonly folder: string | null }
  | { readonly kind: 'engine-message'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'engine-exit'; readonly id: number; readonly code: number }
  /** Which file a page may play by this ticket. */
  | { readonly kind: 'recording'; readonly id: number; readonly ticket: string }
  /** Somebody opened an invite on this computer. */
  | { readonly kind: 'invite'; readonly link: string }
  | { readonly kind: 'stop' };

export type FromHost =
  | { readonly kind: 'frame'; readonly window: number; readonly frame: Uint8Array }
  | { readonly kind: 'close'; readonly window: number }
  | { readonly kind: 'choose-folder'; readonly id: number }
  /** As above, for an audio or video file; answered the same way. */
  | { readonly kind: 'choose-recording'; readonly id: number }
  | { readonly kind: 'recording-file'; readonly id: number; readonly file: RecordingFile | null }
  | { readonly kind: 'engine-start'; readonly id: number; readonly args: readonly string[] }
  | { readonly kind: 'engine-message'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'engine-stop'; readonly id: number };

/** Between a window and main. */
export const CHANNELS = {
  /** A page begins a connection; an older one of the same window ends. */
  open: 'earshot:open',
  close: 'earshot:close',
  /** Bytes, both ways. An empty frame to the page says: this connection has ended. */
  frame: 'earshot:frame',
} as const;
