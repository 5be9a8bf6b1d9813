// The debrief's behaviour: which row is current, what each act does and says. Rows, inspector and timer are components
// beside this file and know no store.
import { Link2 } from 'lucide-react';
import { Fragment, useRef } from 'react';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import type { DebriefRow as Row } from '../../../../shared/interviews/debrief.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useOverlay } from '../../../state/overlay-store.ts';
import { useAttempt } from '../../../state/use-attempt.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { ConnectionPill } from '../../../ui/connection-pill.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { useListKeys } from '../../../ui/list-keys.ts';
import { Screen } from '../../../ui/screen.tsx';
import { PresenceBar } from '../live/presence-bar.tsx';
import { AwayBanner, AwayLine } from './away-banner.tsx';
import styles from './debrief.module.css';
import { DebriefComposer } from './debrief-composer.tsx';
import { DebriefHead } from './debrief-head.tsx';
import { DebriefInspector } from './debrief-inspector.tsx';
import { DebriefRow } from './debrief-row.tsx';
import { focusAt } from './focus-at.ts';
import { QuietTimer, useQuietTime } from './quiet-timer.tsx';
import { type Shown, useDebrief } from './use-debrief.ts';

export interface DebriefRoomProps {
  readonly interviewId: InterviewId;
  readonly session: SessionState;
}

