// What lies over the screen: at most one of these at a time. Features open each other's overlays through here, since
// one feature never imports another.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { InterviewId } from '../../shared/ids.ts';

export type Overlay =
  | { readonly kind: 'none' }
  /** Files that were dropped or chosen; null asks for some. For one interview, or for new ones. */
  | { readonly kind: 'import'; readonly files: readonly File[]; readonly interviewId: InterviewId | null }
  | { readonly kind: 'palette'; readonly query: string }
  | { readonly kind: 'keyboard' }
  | { readonly kind: 'new-workspace' }
  | { readonly kind: 'open-folder' }
  /** From one interview, or with null for the whole workspace. */
  | { readonly kind: 'share'; readonly interviewId: InterviewId | null }
  /** With a link that was opened, or an empty one. */
  | { readonly kind: 'join'; readonly link: string }
  | { readonly kind: 'speakers'; readonly interviewId: InterviewId };

export interface OverlayState {
  readonly overlay: Overlay;
  readonly open: (overlay: Overlay) => void;
  readonly close: () => void;
}

export const overlayStore = createStore<OverlayState>()((set) => ({
  overlay: { kind: 'none' },
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: { kind: 'none' } }),
}));

export function useOverlay(): OverlayState {
  return useStore(overlayStore);
}
