// A turn's words cut where something begins or ends on them: statements, and what is searched for. Pure.
import type { TurnStatement } from './statements.ts';

/** Found words within one turn: UTF-16 offsets, end exclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly isCurrent: boolean;
}

export interface TextPiece {
  readonly from: number;
  readonly text: string;
  /** The statements that lie over these words, the one that began first in front. */
  readonly statements: readonly TurnStatement[];
  readonly hit: 'none' | 'found' | 'current';
}

/** The pieces joined are the text, whatever the spans; spans that reach beyond it are cut. */
export function textPieces(
  text: string,
  statements: readonly TurnStatement[],
  hits: readonly Hit[] = [],
  /** Other spans that begin and end a piece. */
  others: readonly { readonly from: number; readonly to: number }[] = [],
): readonly TextPiece[] {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of [...statements, ...hits, ...others]) {
    cuts.add(inside(from, text));
    cuts.add(inside(to, text));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length;
    const over = <S extends { from: number; to: number }>(span: S) => span.from <= from && span.to >= to;
    const found = hits.filter(over);
    return {
      from,
      text: text.slice(from, to),
      statements: statements.filter(over),
      hit: found.length === 0 ? 'none' : found.some((one) => one.isCurrent) ? 'current' : 'found',
    };
  });
}

function inside(at: number, text: string): number {
  return Math.min(Math.max(at, 0), text.length);
}
