// The current need beside the list: decide without leaving it.
import { labelParts, type Need, type Quote } from '../../../shared/needs/need.ts';
import { oneEach } from '../../../shared/needs/one-each.ts';
import { rankReason } from '../../../shared/needs/rank-reason.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { NeedQuote } from './need-quote.tsx';
import styles from './needs.module.css';
import type { NeedActs } from './use-need-acts.ts';

export interface NeedPeekProps {
  readonly need: Need;
  /** The needs with a rank, and the place of this one among all that are listed. */
  readonly ranked: readonly Need[];
  readonly index: number;
  readonly peopleForRecurring: number;
  readonly people: readonly Person[];
  readonly acts: NeedActs;
  readonly onRename: () => void;
  /** Left out where a button for it stands elsewhere. */
  readonly onMerge?: (() => void) | undefined;
  readonly onOpenQuote: (quote: Quote) => void;
  readonly onOpenNeed: () => void;
}

export function NeedPeek(props: NeedPeekProps) {
  const {
    need,
    ranked,
    index,
    peopleForRecurring,
    people,
    acts,
    onRename,
    onMerge,
    onOpenQuote,
    onOpenNeed,
  } = props;
  const voices = oneEach(need.quotes);
  const asked = oneEach(need.requests)[0];
  return (
    <div className={styles.peek}>
      <StatusBadge need={need} />
      <h2 className={styles.peekTitle}>
        <NeedLabel need={need} />
      </h2>
      <p className={styles.counts}>
        {need.stances.length > STRIP_PEOPLE ? null : (
          <PeopleStrip
            cells={need.stances.map((cell) => cell.stance)}
            names={need.stances.map((cell) => cell.participant)}
          />
        )}
        <span>
          <b>{need.people}</b> of {need.stances.length} people, {need.quotes.length}{' '}
          {need.quotes.length === 1 ? 'quote' : 'quotes'}
        </span>
      </p>
      <DecideButtons need={need} acts={acts} onRename={onRename} onMerge={onMerge} />
      <p className={styles.reason}>{reason(need)}</p>
      <p className={styles.reason}>
        {rankReason(
          index < ranked.length ? ranked : [...ranked, need],
          Math.min(index, ranked.length),
          peopleForRecurring,
        )}
      </p>
      {asked === undefined ? null : (
        <div className={styles.asked}>
          <span className={styles.askedLabel}>Asked for</span>
          <NeedQuote quote={asked} people={people} onOpen={onOpenQuote} />
        </div>
      )}
      <ul className={styles.quotes}>
        {voices.slice(0, MOST_VOICES).map((quote) => (
          <li key={quote.id}>
            <NeedQuote quote={quote} people={people} onOpen={onOpenQuote} />
          </li>
        ))}
      </ul>
      {voices.length > MOST_VOICES ? (
        <button type="button" className={styles.link} onClick={onOpenNeed}>
          All {voices.length} voices
        </button>
      ) : null}
    </div>
  );
}

/** A look shows some of many: scrolling the list must not cost a study's worth of quotes. */
const MOST_VOICES = 12;
/** A strip of more people is wider than this. */
const STRIP_PEOPLE = 60;

/** The label; under a suggestion's clause its key words, quieter. */
export function NeedLabel({ need }: { readonly need: Need }) {
  const { words, keywords } = labelParts(need.label);
  return (
    <span>
      {words}
      {keywords === null || need.isRenamed ? null : <span className={styles.keywords}>{keywords}</span>}
    </span>
  );
}

export function StatusBadge({ need }: { readonly need: Need }) {
  switch (need.status) {
    case 'suggested':
      return <Badge tone="ok">Suggested</Badge>;
    case 'accepted':
      return <Badge>{need.isRenamed ? 'Accepted, named by you' : 'Accepted'}</Badge>;
    case 'dismissed':
      return <Badge tone="warn">Dismissed</Badge>;
  }
}

export function DecideButtons(props: Pick<NeedPeekProps, 'need' | 'acts' | 'onRename' | 'onMerge'>) {
  const { need, acts, onRename, onMerge } = props;
  return (
    <div className={styles.decide}>
      {need.status === 'suggested' ? (
        <Button variant="primary" keys="A" onClick={() => acts.accept(need)}>
          Accept
        </Button>
      ) : null}
      {need.status === 'dismissed' ? (
        <Button variant="primary" onClick={() => acts.restore(need)}>
          Bring back
        </Button>
      ) : (
        <>
          <Button keys="R" onClick={onRename}>
            Rename
          </Button>
          {onMerge === undefined ? null : (
            <Button keys="M" onClick={onMerge}>
              Merge
            </Button>
          )}
          <Button variant="ghost" keys="D" onClick={() => acts.dismiss(need)}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  );
}

/** Why it stands where it stands, in one sentence. */
function reason(need: Need): string {
  const people = `${need.people} ${need.people === 1 ? 'person' : 'people'}`;
  if (!need.isInLastRun)
    return 'The last computation did not find it again. It stays because you decided on it.';
  if (need.status === 'suggested')
    return `Suggested because ${people} in different interviews describe the same thing.`;
  return `Kept through every computation. New people are added by themselves; now ${people}.`;
}
