// Moving quotes between needs by hand. Pointer and keys go through the one reducer, so that a move is one step however it
// was made, and undoing it is one step, too. It decides nothing: what was put down is told, and the host keeps it.
import type { NeedId, StatementId } from '../../../../shared/ids.ts';
import { inGivenOrder } from '../../../../shared/needs/hand-order.ts';
import type { Need, Quote } from '../../../../shared/needs/need.ts';
import { assertNever } from '../../../../shared/result.ts';

/** Null is the column for what fits no need. */
export type ColumnId = NeedId | null;

export interface BoardMove {
  readonly quoteId: StatementId;
  readonly from: NeedId;
  readonly to: ColumnId;
  /** Its place there: so many cards stand above it, itself not counted. */
  readonly index: number;
}

export interface BoardState {
  /** What is in the hand, over which column it is, and where it was. */
  readonly carried: (BoardMove & { readonly fromIndex: number }) | null;
  /** Put down, and not in the host's answer yet. */
  readonly moved: readonly BoardMove[];
}

export type BoardAction =
  | { readonly kind: 'pick-up'; readonly quoteId: StatementId; readonly from: NeedId; readonly index: number }
  | { readonly kind: 'over'; readonly to: ColumnId; readonly index: number }
  /** To the next column, on top; in its own, where it was. */
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly columns: readonly ColumnId[] }
  /** Up or down in the column it is over; `others`: the cards there without the one in the hand. */
  | { readonly kind: 'place'; readonly by: 1 | -1; readonly others: number }
  | { readonly kind: 'put-down' }
  | { readonly kind: 'put-back' }
  /** The host's answer holds everything that was put down, or refused it. */
  | { readonly kind: 'settled' };

export const EMPTY_BOARD: BoardState = { carried: null, moved: [] };

export function moveOnBoard(state: BoardState, action: BoardAction): BoardState {
  const { carried, moved } = state;
  switch (action.kind) {
    case 'pick-up':
      return {
        ...state,
        carried: {
          quoteId: action.quoteId,
          from: action.from,
          to: action.from,
          index: action.index,
          fromIndex: action.index,
        },
      };
    case 'over':
      return carried === null
        ? state
        : { ...state, carried: { ...carried, to: action.to, index: action.index } };
    case 'place': {
      if (carried === null || carried.to === null) return state;
      const index = Math.min(Math.max(carried.index + action.by, 0), action.others);
      return { ...state, carried: { ...carried, index } };
    }
    case 'step': {
      if (carried === null) return state;
      const at = action.columns.indexOf(carried.to) + action.by;
      const to = action.columns[Math.min(Math.max(at, 0), action.columns.length - 1)];
      if (to === undefined) return state;
      const index = to === carried.from ? carried.fromIndex : 0;
      return { ...state, carried: { ...carried, to, index } };
    }
    case 'put-down':
      if (carried === null) return state;
      return { carried: null, moved: isMoved(carried) ? [...moved, carried] : moved };
    case 'put-back':
      return { ...state, carried: null };
    case 'settled':
      return moved.length === 0 ? state : { ...state, moved: [] };
    default:
      return assertNever(action);
  }
}

/** Whether what is in the hand is over another place than its own. */
export function isMoved({ from, to, index, fromIndex }: NonNullable<BoardState['carried']>): boolean {
  return to !== from || index !== fromIndex;
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
  const cards = new Map<NeedId, readonly BoardCard[]>(needs.map((need) => [need.id, cardsOf(need)]));
  for (const { quoteId, from, to, index } of moved) {
    const own = cards.get(from) ?? [];
    const card = own.find(({ quote }) => quote.id === quoteId);
    if (card === undefined) continue;
    cards.set(
      from,
      own.filter((one) => one !== card),
    );
    if (to !== null) cards.set(to, (cards.get(to) ?? []).toSpliced(index, 0, card));
  }
  return needs.map((need) => {
    const own = cards.get(need.id) ?? [];
    const forIt = own.filter((card) => card.verdict === 'for').map(({ quote }) => quote.participantId);
    return { need, cards: own, people: new Set(forIt).size };
  });
}

/** Quotes, then requests, then voices against, unless people gave an order. */
function cardsOf(need: Need): readonly BoardCard[] {
  const cards = (['for', 'request', 'against'] as const).flatMap((verdict) =>
    need[EVIDENCE[verdict]].map((quote): BoardCard => ({ quote, verdict })),
  );
  return inGivenOrder(cards, ({ quote }) => quote.id, need.handOrder);
}

const EVIDENCE = { for: 'quotes', request: 'requests', against: 'against' } as const;
