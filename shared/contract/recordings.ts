// The contract's part about recordings: a file of this computer that is played beside the words. Paths are this
// computer's own, so all of it is for its owner.
import { z } from 'zod';
import { InterviewId, OriginalHash } from '../ids.ts';
import { type Access, nothing } from './parts.ts';

interface KnownRecording {
  readonly hash: OriginalHash;
  readonly fileName: string;
  /** Added to the transcript file's own times to get the place in the recording. */
  readonly offsetMs: number;
}

export type RecordingState =
  | { readonly kind: 'none' }
  /** `url` is a path on the page's own origin that plays it for some hours; ask again for a new one. */
  | (KnownRecording & { readonly kind: 'here'; readonly url: string })
  /** No file with these bytes is where it was, or it was attached on another computer. */
  | (KnownRecording & { readonly kind: 'moved' });

/** Where the page finds recordings; a ticket follows. */
export const RECORDINGS_PATH = '/recordings/';

const path = z.string().min(1).max(4_096);
const interview = z.object({ interviewId: InterviewId });

export const recordingParams = {
  /** With `hash`, only a file of exactly these bytes is taken: the recording that has moved. */
  'recordings.attach': interview.extend({ path, hash: OriginalHash.nullable() }),
  'recordings.detach': interview,
  'recordings.state': interview,
  'recordings.setOffset': interview.extend({ offsetMs: z.number().min(-86_400_000).max(86_400_000) }),
  /** The system's own dialog, where there is one. */
  'recordings.choose': nothing,
} as const;

export interface RecordingResults {
  /** AppError `unreadable-file` with `details.reason`: not-there, not-a-recording, another-recording. */
  'recordings.attach': null;
  'recordings.detach': null;
  'recordings.state': RecordingState;
  'recordings.setOffset': null;
  'recordings.choose': { readonly path: string | null };
}

export const recordingAccess: Readonly<Record<keyof typeof recordingParams, Access>> = {
  'recordings.attach': 'owner',
  'recordings.detach': 'owner',
  'recordings.state': 'owner',
  'recordings.setOffset': 'owner',
  'recordings.choose': 'owner',
};

export interface RecordingEvents {
  'recording.changed': { readonly interviewId: InterviewId };
}
