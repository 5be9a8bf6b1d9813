// Beside a need: where each person stands, what was decided by whom, and the briefs it is in.
import { FileText } from 'lucide-react';
import type { BriefId } from '../../../shared/ids.ts';
import type { Decision } from '../../../shared/needs/decision.ts';
import type { Need } from '../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { roleWords } from '../../ui/role.ts';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './needs.module.css';
import type { NeedActs } from './use-need-acts.ts';

export interface NeedInspectorProps {
  readonly need: Need;
  readonly facts: WorkspaceFacts;
  readonly acts: NeedActs;
  readonly onOpenBrief: (id: BriefId) => void;
}

export function NeedInspector({ need, facts, acts, onOpenBrief }: NeedInspectorProps) {
  const linked = facts.links.filter((link) => link.needId === need.id);
  const briefs = facts.briefs.filter((brief) => linked.some((link) => link.briefId === brief.id));
  const decisions = decisionsOn(need, facts.decisions);
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
          {decisions.map((decision) => {
            const person = facts.people.find((one) => one.id === decision.by);
            return (
              <li key={decision.id}>
                {person === undefined ? null : <Avatar name={person.name} role={person.role} isDecorative />}
                <div>
                  <p>{decisionText(decision, need)}</p>
                  <p className={styles.by}>
                    {person === undefined ? '' : `${person.name} · ${roleWords[person.role]}, `}
                    {new Date(decision.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}
                    {decision.id === need.lastDecisionId ? (
                      <>
                        {' · '}
                        <button type="button" className={styles.link} onClick={() => acts.undoLast(need)}>
                          Undo
                        </button>
                      </>
                    ) : null}
                  </p>
                </div>
              </li>
            );
          })}
        </ol>
        {decisions.length === 0 ? null : <p className={styles.by}>Kept through every new computation.</p>}
      </section>
      <section>
        <SectionHead title="Briefs" />
        {briefs.length === 0 ? <p className={styles.quiet}>In no brief yet.</p> : null}
        <ul className={styles.quotes}>
          {briefs.map((brief) => (
            <li key={brief.id} className={styles.brief}>
              <button type="button" className={styles.label} onClick={() => onOpenBrief(brief.id)}>
                <Icon of={FileText} /> {brief.title}
              </button>
              <Button size="small" variant="ghost" onClick={() => acts.unlink(need.id, brief.id)}>
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

type NeedDecision = Exclude<Decision, { kind: 'undo' }>;

/** The decisions on this need that hold, oldest first. */
function decisionsOn(need: Need, decisions: readonly Decision[]): NeedDecision[] {
  const undone = new Set<string>();
  for (const decision of [...decisions].reverse()) {
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.decisionId);
  }
  return decisions.filter(
    (decision): decision is NeedDecision =>
      decision.kind !== 'undo' && decision.needId === need.id && !undone.has(decision.id),
  );
}

function decisionText(decision: NeedDecision, need: Need): string {
  switch (decision.kind) {
    case 'accept':
      return 'Accepted.';
    case 'rename':
      return `Named “${decision.label}”. Suggested was “${need.suggestedLabel}”.`;
    case 'dismiss':
      return 'Dismissed.';
    case 'restore':
      return 'Brought back.';
    default:
      return decision.kind;
  }
}
