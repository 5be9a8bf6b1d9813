import type { TranscriptReading } from '../../../../shared/contract/transcripts.ts';
import { turnOffsets } from '../../../../shared/transcripts/transcript.ts';
import type { Focus } from '../../../state/navigation.ts';
import { placeNotes } from '../reading/place-notes.ts';

/** The turn that was spoken at a call time, as a place in the transcript; undefined where the file has no times. */
export function focusAt({ original, turns, offsetMs }: TranscriptReading, atMs: number): Focus | undefined {
  const [turn] = placeNotes(turns, [{ atMs }], offsetMs).keys();
  const start = turn === undefined ? undefined : turnOffsets(turns)[turn];
  return start === undefined ? undefined : { original, start };
}
