// The contract's part about letting others in: what the person at this computer decides.
import type { Handlers } from '../router.ts';
import type { SharingService } from './sharing-service.ts';

type Covered = Extract<keyof Handlers, `sharing.${string}`>;

export function sharingHandlers(
  sharing: () => SharingService,
  /** The invite that was opened last, once. */
  takeInvite: () => string | null,
): Pick<Handlers, Covered> {
  return {
    'sharing.state': async () => sharing().state(),
    async 'sharing.start'() {
      await sharing().start();
      return sharing().state();
    },
    async 'sharing.stop'() {
      await sharing().stop();
      return sharing().state();
    },
    'sharing.invite': (wanted) => sharing().invite(wanted),
    'sharing.takeInvite': async () => ({ link: takeInvite() }),
    async 'sharing.revoke'(wanted) {
      await sharing().revoke(wanted);
      return sharing().state();
    },
    async 'sharing.setBrowsers'({ areAllowed }) {
      await sharing().setBrowsers(areAllowed);
      return sharing().state();
    },
  };
}
