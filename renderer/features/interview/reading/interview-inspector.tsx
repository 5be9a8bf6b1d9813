// Beside an interview: what was found in it, who listened, and which file its words come from.
import type { NeedsView } from '../../../../shared/contract/needs.ts';
import type { InterviewId, NeedId, PersonId } from '../../../../shared/ids.ts';
import type { InterviewFacts, TranscriptRef } from '../../../../shared/interviews/interview-document.ts';
import { formatName } from '../../../../shared/transcripts/format-name.ts';
import type { TranscriptWarning } from '../../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { warningSentences } from '../../../text/warning-sentences.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { InRoom } from './in-room.tsx';
import { count, dayOf, lengthText } from './interview-facts.ts';
import styles from './reading.module.css';
import type { Statement } from './statements.ts';

export interface InterviewInspectorProps {
  readonly facts: InterviewFacts;
  readonly shown: TranscriptRef | null;
  readonly isOriginalThere: boolean;
  /** What was found while its file was read. */
  readonly warnings: readonly TranscriptWarning[];
  readonly people: readonly Person[];
  readonly statements: readonly Statement[];
  /** Null until known. */
  readonly needs: NeedsView | null;
  readonly interviewId: InterviewId;
  /** Undefined for those who only read. */
  readonly onSayThere: ((id: PersonId, wasThere: boolean) => void) | undefined;
  readonly onOpenNeed: (id: NeedId) => void;
  readonly onCompute: () => void;
  readonly onImport: () => void;
}

export function InterviewInspector(props: InterviewInspectorProps) {
  const { facts, shown, people } = props;
  return (
    <div className={styles.inspector}>
      <section aria-labelledby="found-here">
        <SectionHead
          id="found-here"
          title="Statements"
          detail={props.statements.length || undefined}
          isLined
        />
        <Found {...props} />
      </section>
      <InRoom
        facts={facts}
        people={people}
        durationMs={facts.clock.kind === 'ended' ? facts.clock.atMs : (shown?.lengthMs ?? 0)}
        onSay={props.onSayThere}
      />
      {shown === null ? null : (
        <section aria-labelledby="transcript-file">
          <SectionHead id="transcript-file" title="The file" isLined />
          {props.isOriginalThere ? null : (
            <Callout tone="warn">
              The original is not in the folder any more. The words shown come from the copy of{' '}
              {dayOf(new Date(shown.importedAt))}.
            </Callout>
          )}
          <AboutFile warnings={props.warnings} />
          <FileFacts shown={shown} people={people} earlier={facts.transcripts.length - 1} />
        </section>
      )}
    </div>
  );
}

function Found(props: InterviewInspectorProps) {
  const { needs, shown, statements, interviewId } = props;
  if (shown === null) {
    return (
      <div className={styles.hint}>
        <p className={styles.quiet}>Statements are found in the words. Add them.</p>
        <Button size="small" onClick={props.onImport}>
          Import transcript
        </Button>
      </div>
    );
  }
  if (needs === null) return <p className={styles.quiet}>Not known yet.</p>;
  const groups = groupByNeed(statements);
  const isWaiting = needs.notInRun.includes(interviewId);
  return (
    <>
      {needs.extraction.kind === 'running' && isWaiting ? (
        <p className={styles.quiet}>Being computed now.</p>
      ) : isWaiting ? (
        <div className={styles.hint}>
          <p className={styles.quiet}>Statements appear when this interview is computed.</p>
          <Button size="small" onClick={props.onCompute}>
            Compute
          </Button>
        </div>
      ) : groups.length === 0 ? (
        <p className={styles.quiet}>The last computation found none here that others share.</p>
      ) : null}
      <ul className={styles.plain}>
        {groups.map(([needId, label, found]) => (
          <li key={needId}>
            <button type="button" className={styles.foundNeed} onClick={() => props.onOpenNeed(needId)}>
              <span>{label}</span>
              <span className={styles.meta}>{count(found, 'statement')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const MOST_SENTENCES = 4;

/** Only what changes how the whole file is read; single lines were named before the import. */
function AboutFile({ warnings }: Pick<InterviewInspectorProps, 'warnings'>) {
  const sentences = warningSentences(
    warnings.filter(
      ({ kind }) => kind === 'rolling-captions' || kind === 'repeated-words' || kind === 'estimated-times',
    ),
  );
  return (
    <>
      {sentences.slice(0, MOST_SENTENCES).map((sentence) => (
        <p key={sentence} className={styles.quiet}>
          {sentence}
        </p>
      ))}
    </>
  );
}

interface FileFactsProps {
  readonly shown: TranscriptRef;
  readonly people: readonly Person[];
  readonly earlier: number;
}

function FileFacts({ shown, people, earlier }: FileFactsProps) {
  const by = people.find((one) => one.id === shown.importedBy)?.name;
  return (
    <dl className={styles.facts}>
      <dt>File</dt>
      <dd>{shown.fileName}</dd>
      <dt>Fingerprint</dt>
      <dd className={styles.code} title={shown.original}>
        {shown.original.slice(0, 12)}
      </dd>
      <dt>Format</dt>
      <dd>{formatName(shown.format)}</dd>
      <dt>Length</dt>
      <dd>
        {shown.lengthMs === null ? 'not known' : lengthText(shown.lengthMs)}, {count(shown.words, 'word')}
      </dd>
      <dt>Imported</dt>
      <dd>
        {dayOf(new Date(shown.importedAt))}
        {by === undefined ? '' : ` by ${by}`}
      </dd>
      {earlier > 0 ? (
        <>
          <dt>Kept</dt>
          <dd>{count(earlier, 'earlier import')}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** Most statements first. */
function groupByNeed(statements: readonly Statement[]): readonly [NeedId, string, number][] {
  const groups = new Map<NeedId, [NeedId, string, number]>();
  for (const { needId, label } of statements) {
    const group = groups.get(needId);
    if (group === undefined) groups.set(needId, [needId, label, 1]);
    else group[2] += 1;
  }
  return [...groups.values()].sort((a, b) => b[2] - a[2]);
}
