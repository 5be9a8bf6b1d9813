// What the last computation found in this transcript, and in which turns it lies. Knows the needs, and no screen.
import type { InterviewId, NeedId, OriginalHash, StatementId } from '../../../../shared/ids.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

export type StatementKind = 'need' | 'request' | 'against';

export interface Statement {
  readonly id: StatementId;
  readonly kind: StatementKind;
  readonly needId: NeedId;
  /** The label of its need. */
  readonly label: string;
  /** UTF-16 offsets into `transcriptText`, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In the file's time. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** A statement's words within one turn: UTF-16 offsets into the turn's text, end exclusive. */
export interface TurnStatement {
  readonly statement: Statement;
  readonly from: number;
  readonly to: number;
}

/** In the order of the words. Dismissed needs mark nothing, and quotes that no longer match their words are left out. */
export function statementsIn(
  needs: readonly Need[],
  interviewId: InterviewId,
  original: OriginalHash,
): readonly Statement[] {
  const found = needs
    .filter((need) => need.status !== 'dismissed')
    .flatMap((need) =>
      [
        { kind: 'need' as const, quotes: need.quotes },
        { kind: 'request' as const, quotes: need.requests },
        { kind: 'against' as const, quotes: need.against },
      ].flatMap(({ kind, quotes }) =>
        quotes
          .filter(
            (quote) => quote.interviewId === interviewId && quote.original === original && !quote.isBroken,
          )
          .map(({ id, start, end, startMs, endMs }) => ({
            id,
            kind,
            needId: need.id,
            label: need.label,
            start,
            end,
            startMs,
            endMs,
          })),
      ),
    );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Statements by the index of the turn they lie in; one that runs over several turns is in each of them. */
export function statementsByTurn(
  turns: readonly Pick<Turn, 'text'>[],
  offsets: readonly number[],
  statements: readonly Statement[],
): ReadonlyMap<number, readonly TurnStatement[]> {
  const byTurn = new Map<number, TurnStatement[]>();
  for (const statement of statements) {
    for (let index = turnAt(offsets, statement.start); index < turns.length; index += 1) {
      const begin = offsets[index] ?? 0;
      if (begin >= statement.end) break;
      const from = Math.max(0, statement.start - begin);
      const to = Math.min(turns[index]?.text.length ?? 0, statement.end - begin);
      if (from >= to) continue;
      const there = byTurn.get(index);
      if (there === undefined) byTurn.set(index, [{ statement, from, to }]);
      else there.push({ statement, from, to });
    }
  }
  return byTurn;
}

/** The turn that holds the character at `start`, from `turnOffsets`; 0 when there is none. */
export function turnAt(offsets: readonly number[], start: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
