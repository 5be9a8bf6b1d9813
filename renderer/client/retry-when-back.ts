// A network that is back, and a window that is looked at again: lost lines are tried at once instead of after their wait.
// Only asks; what has not been lost is left alone.
import { AppError } from '../../shared/errors.ts';
import type { HostClient } from './host-client.ts';

type Page = Pick<Window, 'addEventListener' | 'removeEventListener' | 'document'>;

/**
 * @param hasPeers whether the host may have lines of its own to others: not the host of somebody else, where one is a guest
 * @returns ends it
 */
export function retryWhenBack(
  page: Page,
  client: Pick<HostClient, 'tryNow' | 'call'>,
  hasPeers: boolean,
): () => void {
  const retry = () => {
    client.tryNow();
    if (!hasPeers) return;
    client.call('peers.retry', {}).catch((error: unknown) => {
      // Nobody asked for this; without it, the wait ends by itself.
      if (!(error instanceof AppError)) throw error;
    });
  };
  const looked = () => {
    if (page.document.visibilityState === 'visible') retry();
  };
  page.addEventListener('online', retry);
  page.document.addEventListener('visibilitychange', looked);
  return () => {
    page.removeEventListener('online', retry);
    page.document.removeEventListener('visibilitychange', looked);
  };
}