export function DebriefRoom({ interviewId, session }: DebriefRoomProps) {
  const { client } = useHost();
  const debrief = useDebrief(interviewId, session);
  const { room, acts, rows, current } = debrief;
  const { go } = useNavigation();
  const overlay = useOverlay();
  const announce = useAnnounce();
  const time = useQuietTime(debrief.readers.length > 0);
  const attempt = useAttempt();
  const field = useRef<HTMLTextAreaElement>(null);
  const toField = () => field.current?.focus();
  const list = useListKeys({
    count: rows.length,
    current: debrief.index,
    onMove: debrief.moveTo,
    onOpen: toField,
  });

  /** Acts on a row, for those who write. */
  const writing = (act: (row: Row) => void) => () => {
    if (current === null || acts === null || room.isReadOnly) return false;
    act(current);
    return undefined;
  };
  const heard = writing((row) => {
    const became = acts?.heard(row);
    announce(
      became === null ? 'You noted this one yourself' : became === 'on' ? 'Heard it too' : 'Taken back',
    );
  });
  const mark = writing((row) => announce(acts?.mark(row) ? 'Marked' : 'Mark taken off'));
  const followUp = writing((row) =>
    announce(acts?.followUp(row) ? 'Now a follow-up' : 'This is a follow-up already'),
  );
  const link = writing((row) => {
    const became = acts?.link(row, debrief.all);
    announce(
      became === 'linked'
        ? 'Linked'
        : became === 'parted'
          ? 'Parted'
          : 'Nothing on the other side to link with',
    );
  });
  const part = writing((row) => {
    acts?.part(row);
    announce('Parted');
  });
  const take = (note: Note | undefined) => {
    if (note === undefined || room.isReadOnly) return;
    room.acts?.take(note);
    announce(note.takenBy === room.me.id ? 'Given back' : `You take: ${note.text}`);
  };
  const takeCurrent = () =>
    take(
      [current?.left, current?.right].find((note) => note?.kind === 'follow-up') ??
        debrief.followUps.find(
          ({ note, handOver }) => handOver === null && note.takenBy === null && note.author !== room.me.id,
        )?.note,
    );
  const show = (shown: Shown) => debrief.setShown(debrief.shown === shown ? 'all' : shown);
  const hasWords = room.hasTranscript;
  const toWords = (row: Row) =>
    attempt(async () => {
      const reading = await client.call('transcripts.read', { interviewId });
      const focus = reading === null ? undefined : focusAt(reading, row.atMs);
      go({ place: 'interview', interviewId, ...(focus === undefined ? {} : { focus }) });
    });
  const done = () => {
    if (!room.isReadOnly) acts?.done();
    go({ place: 'interview', interviewId });
    if (!hasWords && !room.isReadOnly) overlay.open({ kind: 'import', files: [], interviewId });
  };

  const later = () => {
    acts?.later(!debrief.isLater);
    announce(debrief.isLater ? 'Not put off any more' : 'It waits on Home for each of you');
  };

  useKeys({
    h: heard,
    m: mark,
    f: followUp,
    l: link,
    t: takeCurrent,
    c: toField,
    '1': () => show('pm'),
    '2': () => show('both'),
    '3': () => show('others'),
    '0': () => debrief.setShown('all'),
    Space: time.toggle,
    'Ctrl+Enter': { run: done, isWhileTyping: true },
    'Ctrl+z': () =>
      isTyping(field.current) ? false : announce(room.acts?.undo() ? 'Undone' : 'Nothing of yours to undo'),
    'Ctrl+Shift+z': () =>
      isTyping(field.current) ? false : announce(room.acts?.redo() ? 'Done again' : 'Nothing to do again'),
  });

  const endedAt = room.clock.kind === 'ended' ? room.clock.endedAtEpochMs : null;
  const isBeyond = (row: Row) => debrief.away !== null && row.atMs > debrief.away.upToMs;
  const firstBeyond = rows.findIndex(isBeyond);
  const awayLine =
    debrief.away === null ? null : <AwayLine key="away" away={debrief.away} isLeft={room.me.role !== 'pm'} />;
  const isAlone = room.voices.length === 1 && room.room.length <= 1 && debrief.all.length > 0;
  return (
    <Screen
      crumbs={[
        { label: 'Interviews', onGo: () => go({ place: 'interviews' }) },
        { label: room.participant, onGo: () => go({ place: 'interview', interviewId }) },
        {
          label: 'Debrief',
          detail: `${formatCallTime(room.now())}, ${room.notes.length} notes${debrief.away === null ? '' : ' so far'}`,
        },
      ]}
      actions={
        <>
          <PresenceBar here={room.here} gone={room.gone} />
          <ConnectionPill state={room.connection.pill} text={room.connection.pillText} />
          {debrief.away === null ? <QuietTimer time={time} /> : null}
          {(debrief.away === null && !debrief.isLater) || room.isReadOnly ? null : (
            <Button onClick={later}>{debrief.isLater ? 'Undo: waits on Home' : 'Later, together'}</Button>
          )}
          <Button variant="primary" keys="Ctrl Enter" onClick={done}>
            {hasWords ? 'Done' : 'Done, add the words'}
          </Button>
        </>
      }
      inspectorLabel="What came of it"
      inspector={
        <DebriefInspector
          isAlone={isAlone}
          noted={debrief.all.length}
          different={debrief.different}
          read={debrief.read}
          together={debrief.together}
          markedByMe={debrief.markedByMe}
          away={debrief.away}
          awayIds={debrief.away?.ids ?? []}
          followUps={debrief.followUps}
          handing={debrief.handing}
          me={room.me.id}
          voices={room.voices}
          voiceOf={room.voiceOf}
          participant={room.participant}
          room={room.room}
          durationMs={room.now()}
          isReadOnly={room.isReadOnly}
          onGo={(row) => {
            debrief.setShown('all');
            debrief.goTo(row.id);
          }}
        />
      }
      isScrolling={false}
    >
      <h1 className="visually-hidden">Debrief with {room.participant}</h1>
      <div className={styles.debrief}>
        {debrief.away === null ? null : (
          <div className={styles.banner}>
            <AwayBanner
              away={debrief.away}
              onTryNow={() => {
                room.tryNow();
                attempt(() => client.call('peers.retry', {}));
              }}
            />
          </div>
        )}
        {debrief.returned === null ? null : (
          <div className={styles.banner}>
            <Callout icon={Link2} announce="status">
              {debrief.returned}
            </Callout>
          </div>
        )}
        {isAlone ? (
          <div className={styles.alone}>
            <p>You were alone. Mark what matters.</p>
            {room.isReadOnly ? null : (
              <Button size="small" onClick={() => overlay.open({ kind: 'share', interviewId })}>
                Ask someone to read it
              </Button>
            )}
          </div>
        ) : (
          <DebriefHead
            voices={room.voices}
            counts={debrief.counts}
            away={debrief.away}
            shown={debrief.shown}
            onShow={show}
          />
        )}
        {rows.length === 0 ? (
          <p className={styles.empty}>{emptyWords(room.isLoaded, debrief.shown)}</p>
        ) : (
          <ol className={styles.list} ref={list.listRef} aria-label="Notes of both, along the clock">
            {rows.map((row, index) => (
              <Fragment key={row.id}>
                {index === firstBeyond ? awayLine : null}
                <DebriefRow
                  row={row}
                  me={room.me.id}
                  isMyLeft={room.me.role === 'pm'}
                  myName={room.me.name}
                  voiceOf={room.voiceOf}
                  isCurrent={index === debrief.index}
                  isReadOnly={room.isReadOnly}
                  isRead={debrief.isRead(row)}
                  readers={debrief.readers
                    .filter((person) => person.row === row.id)
                    .map((person) => room.voiceOf(person.personId))}
                  isMarkedByMe={debrief.isMarkedByMe(row)}
                  isOtherAway={debrief.away !== null || isAlone}
                  isBeyond={isBeyond(row)}
                  isLate={(note) => endedAt !== null && Date.parse(note.createdAt) > endedAt}
                  rowProps={list.rowProps(index)}
                  onHeard={heard}
                  onAdd={toField}
                  onMark={mark}
                  onFollowUp={followUp}
                  onLink={link}
                  onPart={part}
                  onWords={hasWords ? () => toWords(row) : null}
                />
              </Fragment>
            ))}
            {firstBeyond === -1 ? awayLine : null}
          </ol>
        )}
        {room.isReadOnly ? null : (
          <DebriefComposer
            ref={field}
            room={room}
            atMs={current?.atMs ?? null}
            onKept={() => announce('Kept')}
            onLeave={() => field.current?.blur()}
          />
        )}
      </div>
    </Screen>
  );
}

function isTyping(field: HTMLTextAreaElement | null): boolean {
  return field !== null && document.activeElement === field && field.value !== '';
}

function emptyWords(isLoaded: boolean, shown: Shown): string {
  if (!isLoaded) return 'Fetching the notes…';
  return shown === 'all'
    ? 'Nobody noted anything. Write down what you remember.'
    : 'Nothing here. 0 shows all.';
}
