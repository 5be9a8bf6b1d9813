import { useEffect } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { useHost } from '../../state/host-context.tsx';
import { overlayStore } from '../../state/overlay-store.ts';

/** Shows the dialog for an invite that was opened on this computer, also for one from before this window was there. */
export function OpenedInvite() {
  const { client } = useHost();
  useEffect(() => {
    const take = async () => {
      try {
        const { link } = await client.call('sharing.takeInvite', {});
        if (link !== null) overlayStore.getState().open({ kind: 'join', link });
      } catch (error) {
        // No link was taken then: it waits at the host, and the next window or event asks for it again.
        if (!(error instanceof AppError)) throw error;
      }
    };
    void take();
    return client.on('invite.opened', () => void take());
  }, [client]);
  return null;
}
