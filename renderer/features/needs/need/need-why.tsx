// How far a need can be trusted: why it was grouped, how sure, by which model, and what speaks for caution.
import { Scale } from 'lucide-react';
import type { Need, NeedDoubt, OpenQuestion } from '../../../../shared/needs/need.ts';
import { assertNever } from '../../../../shared/result.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { confidenceText } from './confidence-text.ts';
import styles from './need.module.css';
import type { EvidenceActs } from './use-evidence-acts.ts';

export interface NeedCautionsProps {
  readonly need: Need;
  readonly facts: WorkspaceFacts;
  readonly acts: EvidenceActs;
}

/** What a reader has to know before the first quote. */
export function NeedCautions({ need, facts, acts }: NeedCautionsProps) {
  const nameOf = (id: string) => facts.people.find((one) => one.id === id)?.name ?? 'Somebody';
  const { moreSinceDismissed: more } = need;
  return (
    <>
      {need.questions.map((question) => (
        <MergeOrSplit key={`${question.mergeId}-${question.splitId}`} {...{ need, facts, acts, question }} />
      ))}
      {need.otherNames.map((other) => (
        <Callout
          key={other.decisionId}
          actions={
            <Button size="small" onClick={() => void acts.takeName(need, other.text)}>
              Use this name
            </Button>
          }
        >
          Two names were given apart. {nameOf(other.by)} calls it “{other.text}”.
        </Callout>
      ))}
      {more === null ? null : (
        <Callout>
          Dismissed, and it stays dismissed. It would come back with {more.now} people; there were{' '}
          {more.before} when it was dismissed.
        </Callout>
      )}
      {need.takenUpApart.map((by) => (
        <Callout key={by}>{nameOf(by)} accepted it without knowing that it was dismissed.</Callout>
      ))}
      {need.doubts.map((doubt) => (
        <Callout key={doubt.kind} icon={Scale} tone="warn">
          {doubtText(doubt)}
        </Callout>
      ))}
    </>
  );
}

function MergeOrSplit({
  need,
  facts,
  acts,
  question,
}: NeedCautionsProps & { readonly question: OpenQuestion }) {
  const nameBy = (id: string) => {
    const by = facts.decisions.find((one) => one.id === id)?.by;
    return facts.people.find((one) => one.id === by)?.name ?? 'Somebody';
  };
  return (
    <Callout
      tone="warn"
      actions={
        <>
          <Button size="small" onClick={() => void acts.settle(need, question, 'merge')}>
            Keep the merge
          </Button>
          <Button size="small" onClick={() => void acts.settle(need, question, 'split')}>
            Keep the split
          </Button>
          <Button size="small" onClick={() => void acts.settle(need, question, 'both')}>
            Keep both
          </Button>
        </>
      }
    >
      {nameBy(question.mergeId)} merged two needs while {nameBy(question.splitId)} split one of them. Both
      were done, and nothing is lost. Choose what holds.
    </Callout>
  );
}

function doubtText(doubt: NeedDoubt): string {
  switch (doubt.kind) {
    case 'notes-only':
      return 'It rests on notes alone. Nobody’s own words are behind it yet.';
    case 'one-person':
      return `Most of it is one person: ${doubt.participant} said ${doubt.quotes} of the ${doubt.of} quotes.`;
    case 'led':
      return `You asked for this first: ${doubt.people} of ${doubt.of} ${doubt.of === 1 ? 'person' : 'people'} answered a question that held it already.`;
    default:
      return assertNever(doubt);
  }
}

/** In the inspector: the reason in one glance. */
export function WhyGrouped({ need }: { readonly need: Need }) {
  const { closest } = need;
  if (need.model === null) return null;
  return (
    <section>
      <SectionHead title="Why this is one need" />
      {closest === null ? (
        <p className={styles.quiet}>Its quotes were found close in meaning.</p>
      ) : (
        <>
          <p className={styles.quiet}>The two closest quotes of different people:</p>
          {closest.map((quote) => (
            <figure key={quote.id} className={styles.closest}>
              <blockquote className="voice">“{quote.text}”</blockquote>
              <figcaption>{quote.participant}</figcaption>
            </figure>
          ))}
        </>
      )}
      {need.confidence === null ? null : <p className={styles.sure}>{confidenceText(need.confidence)}</p>}
      <p className={styles.quiet}>
        {need.isInLastRun ? 'Found by' : 'Found earlier, not in the last computation. Model:'} {need.model}
      </p>
    </section>
  );
}
