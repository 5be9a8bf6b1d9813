import { CloudOff } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { droppedWords, type KeptIn, keptWords } from './connection-state.ts';
import styles from './live.module.css';

export interface ConnectionBannerProps {
  readonly droppedAtMs: number;
  /** Names of those who were here. */
  readonly others: readonly string[];
  readonly waitingEdits: number;
  readonly keptIn: KeptIn;
  readonly onTryNow: () => void;
}

/** After three seconds without the host: what is kept, and that nothing has to be done. */
export function ConnectionBanner({
  droppedAtMs,
  others,
  waitingEdits,
  keptIn,
  onTryNow,
}: ConnectionBannerProps) {
  return (
    <div className={styles.banner}>
      <Callout
        tone="warn"
        icon={CloudOff}
        announce="status"
        actions={
          <Button size="small" onClick={onTryNow}>
            Try now
          </Button>
        }
      >
        <strong>{droppedWords(others, droppedAtMs)}</strong> {keptWords(waitingEdits, keptIn)}
      </Callout>
    </div>
  );
}
