import { useCallback } from 'react';
import { AppError } from '../../shared/errors.ts';
import { refusalText } from '../text/error-text.ts';
import { useToasts } from '../ui/toasts.tsx';

/** Does something that may be refused; a refusal is told in words at the edge of the screen, a bug is thrown on. */
export function useAttempt(): (act: () => Promise<unknown>) => void {
  const { show } = useToasts();
  return useCallback(
    (act) => {
      const attempt = async () => {
        try {
          await act();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          show({ text: refusalText(error) });
        }
      };
      void attempt();
    },
    [show],
  );
}
