import type { InviteLook } from '../../../shared/contract/peers.ts';
import styles from './join.module.css';

/** Who invites to what, and where it will be. */
export function ToldInvite({ look }: { readonly look: InviteLook }) {
  const { kind, hostName, workspaceName, participant, folder } = look;
  return (
    <p className={styles.told} role="status">
      {kind === 'teammate' ? (
        <>
          <b>
            {hostName} invites you to the workspace {workspaceName}.
          </b>{' '}
          {folder === null
            ? 'All of it comes to this computer and stays here.'
            : `It is on this computer already, in ${folder}. It goes on there, and nothing in it is replaced.`}
        </>
      ) : (
        <>
          <b>
            {hostName} invites you to the interview{participant === '' ? '' : ` with ${participant}`}.
          </b>{' '}
          {kind === 'viewer' ? 'You can read along and ask.' : 'You can write notes, tag, mark and ask.'} It
          opens in this window and stays on {hostName}’s computer.
        </>
      )}
    </p>
  );
}
