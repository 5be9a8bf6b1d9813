// A need inside a brief: who voiced it, in their words, what they asked for instead, and who speaks against it. Live, and
// never part of the text; within a sentence it is the need's label alone.
import type { ReactNode } from 'react';
import { labelParts, type Need, type Quote as NeedQuote } from '../../../shared/needs/need.ts';
import { oneEach } from '../../../shared/needs/one-each.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { Badge } from '../../ui/badge.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { Quote } from '../../ui/quote.tsx';
import { roleWords } from '../../ui/role.ts';
import styles from './evidence-block.module.css';
import { type EvidenceState, lastCount } from './evidence-state.ts';

export interface EvidenceBlockProps {
  readonly evidence: EvidenceState;
  readonly people: readonly Person[];
  readonly onOpenNeed: (need: Need) => void;
  readonly onOpenQuote: (quote: NeedQuote) => void;
}

const QUOTES_SHOWN = 3;

export function EvidenceBlock(props: EvidenceBlockProps) {
  const { evidence } = props;
  switch (evidence.kind) {
    case 'loading':
      return <Empty>Counting people…</Empty>;
    case 'gone':
      return <Empty>This need is not here any more.</Empty>;
    case 'unknown':
      return <Empty>This evidence block cannot be counted now.</Empty>;
    case 'stale':
      return (
        <Evidence {...props} need={evidence.need}>
          <p className={styles.stale}>
            This evidence block cannot be counted now. {lastCount(evidence.need, evidence.runAt)}
          </p>
        </Evidence>
      );
    case 'ready':
      return <Evidence {...props} need={evidence.need} />;
    default:
      return assertNever(evidence);
  }
}

/** The need within a sentence. */
export function NeedMentionChip({
  evidence,
  onOpenNeed,
}: Pick<EvidenceBlockProps, 'evidence' | 'onOpenNeed'>) {
  if (evidence.kind !== 'ready' && evidence.kind !== 'stale') {
    const words = evidence.kind === 'gone' ? 'a need that is not here any more' : 'a need';
    return <span className={styles.noNeed}>{words}</span>;
  }
  const { need } = evidence;
  return (
    <button type="button" className={styles.mention} onClick={() => onOpenNeed(need)} title="Open this need">
      {labelParts(need.label).words}
    </button>
  );
}

function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <Block label="Live evidence" isEmpty>
      <p className={styles.empty}>{children}</p>
    </Block>
  );
}

interface BlockProps {
  readonly label: string;
  readonly isEmpty?: boolean;
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

function Block({ label, isEmpty = false, isStale = false, children }: BlockProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of form controls, and evidence is none
    <div
      className={styles.block}
      role="group"
      aria-label={label}
      data-empty={isEmpty ? '' : undefined}
      data-stale={isStale ? '' : undefined}
    >
      {children}
    </div>
  );
}

interface EvidenceProps extends EvidenceBlockProps {
  readonly need: Need;
  readonly children?: ReactNode;
}

function Evidence({ need, people, onOpenNeed, onOpenQuote, children }: EvidenceProps) {
  const asked = need.pair?.asked ?? { quote: oneEach(need.requests)[0] ?? null, text: null };
  const voiced = oneEach(need.quotes).slice(0, QUOTES_SHOWN);
  const quote = (one: NeedQuote) => <SpokenQuote quote={one} people={people} onOpen={onOpenQuote} />;
  return (
    <Block
      label={`Live evidence: ${need.people} of ${need.stances.length} people`}
      isStale={children !== undefined}
    >
      <header className={styles.head}>
        <PeopleStrip
          cells={need.stances.map((cell) => cell.stance)}
          names={need.stances.map((cell) => cell.participant)}
        />
        <span className={styles.count}>
          <b>{need.people}</b> of {need.stances.length} people:{' '}
          <button type="button" className={styles.label} onClick={() => onOpenNeed(need)}>
            {labelParts(need.label).words}
          </button>
        </span>
        {need.status === 'dismissed' ? <Badge tone="warn">Dismissed</Badge> : null}
        {need.peopleNoted === 0 ? null : <Badge>{need.peopleNoted} more by notes alone</Badge>}
        {need.isInLastRun || need.quotes.length === 0 ? null : <Badge>Not found in the last run</Badge>}
      </header>
      {children}
      {voiced.map((one) => (
        <div key={one.id} className={styles.quote}>
          {quote(one)}
        </div>
      ))}
      {need.noted.map((note) => (
        <p key={note.key} className={styles.noted}>
          {note.text} (noted by the {roleWords[note.role]}, {note.participant})
        </p>
      ))}
      {asked.quote === null && asked.text === null ? null : (
        <div className={styles.asked}>
          <span className={styles.kind}>
            Asked for{need.peopleAsking > 1 ? ` by ${need.peopleAsking}` : ''}
            {asked.text === null ? '' : `: ${asked.text}`}
          </span>
          {asked.quote === null ? null : quote(asked.quote)}
        </div>
      )}
      {oneEach(need.against).map((one) => (
        <div key={one.id} className={styles.against}>
          <span className={styles.kind}>Against</span>
          {quote(one)}
        </div>
      ))}
    </Block>
  );
}

interface SpokenQuoteProps {
  readonly quote: NeedQuote;
  readonly people: readonly Person[];
  readonly onOpen: (quote: NeedQuote) => void;
}

function SpokenQuote({ quote, people, onOpen }: SpokenQuoteProps) {
  return (
    <Quote
      text={quote.text}
      name={quote.participant}
      time={{
        text: quote.startMs === null ? 'no time' : formatCallTime(quote.startMs),
        ms: quote.startMs ?? undefined,
      }}
      onOpen={() => onOpen(quote)}
      room={quote.inRoom.flatMap((id) => {
        const person = people.find((one) => one.id === id);
        return person ? [{ name: person.name, role: person.role, isPresent: true }] : [];
      })}
      extra={quote.isBroken ? <Badge tone="warn">No longer matches the transcript</Badge> : undefined}
    />
  );
}
