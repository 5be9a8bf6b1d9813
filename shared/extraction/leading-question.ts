// Questions that lead: closed ones ("Would a weekly email help?") that hold what the answer then asks for. A need that
// only came up because the team brought it up is worth less, and people should see that.
import type { Segment } from './segment.ts';
import { STOP_WORDS, stem, tokens } from './words.ts';

/** Words that two texts must share, besides common ones, for the one to hold the other's ask. */
const LEAST_SHARED_WORDS = 2;
/** And the share of the question's own words: a long question that happens to share two of them leads nowhere. */
const LEAST_SHARED_PART = 0.3;
/** A question is what the team said right before, at most this many characters of its end. */
const QUESTION_CHARACTERS = 1_000;
/** An answer goes on: later statements of the same turn answer the question too, up to this many. */
const MOST_STATEMENTS_ON = 2;
const OPEN_QUESTION =
  /\b(what|how|why|when|where|who|which|whose|tell (me|us)|talk (me|us) through|walk (me|us) through|describe|show (me|us)|go on|anything else)\b/i;
const CLOSED_QUESTION =
  /\b(would|wouldn't|could|couldn't|do|don't|does|doesn't|did|didn't|is|isn't|are|aren't|was|wasn't|were|should|shouldn't|have|haven't|has|will|won't|can|can't)\s+(you|it|that|this|they|he|she|we|there|your|the|a|an|having|some)\b|\b(right|correct|isn't it|wouldn't it|don't you|is that (so|right|fair))\s*\?|^so you\b/i;

/** The question a statement answers when it leads, verbatim; null when nothing was asked, or openly. */
export function leadingQuestion(segments: readonly Segment[], position: number): string | null {
  const statement = segments[position];
  if (!statement || statement.participant === null) return null;
  let i = position - 1;
  for (let on = 0; on < MOST_STATEMENTS_ON && segments[i]?.participant === statement.participant; on++) i--;
  const asked: string[] = [];
  for (; segments[i]?.participant === null; i--) asked.unshift(segments[i]?.text ?? '');
  const question = lastQuestion(asked.join(' ').slice(-QUESTION_CHARACTERS));
  if (OPEN_QUESTION.test(question) || !CLOSED_QUESTION.test(question)) return null;
  const own = contentStems(question);
  const answer = contentStems(statement.text);
  const shared = [...own].filter((word) => answer.has(word)).length;
  const leads = shared >= LEAST_SHARED_WORDS && shared >= LEAST_SHARED_PART * own.size;
  return leads ? question : null;
}

/** The last sentence that asks; recognisers that write no marks leave the whole turn. */
function lastQuestion(said: string): string {
  const sentences = said.split(/(?<=[.?!])\s+/);
  return sentences.findLast((sentence) => sentence.endsWith('?')) ?? sentences.at(-1) ?? '';
}

function contentStems(text: string): Set<string> {
  return new Set(
    tokens(text)
      .filter((word) => !STOP_WORDS.has(word))
      .map(stem),
  );
}
