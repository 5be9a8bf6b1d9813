// One section of a need's evidence: quotes, or notes of the team, each a row that keys and pointer can act on.
import { Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Need, NotedEvidence, Quote } from '../../../../shared/needs/need.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { ListKeys } from '../../../ui/list-keys.ts';
import { roleWords } from '../../../ui/role.ts';
import { RoleMark } from '../../../ui/role-mark.tsx';
import { NeedQuote } from '../need-quote.tsx';
import needsStyles from '../needs.module.css';
import type { EvidenceRow } from './evidence-row.ts';
import styles from './need.module.css';

export interface EvidenceListProps {
  readonly need: Need;
  /** All rows of the page; those of `section` are shown. */
  readonly rows: readonly EvidenceRow[];
  readonly section: EvidenceRow['section'];
  readonly label: string;
  readonly facts: WorkspaceFacts;
  readonly rowProps: ListKeys['rowProps'];
  readonly chosen: ReadonlySet<string>;
  /** Evidence that came in since this person looked. */
  readonly isNew: (key: string) => boolean;
  readonly onChoose: (key: string) => void;
  readonly onOpenQuote: (quote: Quote) => void;
  readonly onOpenNote: (note: NotedEvidence) => void;
  /** Buttons of one row, shown on hover and focus. */
  readonly acts: (row: EvidenceRow) => ReactNode;
}

export function EvidenceList(props: EvidenceListProps) {
  const { rows, section, label, facts, rowProps, chosen, isNew, onChoose, acts } = props;
  return (
    <ul className={needsStyles.quotes} aria-label={label}>
      {rows.map((row, index) =>
        row.section !== section ? null : (
          <li key={row.key} {...rowProps(index)} className={styles.row} data-section={section}>
            <Checkbox
              label={`Choose: ${row.kind === 'quote' ? row.quote.participant : row.note.participant}, ${textOf(row)}`}
              isLabelHidden
              isChecked={chosen.has(row.key)}
              onChange={() => onChoose(row.key)}
            />
            {row.kind === 'quote' ? (
              <QuoteBody {...props} quote={row.quote} isNew={isNew(row.key)} />
            ) : (
              <Noted
                note={row.note}
                people={facts.people}
                isNew={isNew(row.key)}
                onOpen={() => props.onOpenNote(row.note)}
              />
            )}
            <span className={styles.acts}>{acts(row)}</span>
          </li>
        ),
      )}
    </ul>
  );
}

function textOf(row: EvidenceRow): string {
  return (row.kind === 'quote' ? row.quote.text : row.note.text).slice(0, 60);
}

function QuoteBody({
  need,
  quote,
  facts,
  isNew,
  onOpenQuote,
}: Pick<EvidenceListProps, 'need' | 'facts' | 'onOpenQuote'> & {
  readonly quote: Quote;
  readonly isNew: boolean;
}) {
  const led = need.doubts.find((doubt) => doubt.kind === 'led');
  const question = led?.kind === 'led' ? led.questions[quote.id] : undefined;
  const placedBy = facts.people.find(({ id }) => id === quote.placedBy);
  return (
    <div className={styles.body}>
      <NeedQuote
        quote={quote}
        people={facts.people}
        about={aboutOf(quote, facts)}
        onOpen={onOpenQuote}
        extra={
          <>
            {isNew ? <Badge tone="ok">New since you looked</Badge> : null}
            {quote.isPinned ? <Badge icon={Pin}>Pinned</Badge> : null}
            {placedBy === undefined || quote.isPinned ? null : <span>put here by {placedBy.name}</span>}
          </>
        }
      />
      {question === undefined ? null : <p className={styles.led}>You asked for this first: {question}</p>}
      {quote.notes.map((note) => {
        const author = facts.people.find(({ id }) => id === note.author);
        return (
          <p key={note.id} className={styles.near}>
            <RoleMark role={note.role} />
            <span>
              {author === undefined ? '' : `${author.name}: `}
              {note.text || (note.isMarked ? 'marked the moment' : '')}
              {note.tags.map((tag) => ` #${tag}`).join('')}
            </span>
          </p>
        );
      })}
    </div>
  );
}

/** What somebody wrote down: sans, without quotation marks, and under the name of who wrote it. */
function Noted({
  note,
  people,
  isNew,
  onOpen,
}: {
  readonly note: NotedEvidence;
  readonly people: readonly Person[];
  readonly isNew: boolean;
  readonly onOpen: () => void;
}) {
  const author = people.find(({ id }) => id === note.author);
  return (
    <div className={styles.body}>
      <p className={styles.note}>
        {note.text}
        {note.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {' '}
            #{tag}
          </span>
        ))}
      </p>
      <p className={styles.source}>
        <RoleMark role={note.role} />
        <span>
          noted by {author === undefined ? '' : `${author.name}, `}the {roleWords[note.role]}, of{' '}
          <b>{note.participant}</b>
        </span>
        <button type="button" className={needsStyles.link} onClick={onOpen}>
          {formatCallTime(note.atMs)}
        </button>
        {note.verdict === 'against' ? <span>against</span> : null}
        {isNew ? <Badge tone="ok">New since you looked</Badge> : null}
        {note.isChanged ? <Badge tone="warn">The note says something else now</Badge> : null}
      </p>
    </div>
  );
}

function aboutOf(quote: Quote, facts: WorkspaceFacts): string | undefined {
  const about = facts.participants.find((one) => one.id === quote.participantId)?.description;
  return about === '' ? undefined : about;
}
