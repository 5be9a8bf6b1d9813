// From words that are selected on the screen to their span in the transcript, whatever lies over them: marks of statements,
// found words, corrections. The rows say with `data-turn`, `data-from` and `data-to` which characters they show.
import type { TextSpan } from '../../../../shared/transcripts/find-quote.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

/** The selected words as UTF-16 offsets into `transcriptText`, without spaces at their ends; null when none are. */
export function selectionSpan(
  selection: Selection | null,
  turns: readonly Pick<Turn, 'text'>[],
  offsets: readonly number[],
): TextSpan | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset, 'start');
  if (start === null) return null;
  const turn = turns[start.turn];
  if (turn === undefined) return null;
  const from = (offsets[start.turn] ?? 0) + start.at;
  const end = placeOf(range.endContainer, range.endOffset, 'end');
  // A selection that runs on into the margin ends with its turn; one over several turns is cut at the first.
  const to =
    end !== null && end.turn === start.turn
      ? (offsets[end.turn] ?? 0) + end.at
      : (offsets[start.turn] ?? 0) + turn.text.length;
  return trimmed(
    turn.text,
    { from: from - (offsets[start.turn] ?? 0), to: to - (offsets[start.turn] ?? 0) },
    from,
  );
}

/** The place in the transcript at which a point of the page lies; null where no words are. */
export function placeOf(
  node: Node,
  offset: number,
  side: 'start' | 'end',
): { readonly turn: number; readonly at: number } | null {
  const near = node instanceof Element ? node : node.parentElement;
  const piece = near?.closest<HTMLElement>('[data-from]') ?? null;
  const turn = Number(near?.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? Number.NaN);
  if (piece === null || Number.isNaN(turn)) return null;
  const from = Number(piece.dataset.from);
  // Corrected words have no place of their own within: all of them or none.
  if (piece.dataset.to !== undefined) return { turn, at: side === 'start' ? from : Number(piece.dataset.to) };
  const before = document.createRange();
  before.selectNodeContents(piece);
  before.setEnd(node, offset);
  return { turn, at: from + before.toString().length };
}

function trimmed(text: string, { from, to }: TextSpan, absolute: number): TextSpan | null {
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length === 0 ? null : { from: absolute + lead, to: absolute + lead + length };
}
