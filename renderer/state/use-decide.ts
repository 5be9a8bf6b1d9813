// Takes a decision to the host and answers with a sentence that can be undone for ten seconds; later, from the need itself.
import { AppError } from '../../shared/errors.ts';
import { refusalText } from '../text/error-text.ts';
import { useToasts } from '../ui/toasts.tsx';
import { useHost } from './host-context.tsx';

/** Answers whether it was done; what went wrong has been said then. */
export type Decide = (act: () => Promise<{ decisionId: string } | null>, said: string) => Promise<boolean>;

export function useDecide(): Decide {
  const { client } = useHost();
  const toasts = useToasts();

  async function decide(act: () => Promise<{ decisionId: string } | null>, said: string): Promise<boolean> {
    try {
      const done = await act();
      toasts.show({
        text: said,
        undo:
          done === null
            ? undefined
            : () => void decide(() => client.call('needs.undo', { decisionId: done.decisionId }), 'Undone.'),
      });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      toasts.show({ text: refusalText(error) });
      return false;
    }
  }

  return decide;
}
