import { formatCallTime } from '../../../../shared/text/time.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from './guest.module.css';

export interface HostAwayProps {
  readonly hostName: string;
  /** Call time of the last answer. */
  readonly droppedAtMs: number;
  readonly waitingEdits: number;
  readonly onTryNow: () => void;
}

/** While the host does not answer: nothing typed is lost, and this page has to stay. */
export function HostAway({ hostName, droppedAtMs, waitingEdits, onTryNow }: HostAwayProps) {
  const kept =
    waitingEdits === 0
      ? `All you wrote is with ${hostName}.`
      : `Your ${waitingEdits} ${waitingEdits === 1 ? 'edit' : 'edits'}: keep this page open until they are sent.`;
  return (
    <div className={styles.away}>
      <Notice
        title={`${hostName}’s computer does not answer`}
        happened={`No answer since ${formatCallTime(droppedAtMs)}. It may be asleep, or on another network.`}
        kept={kept}
        next={`Keep writing. It connects by itself; or ask ${hostName} for a new link if the network changed.`}
        actions={[{ label: 'Try now', onDo: onTryNow }]}
      />
    </div>
  );
}
