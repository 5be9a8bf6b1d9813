// Where everything of a guest's interview stands: beside each other where there is room, in turns on a phone. Values and
// callbacks only.

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { ConnectionPill } from '../../../ui/connection-pill.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { roleNames, roleShape } from '../../../ui/role.ts';
import { StatusText } from '../../../ui/status-text.tsx';
import { CallTime } from '../../../ui/time.tsx';
import { AskNext } from '../live/ask-next.tsx';
import { Composer } from '../live/composer.tsx';
import { GuidePane } from '../live/guide-pane.tsx';
import { NoteStream } from '../live/note-stream.tsx';
import { StreamEmpty } from '../live/stream-empty.tsx';
import { TagLegend } from '../live/tag-legend.tsx';
import { useCallTime } from '../live/use-call-time.ts';
import type { TakingNotes } from '../live/use-taking-notes.tsx';
import { ComposerButtons } from './composer-buttons.tsx';
import { EndedFoot } from './ended-foot.tsx';
import styles from './guest.module.css';
import { GuestTabs, type GuestView } from './guest-tabs.tsx';
import { HostAway } from './host-away.tsx';
import type { GuestRoom } from './use-guest-room.ts';

export interface GuestLayoutProps {
  readonly room: GuestRoom;
  readonly taking: TakingNotes;
  readonly isAsking: boolean;
  readonly onKeep: (isMarked: boolean) => void;
  readonly onTryNow: () => void;
  /** Null in a browser, where there is nothing to go back to. */
  readonly onLeave: (() => void) | null;
  readonly onCopy: (words: string) => void;
}

export function GuestLayout(props: GuestLayoutProps) {
  const { room } = props;
  const [view, setView] = useState<GuestView>('notes');
  return (
    <div className={styles.guest} data-view={view}>
      <header className={styles.head}>
        <Logo size={18} />
        <div className={styles.title}>
          <h1>{room.participant}</h1>
          <span>{room.description}</span>
        </div>
        <Clock room={room} />
        {props.onLeave === null ? null : (
          <Button icon={LogOut} onClick={props.onLeave}>
            Back to my Earshot
          </Button>
        )}
      </header>
      <section className={styles.lanes} aria-label="People and connection">
        {room.here.map((voice) => (
          <span key={voice.id} className={classNames(styles.lane, styles[roleShape(voice.role)])}>
            <Avatar name={voice.name} role={voice.role} initials={voice.initials} isDecorative />
            {voice.name} · {roleNames[voice.role]}
          </span>
        ))}
        <span className={classNames(styles.lane, styles[roleShape(room.me.role)])}>
          <Avatar name={room.me.name} role={room.me.role} isDecorative />
          You
        </span>
        <span className={styles.pill}>
          <ConnectionPill state={room.connection.pill} text={room.connection.pillText} />
        </span>
      </section>
      {room.connection.droppedAtMs === null ? null : (
        <HostAway
          hostName={room.hostName}
          droppedAtMs={room.connection.droppedAtMs}
          waitingEdits={room.connection.waiting.count}
          isInEarshot={room.isInEarshot}
          onTryNow={props.onTryNow}
        />
      )}
      <main className={styles.notes}>
        <Stream {...props} />
        <Writing {...props} />
      </main>
      <aside className={styles.side} aria-label="Guide and follow-ups">
        <div className={styles.sideGuide}>
          <Guide {...props} />
        </div>
        <div className={styles.sideAsk}>
          <Questions {...props} />
        </div>
      </aside>
      <GuestTabs
        view={view}
        guide={`${room.questions.filter((line) => line.tick !== null).length}/${room.questions.length}`}
        toAsk={room.followUps.length}
        onView={setView}
      />
    </div>
  );
}

function Clock({ room }: { readonly room: GuestRoom }) {
  const nowMs = useCallTime(room.clock);
  return <CallTime className={styles.clock} text={formatCallTime(nowMs)} ms={nowMs} />;
}

function Stream(props: GuestLayoutProps) {
  const { room, taking } = props;
  const { waiting } = room.connection;
  const lastOwn = room.notes.findLast((note) => note.author === room.me.id)?.id;
  if (room.notes.length === 0) return <StreamEmpty isLoading={!room.isLoaded} />;
  const typing = room.others.filter((person) => person.typing);
  return (
    <NoteStream
      ref={taking.streamRef}
      notes={room.notes}
      codebook={room.tags}
      voiceOf={room.voiceOf}
      waiting={waiting.notes}
      stateOf={(note) => {
        if (waiting.notes.has(note.id))
          return (
            <StatusText kind="waiting">
              {room.ended !== null
                ? 'not sent'
                : room.isInEarshot
                  ? 'waiting'
                  : 'waiting, keep this page open'}
            </StatusText>
          );
        return note.id === lastOwn && room.mayWrite ? (
          <StatusText kind="done">with {room.hostName}</StatusText>
        ) : null;
      }}
      typing={typing}
      currentId={taking.currentId}
      onMove={taking.onMove}
      entriesOf={taking.entriesOf}
      editorOf={taking.editorOf}
      drawnFrom={[
        taking.editingId,
        room.document,
        room.own,
        room.mayWrite,
        room.ended,
        room.hostName,
        room.here.map((voice) => voice.name + voice.role).join('|'),
        typing.map((person) => person.name).join('|'),
      ]}
    />
  );
}

function Writing(props: GuestLayoutProps) {
  const { room, taking } = props;
  if (room.ended !== null) return <EndedFoot room={room} error={room.ended} onCopy={props.onCopy} />;
  if (!room.mayWrite && !room.mayAsk) return <p className={styles.readOnly}>{room.readOnlyBecause}</p>;
  const composer = (
    <Composer
      ref={taking.fieldRef}
      me={room.me}
      clock={room.clock}
      tags={room.mayWrite ? room.tags : []}
      draft={room.draft}
      placeholder={room.mayWrite ? undefined : `Ask ${room.hostName} to follow up`}
      foot={
        <ComposerButtons
          fieldRef={taking.fieldRef}
          text={room.draft.draft?.text ?? ''}
          isAskOnly={room.mayAsk}
          isBusy={props.isAsking}
          onChange={room.draft.change}
          onKeep={() => props.onKeep(false)}
        />
      }
      onKeep={props.onKeep}
      onNewTag={() => undefined}
      onDigit={taking.onDigit}
      onTakeBack={taking.onTakeBack}
      onEditLast={taking.onEditLast}
      onLeave={taking.onLeaveField}
    />
  );
  if (!room.mayWrite) return composer;
  return (
    <>
      {composer}
      <div className={styles.legend}>
        <TagLegend tags={room.tags} isEnabled={room.notes.length > 0} onTag={taking.onDigit} />
      </div>
    </>
  );
}

function Guide({ room, taking }: GuestLayoutProps) {
  if (room.questions.length === 0) return <p className={styles.none}>The guide has no questions.</p>;
  return (
    <GuidePane
      questions={room.questions}
      current={taking.currentQuestion}
      voiceOf={room.voiceOf}
      isReadOnly={!room.mayWrite}
      onToggle={taking.onTick}
      onAddQuestions={() => undefined}
    />
  );
}

function Questions({ room, taking }: GuestLayoutProps) {
  if (room.followUps.length === 0) return <p className={styles.none}>Nothing waits to be asked.</p>;
  return (
    <AskNext
      followUps={room.followUps}
      me={room.me.id}
      voiceOf={room.voiceOf}
      isReadOnly={!room.mayWrite}
      onTake={taking.onTake}
      onAsked={taking.onAsked}
    />
  );
}
