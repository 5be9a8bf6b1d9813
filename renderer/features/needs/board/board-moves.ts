// Moving quotes between needs by hand. Pointer and keys go through the one reducer, so that a move is one step however it
// was made, and undoing it is one step, too. It decides nothing: what was put down is told, and the host keeps it.
import type { NeedId, StatementId } from '../../../../shared/ids.ts';
import type { Need, Quote } from '../../../../shared/needs/need.ts';
import { assertNever } from '../../../../shared/result.ts';

/** Null is the column for what fits no need. */
export type ColumnId = NeedId | null;

export interface BoardMove {
  readonly quoteId: StatementId;
  readonly from: NeedId;
  readonly to: ColumnId;
}

export interface BoardState {
  /** What is in the hand, and over which column it is. */
  readonly carried: BoardMove | null;
  /** Put down, and not in the host's answer yet. */
  readonly moved: readonly BoardMove[];
}

export type BoardAction =
  | { readonly kind: 'pick-up'; readonly quoteId: StatementId; readonly from: NeedId }
  | { readonly kind: 'over'; readonly to: ColumnId }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly columns: readonly ColumnId[] }
  | { readonly kind: 'put-down' }
  | { readonly kind: 'put-back' }
  /** The host's answer holds everything that was put down, or refused it. */
  | { readonly kind: 'settled' };

export const EMPTY_BOARD: BoardState = { carried: null, moved: [] };

export function moveOnBoard(state: BoardState, action: BoardAction): BoardState {
  const { carried, moved } = state;
  switch (action.kind) {
    case 'pick-up':
      return { ...state, carried: { quoteId: action.quoteId, from: action.from, to: action.from } };
    case 'over':
      return carried === null ? state : { ...state, carried: { ...carried, to: action.to } };
    case 'step': {
      if (carried === null) return state;
      const at = action.columns.indexOf(carried.to) + action.by;
      const to = action.columns[Math.min(Math.max(at, 0), action.columns.length - 1)];
      return to === undefined ? state : { ...state, carried: { ...carried, to } };
    }
    case 'put-down':
      if (carried === null) return state;
      return { carried: null, moved: carried.to === carried.from ? moved : [...moved, carried] };
    case 'put-back':
      return { ...state, carried: null };
    case 'settled':
      return moved.length === 0 ? state : { ...state, moved: [] };
    default:
      return assertNever(action);
  }
}

export interface BoardCard {
  readonly quote: Quote;
  readonly verdict: 'for' | 'request' | 'against';
}

export interface BoardColumn {
  readonly need: Need;
  readonly cards: readonly BoardCard[];
  readonly people: number;
}

/** The columns as they stand after the moves that the host has not answered yet. */
export function boardColumns(needs: readonly Need[], moved: readonly BoardMove[]): BoardColumn[] {
  const cards = new Map<NeedId, BoardCard[]>(
    needs.map((need) => [
      need.id,
      [
        ...need.quotes.map((quote): BoardCard => ({ quote, verdict: 'for' })),
        ...need.requests.map((quote): BoardCard => ({ quote, verdict: 'request' })),
        ...need.against.map((quote): BoardCard => ({ quote, verdict: 'against' })),
      ],
    ]),
  );
  for (const { quoteId, from, to } of moved) {
    const own = cards.get(from) ?? [];
    const card = own.find(({ quote }) => quote.id === quoteId);
    if (card === undefined) continue;
    cards.set(
      from,
      own.filter((one) => one !== card),
    );
    if (to !== null) cards.set(to, [card, ...(cards.get(to) ?? [])]);
  }
  return needs.map((need) => {
    const own = cards.get(need.id) ?? [];
    const forIt = own.filter((card) => card.verdict === 'for').map(({ quote }) => quote.participantId);
    return { need, cards: own, people: new Set(forIt).size };
  });
}
