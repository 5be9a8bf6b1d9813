import type { ReactNode } from 'react';
import type { AppErrorData } from '../../../../shared/errors.ts';
import { useHost } from '../../../state/host-context.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './join.module.css';

export interface InviteClosedProps {
  /** Why the host lets nobody in; null while it does not answer. */
  readonly error: AppErrorData | null;
  /** Null when it was never told. */
  readonly hostName: string | null;
}

/** Why there is no way in, and whom to ask. */
export function InviteClosed({ error, hostName }: InviteClosedProps) {
  const { client } = useHost();
  const reload = { label: 'Reload this page', onDo: () => window.location.reload() };
  const host = hostName ?? 'whoever sent you the link';
  const hosts = hostName === null ? 'The other' : `${hostName}’s`;
  if (error === null)
    return (
      <Page>
        <Notice
          title={`${hosts} computer does not answer`}
          happened="No answer so far. It may be asleep, or on another network."
          kept="Your invite, in this page."
          next={`Wait here: it connects by itself. Or ask ${host} for a new link if the network changed.`}
          actions={[{ label: 'Try now', onDo: () => client.tryNow() }]}
        />
      </Page>
    );
  if (error.code === 'protocol-mismatch')
    return (
      <Page>
        <Notice
          title={`${hosts} Earshot is newer. Reload this page.`}
          announce="alert"
          happened="Earshot was updated there after this page was loaded."
          kept="Everything that was shown as saved."
          next="Reload this page."
          actions={[reload]}
        />
      </Page>
    );
  switch (error.details.reason) {
    case 'full':
      return (
        <Page>
          <Notice
            title="The room is full"
            announce="alert"
            happened="50 are here."
            kept="Your invite stays good."
            next={`Ask ${host} to let someone go, then reload this page.`}
            actions={[reload]}
          />
        </Page>
      );
    case 'another-workspace':
      return (
        <Page>
          <Notice
            title={`${hosts} Earshot has another workspace open`}
            announce="alert"
            happened="The interview you are invited to is not open there now."
            kept="Your invite stays good."
            next={`Ask ${host} to open it, then reload this page.`}
            actions={[reload]}
          />
        </Page>
      );
    default:
      return (
        <Page>
          <Notice
            title="This invite has ended"
            announce="alert"
            happened="The link no longer lets anyone in."
            kept={`What was written before is with ${hostName ?? 'the host'}.`}
            next={`This invite has ended. Ask ${host} for a new one.`}
          />
        </Page>
      );
  }
}

function Page({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.closed}>
      <h1 className="visually-hidden">Earshot</h1>
      {children}
    </main>
  );
}
