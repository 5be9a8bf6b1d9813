// What stands around the list of needs: whether it is up to date, what to do while it is empty, and its keys.
import { Check } from 'lucide-react';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { StatusText } from '../../ui/status-text.tsx';
import styles from './needs.module.css';

interface ComputeStateProps {
  readonly view: NeedsView | null;
  readonly nameOf: (id: string) => string;
  readonly onCompute: () => void;
}

/** Whether the list is up to date, and the one act that makes it so. */
export function ComputeState({ view, nameOf: name, onCompute }: ComputeStateProps) {
  if (view === null || view.extraction.kind === 'running' || view.interviewsWithWords < 2) return null;
  const [first, ...others] = view.notInRun;
  if (view.run === null || first === undefined) {
    return (
      <>
        {view.run === null ? null : (
          <span className={styles.fresh}>
            <Check size={14} aria-hidden="true" /> Up to date with {view.run.interviews} interviews
          </span>
        )}
        <Button variant={view.run === null ? 'primary' : 'quiet'} onClick={onCompute}>
          {view.run === null ? 'Find needs' : 'Compute again'}
        </Button>
      </>
    );
  }
  return (
    <>
      <StatusText kind="warn">
        {others.length === 0
          ? `${name(first)} is not in this yet.`
          : `${view.notInRun.length} interviews are not in this yet.`}
      </StatusText>
      <Button variant="primary" onClick={onCompute}>
        Compute
      </Button>
    </>
  );
}

interface NothingYetProps {
  readonly view: NeedsView;
  readonly sought: string;
  readonly onClear: () => void;
  readonly onCompute: () => void;
  readonly onImport: () => void;
}

export function NothingYet({ view, sought, onClear, onCompute, onImport }: NothingYetProps) {
  if (sought.trim() !== '') {
    return (
      <EmptyState
        title={`No need and no quote holds “${sought.trim()}”.`}
        actions={<Button onClick={onClear}>Clear the search</Button>}
      />
    );
  }
  if (view.extraction.kind === 'running') return <EmptyState title="Needs appear here when this is done." />;
  if (view.interviewsWithWords < 2) {
    return (
      <EmptyState
        title="No needs yet."
        actions={
          <Button variant="primary" keys="I" onClick={onImport}>
            Import transcript
          </Button>
        }
      >
        Earshot needs words from at least two people; you have{' '}
        {view.interviewsWithWords === 0 ? 'none' : 'one'}.
      </EmptyState>
    );
  }
  if (view.run === null) {
    return (
      <EmptyState
        title="Nothing computed yet."
        actions={
          <Button variant="primary" onClick={onCompute}>
            Find needs
          </Button>
        }
      >
        Earshot reads the words of {view.interviewsWithWords} interviews on this computer and proposes what
        people keep needing. You decide.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing recurs yet.">
      No two people described the same thing. More interviews may change that.
    </EmptyState>
  );
}

export function NeedsFoot(props: {
  readonly dismissed: number;
  readonly areDismissedShown: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <div className={styles.foot}>
      <span>
        <Keycap keys="J" /> <Keycap keys="K" /> move
      </span>
      <span>
        <Keycap keys="Enter" /> open
      </span>
      <span>
        <Keycap keys="Space" /> peek
      </span>
      <span>
        <Keycap keys="A" /> accept
      </span>
      <span>
        <Keycap keys="R" /> rename
      </span>
      <span>
        <Keycap keys="D" /> dismiss
      </span>
      {props.dismissed === 0 && !props.areDismissedShown ? null : (
        <button type="button" className={styles.link} onClick={props.onToggle}>
          {props.areDismissedShown ? 'Back to all needs' : `${props.dismissed} dismissed`}
        </button>
      )}
    </div>
  );
}
