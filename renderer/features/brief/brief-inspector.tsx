// Beside a brief: how long it is, and the needs it stands on.
import { Link } from 'lucide-react';
import type { NeedId } from '../../../shared/ids.ts';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { Button } from '../../ui/button.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './brief.module.css';
import type { EvidenceState } from './evidence-state.ts';
import type { LinkedNeed } from './linked-needs.ts';

export interface BriefInspectorProps {
  readonly words: number;
  readonly linked: readonly LinkedNeed[];
  readonly evidence: (needId: NeedId) => EvidenceState;
  readonly canWrite: boolean;
  readonly onOpen: (need: Need) => void;
  readonly onLinkNeed: () => void;
  /** Records a need that stands in the text as linked. */
  readonly onKeep: (needId: NeedId) => void;
  readonly onInsert: (needId: NeedId) => void;
  readonly onUnlink: (needId: NeedId) => void;
}

export function BriefInspector(props: BriefInspectorProps) {
  const { words, linked, canWrite, onLinkNeed } = props;
  return (
    <div className={styles.inspector}>
      <p className={styles.words}>
        <span>Words now</span>
        <b>{words}</b>
      </p>
      <section aria-labelledby="needs-of-brief">
        <SectionHead id="needs-of-brief" title="Needs linked" detail={linked.length} />
        {linked.length === 0 ? (
          <p className={styles.quiet}>
            No need linked yet. Without one this is an opinion, which is fine to start with.
          </p>
        ) : null}
        <ul className={styles.linked}>
          {linked.map((one) => (
            <LinkedRow key={one.needId} {...props} one={one} />
          ))}
        </ul>
        {canWrite ? (
          <Button size="small" icon={Link} onClick={onLinkNeed}>
            Link a need
          </Button>
        ) : null}
      </section>
    </div>
  );
}

function LinkedRow(props: BriefInspectorProps & { readonly one: LinkedNeed }) {
  const { one, evidence, onOpen } = props;
  const state = evidence(one.needId);
  const need = state.kind === 'ready' || state.kind === 'stale' ? state.need : null;
  const where = one.isInText ? (one.isLinked ? null : 'In the text, not linked') : 'Not in the text';
  return (
    <li>
      {need === null ? (
        <p className={styles.quiet}>
          {state.kind === 'gone' ? 'A need that is not here any more.' : 'Not counted now.'}
        </p>
      ) : (
        <button type="button" className={styles.needLabel} onClick={() => onOpen(need)}>
          {labelParts(need.label).words}
        </button>
      )}
      <div className={styles.needCount}>
        {need === null ? null : (
          <>
            <PeopleStrip cells={need.stances.map((cell) => cell.stance)} isDecorative />
            <span>
              <b>{need.people}</b> of {need.stances.length} people
            </span>
          </>
        )}
        {where === null ? null : <span className={styles.where}>{where}</span>}
        {props.canWrite ? <RowActs {...props} isThere={need !== null} /> : null}
      </div>
    </li>
  );
}

interface RowActsProps extends BriefInspectorProps {
  readonly one: LinkedNeed;
  /** False for a need that is gone or not known now: it can only be unlinked. */
  readonly isThere: boolean;
}

function RowActs({ one, isThere, onKeep, onInsert, onUnlink }: RowActsProps) {
  return (
    <span className={styles.rowActs}>
      {isThere && !one.isInText ? (
        <Button size="small" onClick={() => onInsert(one.needId)}>
          Put into Evidence
        </Button>
      ) : null}
      {isThere && !one.isLinked ? (
        <Button size="small" onClick={() => onKeep(one.needId)}>
          Link
        </Button>
      ) : null}
      {one.isLinked ? (
        <Button size="small" variant="ghost" onClick={() => onUnlink(one.needId)}>
          Unlink
        </Button>
      ) : null}
    </span>
  );
}
