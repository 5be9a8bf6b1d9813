// What was asked for and what is needed, side by side: a proposal until somebody words, corrects or breaks it.
import { labelParts, type Need, type NeedPairSide } from '../../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { Button } from '../../../ui/button.tsx';
import { Pair } from '../../../ui/pair.tsx';
import styles from './need.module.css';

export interface NeedPairProps {
  readonly need: Need;
  readonly facts: WorkspaceFacts;
  readonly onEdit: () => void;
  readonly onBreak: () => void;
}

export function NeedPairSection({ need, facts, onEdit, onBreak }: NeedPairProps) {
  const { pair } = need;
  const worder = facts.people.find((one) => one.id === (pair?.by ?? need.description?.by))?.name;
  const of = need.stances.length;
  const wasBroken = pair === null && need.requests.length > 0;
  return (
    <section aria-label="Asked for and needed" className={styles.pair}>
      <h2 className="visually-hidden">Asked for and needed</h2>
      {wasBroken ? (
        <p className={styles.quiet}>The pair was taken apart. What they asked for stands below by itself.</p>
      ) : (
        <Pair
          asked={
            pair === null ? (
              <p>Nobody asked for anything. They described it.</p>
            ) : (
              <Side side={pair.asked} otherwise="" />
            )
          }
          askedFoot={
            pair === null ? undefined : (
              <span>
                <b>{need.peopleAsking}</b> of {of} people
              </span>
            )
          }
          needs={
            <Side
              side={{ quote: pair?.by ? pair.needs.quote : null, text: pair?.needs.text ?? null }}
              otherwise={need.description?.text ?? labelParts(need.label).words}
            />
          }
          needsFoot={
            <span>
              <b>{need.people}</b> of {of} people
              {worder === undefined ? '' : `, worded by ${worder}`}
            </span>
          }
        />
      )}
      <p className={styles.pairActs}>
        <span>{wasBroken ? '' : pairSentence(need)}</span>
        <Button size="small" keys="E" onClick={onEdit}>
          {wasBroken || pair === null ? 'Make a pair' : 'Correct the pair'}
        </Button>
        {pair === null ? null : (
          <Button size="small" variant="ghost" onClick={onBreak}>
            Take apart
          </Button>
        )}
      </p>
    </section>
  );
}

/** The team's words where there are any; a quote in serif, also beside them. */
function Side({ side, otherwise }: { readonly side: NeedPairSide; readonly otherwise: string }) {
  const words = side.text ?? (side.quote === null ? otherwise : null);
  return (
    <>
      {words === null ? null : <p>{words}</p>}
      {side.quote === null ? null : <p className="voice">“{side.quote.text}”</p>}
    </>
  );
}

/** “4 asked for a dashboard; 6 need the same three numbers on Monday.” */
function pairSentence(need: Need): string {
  if (need.pair === null) return '';
  const asked = need.pair.asked.text ?? 'something else';
  const needed = need.pair.needs.text ?? need.description?.text ?? `“${labelParts(need.label).words}”`;
  const needs = need.people === 1 ? 'needs' : 'need';
  return `${need.peopleAsking} asked for ${asked.replace(/\.$/, '')}; ${need.people} ${needs} ${needed.replace(/\.$/, '')}.`;
}
