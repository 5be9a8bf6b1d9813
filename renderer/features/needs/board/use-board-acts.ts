// Tells the host what was put down where, says so with an Undo, and lets go of the move once the host has answered.
import { AppError } from '../../../../shared/errors.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { useHost } from '../../../state/host-context.tsx';
import { refusalText } from '../../../text/error-text.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { BoardMove } from './board-moves.ts';

export interface BoardActs {
  /**
   * `below`: what stands above its place, the nearest first. `peopleThere`: after the move. Resolves with the decision, or
   * null when it could not be kept.
   */
  readonly move: (
    move: BoardMove,
    below: readonly string[],
    to: Need | null,
    peopleThere: number,
  ) => Promise<string | null>;
  readonly undo: (decisionId: string) => Promise<void>;
}

export function useBoardActs(): BoardActs {
  const { client } = useHost();
  const toasts = useToasts();
  const announce = useAnnounce();

  async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      toasts.show({ text: refusalText(error) });
      return null;
    }
  }

  async function undo(decisionId: string): Promise<void> {
    const done = await attempt(() => client.call('needs.undo', { decisionId }));
    if (done !== null) toasts.show({ text: 'Undone. The quote is where it was.' });
  }

  return {
    undo,
    async move({ quoteId, from, to }, below, need, peopleThere) {
      const quoteIds = [quoteId];
      const done = await attempt(() =>
        to === null
          ? client.call('needs.removeQuote', { id: from, quoteIds })
          : to === from
            ? client.call('needs.orderQuote', { id: from, quoteId, below: [...below] })
            : client.call('needs.moveQuote', { id: from, toId: to, quoteIds, below: [...below] }),
      );
      if (done === null) return null;
      const people = `${peopleThere} ${peopleThere === 1 ? 'person' : 'people'}`;
      const text =
        need === null
          ? 'Taken out of this need. It stays in the transcript.'
          : to === from
            ? 'Put in its place. It stays there in later computations.'
            : `Moved to “${need.label}”. ${people} there.`;
      announce(text);
      toasts.show({ text, undo: () => void undo(done.decisionId) });
      return done.decisionId;
    },
  };
}
