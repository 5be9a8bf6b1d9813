// The guide: plain text in which a line that starts with `?` or `/` is a question. Ticks hold on to their line by
// a relative position, so they stay with the question while the text around it is edited by anyone.
import * as Y from 'yjs';
import { z } from 'zod';
import { PersonId } from '../ids.ts';

export interface GuideLine {
  readonly kind: 'question' | 'remark';
  /** Without the sign. */
  readonly text: string;
  /** Counts questions from 1; null for a remark. */
  readonly number: number | null;
  /** Where the line begins in the guide's text. */
  readonly from: number;
}

export const GuideTick = z.object({
  /** JSON of a Yjs relative position at the start of the line. */
  anchor: z.unknown(),
  question: z.string().max(2_000),
  atMs: z.number().nullable(),
  by: PersonId,
});
export type GuideTick = z.infer<typeof GuideTick>;

export interface TickedLine extends GuideLine {
  readonly tick: (GuideTick & { readonly id: string }) | null;
}

/** Lines that hold words, in order. Empty lines are left out. */
export function readGuideText(text: string): GuideLine[] {
  const lines: GuideLine[] = [];
  let from = 0;
  let number = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line !== '') {
      const isQuestion = /^[?/]/.test(line);
      const words = isQuestion ? line.replace(/^[?/]+\s*/, '') : line;
      if (isQuestion && words !== '') {
        number += 1;
        lines.push({ kind: 'question', text: words, number, from });
      } else if (words !== '') lines.push({ kind: 'remark', text: words, number: null, from });
    }
    from += raw.length + 1;
  }
  return lines;
}

/**
 * A pasted list becomes questions: lines with a bullet or a number, and lines that end in a question mark.
 * Returns the new text and how many questions were recognised; lines that already carry a sign stay as they are.
 */
export function recogniseQuestions(pasted: string): { text: string; questions: number } {
  let questions = 0;
  const text = pasted
    .split(/\r\n|\r|\n/)
    .map((raw) => {
      const line = raw.trim();
      if (line === '' || /^[?/]/.test(line)) {
        if (line !== '') questions += 1;
        return line;
      }
      const bare = line.replace(/^(?:[-*•–—]|\(?\d{1,3}[.):])\s+/, '');
      if (bare === line && !line.endsWith('?')) return line;
      questions += 1;
      return `? ${bare}`;
    })
    .join('\n');
  return { text, questions };
}

/** The guide's lines with their ticks. A tick whose anchor is gone is matched by the question's words, else left out. */
export function readTickedGuide(document: Y.Doc): TickedLine[] {
  const lines = readGuideText(document.getText('guide').toString());
  const ticks = new Map<number, GuideTick & { id: string }>();
  for (const [id, value] of document.getMap('guideTicks')) {
    const parsed = GuideTick.safeParse(value);
    if (!parsed.success) continue;
    const index = lineOfTick(document, lines, parsed.data);
    if (index !== null) ticks.set(index, { ...parsed.data, id });
  }
  return lines.map((line, index) => ({ ...line, tick: ticks.get(index) ?? null }));
}

/** Puts a question at the end, unless the guide asks the same already. Tells its number among the questions. */
export function addGuideQuestion(document: Y.Doc, words: string): { number: number; isAdded: boolean } {
  const guide = document.getText('guide');
  const isIt = (line: GuideLine) => line.kind === 'question' && line.text === words;
  const before = readGuideText(guide.toString()).find(isIt)?.number ?? null;
  if (before !== null) return { number: before, isAdded: false };
  const text = guide.toString();
  guide.insert(guide.length, `${text === '' || text.endsWith('\n') ? '' : '\n'}? ${words}\n`);
  return { number: readGuideText(guide.toString()).findLast(isIt)?.number ?? 1, isAdded: true };
}

/** Takes out the last question with exactly these words. False when nobody has it so any more, or it was ticked. */
export function removeGuideQuestion(document: Y.Doc, words: string): boolean {
  const line = readTickedGuide(document).findLast(
    (one) => one.kind === 'question' && one.text === words && one.tick === null,
  );
  if (line === undefined) return false;
  const guide = document.getText('guide');
  const end = guide.toString().indexOf('\n', line.from);
  guide.delete(line.from, (end === -1 ? guide.length : end + 1) - line.from);
  return true;
}

export function tickQuestion(
  document: Y.Doc,
  line: GuideLine,
  tick: { id: string; atMs: number | null; by: PersonId },
): void {
  const anchor = Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(document.getText('guide'), line.from, 0),
  ) as unknown; // Yjs types this as any
  document
    .getMap('guideTicks')
    .set(tick.id, { anchor, question: line.text, atMs: tick.atMs, by: tick.by } satisfies GuideTick);
}

export function untickQuestion(document: Y.Doc, tickId: string): void {
  document.getMap('guideTicks').delete(tickId);
}

function lineOfTick(document: Y.Doc, lines: readonly GuideLine[], tick: GuideTick): number | null {
  const at = anchorIndex(document, tick.anchor);
  const byPlace = at === null ? -1 : lines.findLastIndex((line) => line.from <= at);
  if (byPlace >= 0 && lines[byPlace]?.text === tick.question) return byPlace;
  const byWords = lines.findIndex((line) => line.kind === 'question' && line.text === tick.question);
  if (byWords >= 0) return byWords;
  return byPlace >= 0 && lines[byPlace]?.kind === 'question' ? byPlace : null;
}

/** Where the tick's line begins now; null when its first character is gone, so that the next line does not inherit it. */
function anchorIndex(document: Y.Doc, anchor: unknown): number | null {
  try {
    const relative = Y.createRelativePositionFromJSON(anchor);
    const position = Y.createAbsolutePositionFromRelativePosition(relative, document);
    if (position === null) return null;
    const found = Y.createRelativePositionFromTypeIndex(document.getText('guide'), position.index, 0);
    return Y.compareRelativePositions(relative, found) ? position.index : null;
  } catch {
    return null; // an anchor that another program wrote: the words of the question decide
  }
}
