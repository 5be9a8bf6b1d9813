// Why there is no way in, and whom to ask. In a browser the page is what one comes back to; in Earshot the link is.
import type { AppErrorData } from '../../../../shared/errors.ts';
import { useHost } from '../../../state/host-context.tsx';
import { Notice, type NoticeAction } from '../../../ui/notice.tsx';
import { type ClosedWords, closedWords } from './closed-words.ts';
import styles from './join.module.css';

export interface InviteClosedProps {
  /** Why the host lets nobody in; null while it does not answer. */
  readonly error: AppErrorData | null;
  /** Null when it was never told. */
  readonly hostName: string | null;
  /** Back to one's own; null in a browser. */
  readonly onLeave: (() => void) | null;
}

export function InviteClosed({ error, hostName, onLeave }: InviteClosedProps) {
  const { client } = useHost();
  const words = closedWords(error, hostName, onLeave !== null);
  const again = againOf(words, () => client.tryNow());
  const back = onLeave === null ? null : { label: 'Back to my Earshot', onDo: onLeave };
  return (
    <main className={styles.closed}>
      <h1 className="visually-hidden">Earshot</h1>
      <Notice
        title={words.title}
        announce={error === null ? 'status' : 'alert'}
        happened={words.happened}
        kept={words.kept}
        next={words.next}
        actions={again && back ? [again, back] : again ? [again] : back ? [back] : []}
      />
    </main>
  );
}

function againOf({ again }: ClosedWords, tryNow: () => void): NoticeAction | null {
  if (again === 'never') return null;
  if (again === 'now') return { label: 'Try now', onDo: tryNow };
  const label = again === 'reload' ? 'Reload this page' : 'Try again';
  return { label, onDo: () => window.location.reload() };
}
