// From words to their place in the recording. Pure; it plays nothing.
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

/**
 * When the words at character `at` of a turn were said, in ms of the transcript file: the start of their caption, or of
 * the turn where captions have no times of their own; null when there are no times at all.
 */
export function saidAtMs(turn: Pick<Turn, 'startMs' | 'cues'>, at: number): number | null {
  let end = 0;
  let startMs = turn.startMs;
  for (const cue of turn.cues) {
    // Captions are joined by one space.
    if (end > at) break;
    startMs = cue.startMs ?? startMs;
    end += cue.text.length + 1;
  }
  return startMs;
}
