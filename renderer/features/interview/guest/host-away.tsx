import { formatCallTime } from '../../../../shared/text/time.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from './guest.module.css';

export interface HostAwayProps {
  readonly hostName: string;
  /** Call time of the last answer. */
  readonly droppedAtMs: number;
  readonly waitingEdits: number;
  readonly isInEarshot: boolean;
  readonly onTryNow: () => void;
}

/** While the host does not answer: nothing typed is lost, and a browser's page has to stay. */
export function HostAway(props: HostAwayProps) {
  const { hostName, droppedAtMs, waitingEdits, isInEarshot, onTryNow } = props;
  const edits = `Your ${waitingEdits} ${waitingEdits === 1 ? 'edit' : 'edits'}`;
  const [are, they] = waitingEdits === 1 ? ['is', 'it is'] : ['are', 'they are'];
  const kept =
    waitingEdits === 0
      ? `All you wrote is with ${hostName}.`
      : isInEarshot
        ? `${edits}, in this Earshot, safe to close. The same link sends ${waitingEdits === 1 ? 'it' : 'them'} later.`
        : `${edits} ${are} in this page: keep it open until ${they} sent.`;
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
