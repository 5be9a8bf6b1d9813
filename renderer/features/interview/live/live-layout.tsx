// Where everything of the live screen stands. Values and callbacks only.
import { UserPlus } from 'lucide-react';
import type { NoteId } from '../../../../shared/ids.ts';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Role } from '../../../../shared/workspace/people.ts';
import { AlertDialog } from '../../../ui/alert-dialog.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConnectionPill } from '../../../ui/connection-pill.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { AskNext } from './ask-next.tsx';
import { ClockControl } from './clock-control.tsx';
import { Composer } from './composer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { GuidePane } from './guide-pane.tsx';
import { HeardHint, HeardQuotes } from './heard-hint.tsx';
import { LaneHead } from './lane-head.tsx';
import styles from './live.module.css';
import { NameHint } from './name-hint.tsx';
import { NoteStream } from './note-stream.tsx';
import { PresenceBar } from './presence-bar.tsx';
import { StreamEmpty } from './stream-empty.tsx';
import { TagLegend } from './tag-legend.tsx';
import type { HeardHintState } from './use-heard-hint.ts';
import type { LiveRoom } from './use-live-room.ts';
import type { TakingNotes } from './use-taking-notes.tsx';

export interface LiveLayoutProps {
  readonly room: LiveRoom;
  readonly taking: TakingNotes;
  readonly heard: HeardHintState;
  readonly isEnding: boolean;
  readonly isUnnamed: boolean;
  readonly onName: (name: string, role: Role) => void;
  readonly onKeep: (isMarked: boolean) => void;
  readonly onAddQuestions: () => void;
  readonly onClock: (clock: CallClock) => void;
  readonly onAskEnd: (isEnding: boolean) => void;
  readonly onEnd: () => void;
  readonly onShare: () => void;
  readonly onDebrief: () => void;
  readonly onInterviews: () => void;
}

export function LiveLayout(props: LiveLayoutProps) {
  const { room, taking, isEnding, onAskEnd } = props;
  const { connection } = room;
  return (
    <Screen
      crumbs={[
        { label: 'Interviews', onGo: props.onInterviews },
        { label: room.participant, detail: room.description },
      ]}
      actions={<TitleActions {...props} />}
      inspectorLabel="Guide and follow-ups"
      inspector={<Inspector {...props} />}
      isScrolling={false}
      banner={
        connection.droppedAtMs === null ? undefined : (
          <ConnectionBanner
            droppedAtMs={connection.droppedAtMs}
            // A lost link takes the others along, so those who were here are the ones it was to.
            others={[
              ...room.others.map((person) => person.name),
              ...room.gone.map(({ voice }) => voice.name),
            ]}
            waitingEdits={connection.pill.kind === 'reconnecting' ? connection.pill.waitingEdits : 0}
            keptIn={connection.keptIn}
            onTryNow={room.tryNow}
          />
        )
      }
    >
      <h1 className="visually-hidden">{room.participant}, live</h1>
      <div className={styles.live}>
        <LaneHead
          voices={room.voices}
          voicesKey={peopleKey(room.voices)}
          notes={room.notes}
          clock={room.clock}
        />
        {room.notes.length === 0 ? (
          <StreamEmpty isLoading={!room.isLoaded} />
        ) : (
          <NoteStream
            ref={taking.streamRef}
            notes={room.notes}
            codebook={room.allTags}
            voiceOf={room.voiceOf}
            waiting={isAway(connection.pill.kind) ? connection.waiting.notes : NONE}
            typing={room.others.filter((person) => person.typing)}
            currentId={taking.currentId}
            onMove={taking.onMove}
            entriesOf={taking.entriesOf}
            editorOf={taking.editorOf}
            drawnFrom={[
              taking.editingId,
              room.tags,
              room.document,
              room.own,
              room.isReadOnly,
              peopleKey(room.voices),
              peopleKey(room.others.filter((person) => person.typing)),
            ]}
          />
        )}
        {room.isReadOnly ? (
          <p className={styles.readOnly}>This interview is open to read. Notes are written by the team.</p>
        ) : (
          <Writing {...props} />
        )}
      </div>
      <AlertDialog
        isOpen={isEnding}
        onClose={() => onAskEnd(false)}
        title={`End the call at ${formatCallTime(room.now())}?`}
        act={{ label: 'End interview', onDo: props.onEnd }}
      >
        <p>Notes stay open for edits.</p>
      </AlertDialog>
    </Screen>
  );
}

function Writing(props: LiveLayoutProps) {
  const { room, taking } = props;
  return (
    <>
      {props.isUnnamed ? <NameHint role={room.me.role} onName={props.onName} /> : null}
      <HeardHint {...props.heard} />
      <Composer
        ref={taking.fieldRef}
        me={room.me}
        clock={room.clock}
        tags={room.allTags}
        draft={room.draft}
        onKeep={props.onKeep}
        onNewTag={(name) => void room.addToCodebook(name)}
        onDigit={taking.onDigit}
        onTakeBack={taking.onTakeBack}
        onEditLast={taking.onEditLast}
        onLeave={taking.onLeaveField}
      />
      <TagLegend
        tags={room.tags}
        isEnabled={room.notes.length > 0}
        onTag={(digit) => {
          taking.onDigit(digit);
          taking.toField();
        }}
      />
    </>
  );
}

function TitleActions(props: LiveLayoutProps) {
  const { room } = props;
  return (
    <>
      <PresenceBar here={room.here} gone={room.gone} />
      <ConnectionPill state={room.connection.pill} text={room.connection.pillText} />
      <ClockControl
        clock={room.clock}
        isReadOnly={room.isReadOnly}
        onChange={props.onClock}
        onDone={props.taking.toField}
      />
      <Button icon={UserPlus} onClick={props.onShare}>
        Share
      </Button>
      {room.clock.kind === 'ended' ? (
        <Button onClick={props.onDebrief}>Debrief</Button>
      ) : room.clock.kind !== 'ready' && !room.isReadOnly ? (
        <Button onClick={() => props.onAskEnd(true)}>End</Button>
      ) : null}
    </>
  );
}

function Inspector(props: LiveLayoutProps) {
  const { room, taking } = props;
  return (
    <>
      <HeardQuotes {...props.heard} />
      <GuidePane
        questions={room.questions}
        current={taking.currentQuestion}
        voiceOf={room.voiceOf}
        isReadOnly={room.isReadOnly}
        onToggle={taking.onTick}
        onAddQuestions={props.onAddQuestions}
      />
      <AskNext
        followUps={room.followUps}
        me={room.me.id}
        voiceOf={room.voiceOf}
        isReadOnly={room.isReadOnly}
        onTake={taking.onTake}
        onAsked={taking.onAsked}
      />
    </>
  );
}

/** "waiting" stands at a note only while something is in its way; a moment on a healthy line is no wait. */
function isAway(kind: string): boolean {
  return kind === 'reconnecting' || kind === 'unsaved';
}

const NONE: ReadonlySet<NoteId> = new Set();

/** Changes when somebody comes, goes, or is called otherwise; equal lists have equal keys. */
function peopleKey(people: readonly { readonly name: string; readonly role: Role }[]): string {
  return people.map((person) => `${person.name} ${person.role}`).join('|');
}
