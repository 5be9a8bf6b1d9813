// What stands around the list of needs: whether it is up to date, what to do while it is empty, and its keys.
import { Check } from 'lucide-react';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedsViewName } from '../../state/preferences-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { StatusText } from '../../ui/status-text.tsx';
import styles from './needs.module.css';
import type { SizeJump } from './size-jumps.ts';

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
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onCompute: () => void;
  readonly onImport: () => void;
}

export function NothingYet({ view, sought, isFiltered, onClear, onCompute, onImport }: NothingYetProps) {
  if (sought.trim() !== '') {
    return (
      <EmptyState
        title={`No need and no quote holds “${sought.trim()}”.`}
        actions={<Button onClick={onClear}>Clear the search</Button>}
      />
    );
  }
  if (isFiltered) {
    return (
      <EmptyState
        title="Nobody matches all filters."
        actions={<Button onClick={onClear}>Clear filters</Button>}
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
  readonly view: NeedsViewName;
  /** Places of a long list to go to. */
  readonly jumps: readonly SizeJump[];
  readonly onJump: (row: number) => void;
  /** Says which rows of a long list are in view; left out for a short one. */
  readonly inView: React.ReactNode;
  readonly dismissed: number;
  readonly areDismissedShown: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <div className={styles.foot}>
      {(props.inView === null ? FOOT_KEYS[props.view] : LONG_KEYS).map(({ keys, words }) => (
        <span key={words}>
          {keys.map((key) => (
            <Keycap key={key} keys={key} />
          ))}{' '}
          {words}
        </span>
      ))}
      {props.jumps.length === 0 ? null : (
        <span>
          Go to
          {props.jumps.map(({ label, name, row }) => (
            <button
              key={label}
              type="button"
              className={styles.jump}
              aria-label={name}
              onClick={() => props.onJump(row)}
            >
              {label}
            </button>
          ))}
        </span>
      )}
      {props.inView}
      {props.view === 'board' ? (
        <span className={styles.footEnd}>What you place by hand stays there.</span>
      ) : null}
      {props.dismissed === 0 && !props.areDismissedShown ? null : (
        <button type="button" className={styles.link} onClick={props.onToggle}>
          {props.areDismissedShown ? 'Back to all needs' : `${props.dismissed} dismissed`}
        </button>
      )}
    </div>
  );
}

const MOVE = { keys: ['J', 'K'], words: 'move' };
const DECIDE = [
  { keys: ['A'], words: 'accept' },
  { keys: ['R'], words: 'rename' },
  { keys: ['M'], words: 'merge' },
  { keys: ['D'], words: 'dismiss' },
];
/** Where a long list also says where one is, there is room for less. */
const LONG_KEYS = [
  MOVE,
  { keys: ['Enter'], words: 'open' },
  { keys: ['Space'], words: 'peek' },
  { keys: ['M'], words: 'merge' },
];
const FOOT_KEYS: Readonly<Record<NeedsViewName, readonly { keys: readonly string[]; words: string }[]>> = {
  ranked: [MOVE, { keys: ['Enter'], words: 'open' }, { keys: ['Space'], words: 'peek' }, ...DECIDE],
  matrix: [MOVE, { keys: ['Enter'], words: 'this person’s quotes' }, ...DECIDE],
  board: [
    { keys: ['V'], words: 'pick up' },
    { keys: ['←', '→'], words: 'to another need' },
    { keys: ['↑', '↓'], words: 'place' },
    { keys: ['Enter'], words: 'put down' },
    { keys: ['Esc'], words: 'put back' },
  ],
};
