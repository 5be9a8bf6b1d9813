// Beside a need: where each person stands, why it is one need, what was decided by whom, and the briefs it is in.
import { FileText } from 'lucide-react';
import type { BriefId, NeedId } from '../../../../shared/ids.ts';
import { type NeedDecision, needsTouched } from '../../../../shared/needs/decision.ts';
import { inOrder, standingDecisions } from '../../../../shared/needs/decision-order.ts';
import { labelParts, type Need, needUnder } from '../../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import { roleWords } from '../../../ui/role.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from '../needs.module.css';
import { decisionText } from './decision-text.ts';
import { WhyGrouped } from './need-why.tsx';

export interface NeedInspectorProps {
  readonly need: Need;
  /** All needs, for the names of those that quotes went to. */
  readonly needs: readonly Need[];
  readonly facts: WorkspaceFacts;
  readonly onUndo: (decisionId: string) => void;
  readonly onUnlink: (briefId: BriefId) => void;
  readonly onOpenBrief: (id: BriefId) => void;
}

export function NeedInspector({ need, needs, facts, onUndo, onUnlink, onOpenBrief }: NeedInspectorProps) {
  const ids: readonly NeedId[] = [need.id, ...need.aliases];
  const linked = facts.links.filter((link) => ids.includes(link.needId));
  const briefs = facts.briefs.filter((brief) => linked.some((link) => link.briefId === brief.id));
  const decisions = standingDecisions(inOrder(facts.decisions)).filter((decision) =>
    needsTouched(decision).some((id) => ids.includes(id)),
  );
  const labelOf = (id: NeedId) => {
    const other = needUnder(needs, id);
    return other === undefined ? null : labelParts(other.label).words;
  };
  return (
    <div className={styles.inspector}>
      <section>
        <SectionHead title="People" />
        <ul className={styles.stances}>
          {need.stances.map((cell) => (
            <li key={cell.participantId} data-silent={cell.stance === 'for' ? undefined : ''}>
              <PeopleStrip cells={[cell.stance]} isDecorative /> {cell.participant}
              <span className="visually-hidden">, {STANCE_WORDS[cell.stance]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHead title="Decisions" />
        {decisions.length === 0 ? (
          <p className={styles.quiet}>None yet. It is a suggestion until somebody decides.</p>
        ) : null}
        <ol className={styles.decisions}>
          {decisions.map((decision) => (
            <DecisionLine
              key={decision.id}
              decision={decision}
              facts={facts}
              text={decisionText(decision, need, labelOf)}
              onUndo={decision.kind === 'keep' ? undefined : () => onUndo(decision.id)}
            />
          ))}
        </ol>
        {decisions.length === 0 ? null : <p className={styles.by}>Kept through every new computation.</p>}
      </section>
      <WhyGrouped need={need} />
      <section>
        <SectionHead title="Briefs" />
        {briefs.length === 0 ? <p className={styles.quiet}>In no brief yet.</p> : null}
        <ul className={styles.quotes}>
          {briefs.map((brief) => (
            <li key={brief.id} className={styles.brief}>
              <button type="button" className={styles.label} onClick={() => onOpenBrief(brief.id)}>
                <Icon of={FileText} /> {brief.title}
              </button>
              <Button size="small" variant="ghost" onClick={() => onUnlink(brief.id)}>
                Unlink
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const STANCE_WORDS = {
  for: 'said it',
  against: 'against',
  silent: 'did not say it',
  pending: 'not computed yet',
} as const;

function DecisionLine(props: {
  readonly decision: NeedDecision;
  readonly facts: WorkspaceFacts;
  readonly text: string;
  readonly onUndo: (() => void) | undefined;
}) {
  const { decision, facts, text, onUndo } = props;
  const person = facts.people.find((one) => one.id === decision.by);
  return (
    <li>
      {person === undefined ? null : <Avatar name={person.name} role={person.role} isDecorative />}
      <div>
        <p>{text}</p>
        <p className={styles.by}>
          {person === undefined ? '' : `${person.name} · ${roleWords[person.role]}, `}
          {new Date(decision.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}
          {onUndo === undefined ? null : (
            <>
              {' · '}
              <button type="button" className={styles.link} onClick={onUndo} aria-label={`Undo: ${text}`}>
                Undo
              </button>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
