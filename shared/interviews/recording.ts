// How a recording hangs on an interview: what it is, never where it lies. The file stays where its owner keeps it, so the
// path is a fact of one computer and no part of what the team shares.
import type * as Y from 'yjs';
import { z } from 'zod';
import { OriginalHash, PersonId } from '../ids.ts';

export const RECORDING_TYPES = [
  'audio/wav',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/flac',
  'audio/aiff',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'video/x-matroska',
] as const;
export type RecordingType = (typeof RECORDING_TYPES)[number];

export const Recording = z.object({
  hash: OriginalHash,
  /** In bytes. */
  size: z.number().int().positive(),
  mediaType: z.enum(RECORDING_TYPES),
  fileName: z.string().max(300),
  /** Added to the transcript file's own times to get the place in the recording. */
  offsetMs: z.number().min(-86_400_000).max(86_400_000),
  attachedAt: z.string().max(40),
  attachedBy: PersonId,
});
export type Recording = z.infer<typeof Recording>;

const MAP = 'recordings';

/** The recording that was attached last, or null. What does not fit is left alone. */
export function readRecording(document: Y.Doc): Recording | null {
  return (
    [...document.getMap(MAP).values()]
      .flatMap((value) => Recording.safeParse(value).data ?? [])
      .sort((a, b) => (a.attachedAt < b.attachedAt ? -1 : 1))
      .at(-1) ?? null
  );
}

/** Keeps the fields that only a newer Earshot knows. */
export function putRecording(document: Y.Doc, recording: Recording): void {
  const recordings = document.getMap(MAP);
  const before: unknown = recordings.get(recording.hash);
  recordings.set(recording.hash, { ...(typeof before === 'object' && before), ...recording });
}

export function removeRecordings(document: Y.Doc): void {
  const recordings = document.getMap(MAP);
  for (const hash of [...recordings.keys()]) recordings.delete(hash);
}
