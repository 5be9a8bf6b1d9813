// Recognises another export of a call that is here already, by its words. What it knows of each original is small and kept
// while the host runs.
import type { InterviewId } from '../../../shared/ids.ts';
import type { TranscriptLook } from '../../../shared/transcripts/look-at-transcript.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import { sharedWords, type WordSketch, wordSketch } from '../../../shared/transcripts/word-sketch.ts';
import type { HostContext } from '../host-context.ts';
import { leftOut } from '../needs/heard-interviews.ts';
import { readTurns } from './transcript-store.ts';

export type FindNewer = (look: TranscriptLook) => Promise<InterviewId | null>;

/** Another talk shares hardly any word triples; another export of the same one most of them. */
const LEAST_SHARED = 0.4;

export function createNewerExports(context: HostContext): FindNewer {
  const sketches = new Map<string, WordSketch>();
  return async ({ sketch: own, words }) => {
    const workspace = context.current();
    if (workspace === null) return null;
    let best: { readonly id: InterviewId; readonly share: number } | null = null;
    for (const { id } of workspace.facts().interviews) {
      const facts = await leftOut(context, id, () => context.interviews().get(id));
      const ref = facts?.transcripts.at(-1);
      // A talk of another length is another talk.
      if (ref === undefined || ref.words > words * 2 || words > ref.words * 2) continue;
      let sketch = sketches.get(ref.original);
      if (sketch === undefined) {
        const read = await leftOut(context, id, () => readTurns(workspace, ref));
        sketch = read === null ? [] : wordSketch(transcriptText(read.turns));
        sketches.set(ref.original, sketch);
      }
      const share = sharedWords(own, sketch);
      if (share >= LEAST_SHARED && share > (best?.share ?? 0)) best = { id, share };
    }
    return best?.id ?? null;
  };
}
