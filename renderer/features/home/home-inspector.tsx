// The right pane of Home: at most one next act, the needs most people voiced, and the briefs.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { BriefId, InterviewId, NeedId } from '../../../shared/ids.ts';
import { labelParts } from '../../../shared/needs/need.ts';
import { assertNever } from '../../../shared/result.ts';
import type { BriefEntry } from '../../../shared/workspace/workspace-document.ts';
import { Button } from '../../ui/button.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './home.module.css';
import type { NextAct } from './next-act.ts';

export interface HomeInspectorProps {
  readonly next: NextAct | null;
  /** Null until known. */
  readonly needs: NeedsView | null;
  readonly briefs: readonly BriefEntry[];
  readonly onOpenInterview: (row: InterviewSummary) => void;
  readonly onTryNow: () => void;
  readonly onJoin: () => void;
  readonly onDebrief: (id: InterviewId) => void;
  readonly onImport: (id: InterviewId) => void;
  readonly onNotRecorded: (id: InterviewId) => void;
  readonly onCompute: () => void;
  readonly onOpenNeed: (id: NeedId) => void;
  readonly onOpenNeeds: () => void;
  readonly onOpenBrief: (id: BriefId) => void;
}

const MOST_HEARD = 4;

export function HomeInspector(props: HomeInspectorProps) {
  const { next, needs, briefs, onOpenNeed, onOpenNeeds, onOpenBrief } = props;
  const shown = needs?.needs.filter((need) => need.status !== 'dismissed' && need.isRecurring) ?? [];
  const open = briefs.filter((brief) => !brief.isArchived);
  return (
    <div className={styles.inspector}>
      {next === null ? null : <NextPanel {...props} next={next} />}
      <section aria-labelledby="most-heard">
        <SectionHead
          id="most-heard"
          title="Most heard needs"
          end={
            shown.length === 0 ? undefined : (
              <button type="button" className={styles.link} onClick={onOpenNeeds}>
                All {shown.length}
              </button>
            )
          }
          isLined
        />
        {needs !== null && shown.length === 0 ? (
          <p className={styles.quiet}>
            {needs.interviewsWithWords < 2
              ? 'Needs appear from two interviews with words on.'
              : 'Nothing computed yet. Open Needs to begin.'}
          </p>
        ) : null}
        <ul className={styles.needs}>
          {shown.slice(0, MOST_HEARD).map((need) => (
            <li key={need.id}>
              <button type="button" className={styles.need} onClick={() => onOpenNeed(need.id)}>
                <span className={styles.needLabel}>{labelParts(need.label).words}</span>
                <PeopleStrip
                  cells={need.stances.map((cell) => cell.stance)}
                  names={need.stances.map((cell) => cell.participant)}
                />
                <span className={styles.needCount}>
                  <b>{need.people}</b> of {need.stances.length} people
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {open.length === 0 ? null : (
        <section aria-labelledby="home-briefs">
          <SectionHead id="home-briefs" title="Briefs" isLined />
          <ul className={styles.needs}>
            {open.map((brief) => (
              <li key={brief.id}>
                <button type="button" className={styles.need} onClick={() => onOpenBrief(brief.id)}>
                  <span className={styles.needLabel}>{brief.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function NextPanel(props: HomeInspectorProps & { readonly next: NextAct }) {
  const { next } = props;
  switch (next.kind) {
    case 'unsaved':
      return <Unsaved {...props} of={next.of} />;
    case 'unsent': {
      const { participant, hostName } = next.visited;
      return (
        <section className={styles.next} aria-labelledby="next-act">
          <h2 id="next-act">
            What you wrote for {participant} is not all with {hostName}
          </h2>
          <p>It is kept on this computer. Open the link from {hostName} again, and it goes out by itself.</p>
          <Button variant="primary" onClick={props.onJoin}>
            Open the link
          </Button>
        </section>
      );
    }
    default:
      return <WorkPanel {...props} next={next} />;
  }
}

function Unsaved(props: HomeInspectorProps & { readonly of: Extract<NextAct, { kind: 'unsaved' }>['of'] }) {
  const { of } = props;
  const where = of === null ? '' : 'participant' in of ? ` for ${of.participant}` : ` in “${of.title}”`;
  return (
    <section className={styles.next} aria-labelledby="next-act">
      <h2 id="next-act">What you wrote{where} is not saved yet</h2>
      <p>It is kept beside this window, and goes to the disk by itself as soon as that takes it.</p>
      {of === null ? null : (
        <Button
          variant="primary"
          onClick={() => ('participant' in of ? props.onOpenInterview(of) : props.onOpenBrief(of.id))}
        >
          Open it
        </Button>
      )}
      <Button variant={of === null ? 'primary' : 'ghost'} onClick={props.onTryNow}>
        Try now
      </Button>
    </section>
  );
}

type Work = Exclude<NextAct, { kind: 'unsaved' | 'unsent' }>;

function WorkPanel({
  next,
  onDebrief,
  onImport,
  onNotRecorded,
  onCompute,
  onOpenNeeds,
}: HomeInspectorProps & { readonly next: Work }) {
  switch (next.kind) {
    case 'debrief': {
      const { interview } = next;
      return (
        <section className={styles.next} aria-labelledby="next-act">
          <h2 id="next-act">
            {interview.isDebriefLater
              ? `The debrief with ${interview.participant} waits for you together`
              : `The debrief with ${interview.participant} is not done`}
          </h2>
          <p>
            {interview.notes} {interview.notes === 1 ? 'note is' : 'notes are'} safe.{' '}
            {interview.isDebriefLater
              ? 'Go through them when you are both here.'
              : 'Go through them while you still hear the call.'}
          </p>
          <Button variant="primary" onClick={() => onDebrief(interview.id)}>
            Open the debrief
          </Button>
        </section>
      );
    }
    case 'words-missing': {
      const { interview } = next;
      return (
        <section className={styles.next} aria-labelledby="next-act">
          <h2 id="next-act">{interview.participant}’s words are missing</h2>
          <p>
            {interview.notes} {interview.notes === 1 ? 'note is' : 'notes are'} safe. Add the call transcript
            to line them up with what was said.
          </p>
          <Button variant="primary" keys="I" onClick={() => onImport(interview.id)}>
            Import transcript
          </Button>
          <Button variant="ghost" onClick={() => onNotRecorded(interview.id)}>
            Not recorded
          </Button>
        </section>
      );
    }
    case 'compute':
      return (
        <section className={styles.next} aria-labelledby="next-act">
          <h2 id="next-act">{names(next.interviews.map((row) => row.participant))} not computed yet</h2>
          <p>Earshot reads the words on this computer and proposes what people keep needing.</p>
          <Button variant="primary" onClick={onCompute}>
            Find needs
          </Button>
        </section>
      );
    case 'decide':
      return (
        <section className={styles.next} aria-labelledby="next-act">
          <h2 id="next-act">
            {next.suggestions} {next.suggestions === 1 ? 'suggestion waits' : 'suggestions wait'} for you
          </h2>
          <p>Accept, rename or dismiss. What you decide stays.</p>
          <Button variant="primary" onClick={onOpenNeeds}>
            Look at them
          </Button>
        </section>
      );
    default:
      return assertNever(next);
  }
}

/** “Rowan is”, “Rowan and Maple are”, “4 interviews are”. */
function names(participants: readonly string[]): string {
  if (participants.length === 1) return `${participants[0]} is`;
  if (participants.length === 2) return `${participants.join(' and ')} are`;
  return `${participants.length} interviews are`;
}
