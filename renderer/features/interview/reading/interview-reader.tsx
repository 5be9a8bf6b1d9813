// One interview on the screen: title bar, the switch between notes, transcript and guide, and the pane of what is known
// about it. The words are asked for once here; what is typed and decided stays live.
import { Ellipsis, Headphones, Upload, UserPlus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { NoteId } from '../../../../shared/ids.ts';
import { withCurrentTags } from '../../../../shared/interviews/current-tags.ts';
import type { Note, TranscriptRef } from '../../../../shared/interviews/interview-document.ts';
import type { InterviewEntry } from '../../../../shared/workspace/people.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { useHost, useSession } from '../../../state/host-context.tsx';
import type { Focus } from '../../../state/navigation.ts';
import { useOverlay } from '../../../state/overlay-store.ts';
import { useCall } from '../../../state/use-call.ts';
import type { InterviewView } from '../../../state/use-document.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { Menu } from '../../../ui/menu.tsx';
import { RoomMark } from '../../../ui/role-mark.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import { AttachRecordingDialog } from './attach-recording-dialog.tsx';
import { GuideList } from './guide-list.tsx';
import { dateOf, roomOf } from './interview-facts.ts';
import { InterviewInspector } from './interview-inspector.tsx';
import { NoteList } from './note-list.tsx';
import styles from './reading.module.css';
import { recordingEntries } from './recording-entries.ts';
import { statementsIn } from './statements.ts';
import { TranscriptPane } from './transcript-pane.tsx';
import { useInterviewActs } from './use-interview-acts.ts';
import { useNeedEvidence } from './use-need-evidence.tsx';
import { useNoteWriting } from './use-note-writing.ts';
import { useRecording } from './use-recording.ts';
import { useWordMarks } from './use-word-marks.ts';

export interface InterviewReaderProps {
  readonly entry: InterviewEntry;
  readonly interview: InterviewView;
  readonly workspace: WorkspaceFacts;
  /** The import that is shown: the newest. */
  readonly shown: TranscriptRef | null;
  readonly focus: Focus | undefined;
  readonly noteId: NoteId | undefined;
}

type View = 'notes' | 'transcript' | 'guide';

/** From here on there is room for the words, the notes beside them, and the pane. */
const WIDE = '(min-width: 1480px)';

export function InterviewReader({ entry, interview, workspace, shown, focus, noteId }: InterviewReaderProps) {
  const { navigation } = useHost();
  const session = useSession();
  const overlay = useOverlay();
  const acts = useInterviewActs(entry.id, interview.document);
  const words = useCall('transcripts.read', { interviewId: entry.id });
  const needs = useCall(
    'needs.list',
    {},
    { refetchOn: ['needs.changed', 'extraction.changed', 'workspace.changed'] },
  );
  const [chosen, setChosen] = useState<View | null>(noteId === undefined ? null : 'notes');
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isWide = useMedia(WIDE);
  const { go, back } = navigation.getState();

  const facts = useMemo(() => {
    const today = (note: Note) => withCurrentTags(note, workspace.tags);
    const { notes, deletedNotes } = interview.facts;
    return { ...interview.facts, notes: notes.map(today), deletedNotes: deletedNotes.map(today) };
  }, [interview.facts, workspace.tags]);
  const view = chosen ?? (shown === null ? 'notes' : 'transcript');
  const participant = workspace.participants.find((one) => one.id === entry.participantId);
  const name = participant?.pseudonym ?? 'Participant';
  const needsView = needs.status === 'loading' ? null : (needs.value ?? null);
  const statements = useMemo(
    () => (shown === null ? [] : statementsIn(needsView?.needs ?? [], entry.id, shown.original)),
    [needsView, entry.id, shown],
  );
  const importWords = () => overlay.open({ kind: 'import', files: [], interviewId: entry.id });
  const nameSpeakers = () => overlay.open({ kind: 'speakers', interviewId: entry.id });
  const listen = () => go({ place: 'live', interviewId: entry.id });
  const over = useWordMarks(entry.id, shown?.original ?? null, interview.state.isReadOnly);
  const evidence = useNeedEvidence(entry.id, shown?.original ?? null, needsView?.needs ?? []);
  const writing = useNoteWriting(entry.id, interview, workspace.tags);
  const hasNeeds = needsView?.needs.some((need) => need.status !== 'dismissed') ?? false;
  const proposal = useCall(
    'transcripts.proposeOffset',
    { interviewId: entry.id },
    { refetchOn: ['transcript.changed'] },
  );
  const recording = useRecording(entry.id);
  const [attaching, setAttaching] = useState<'new' | 'moved' | null>(null);
  const isListening = facts.clock.kind === 'running' || facts.clock.kind === 'paused';

  useKeys({
    Escape: back,
    i: () => (shown === null ? importWords() : false),
    s: () => (shown === null ? false : nameSpeakers()),
  });

  const inspector = (
    <InterviewInspector
      facts={facts}
      shown={shown}
      isOriginalThere={words.status === 'ready' ? (words.value?.isOriginalThere ?? true) : true}
      warnings={words.status === 'loading' ? [] : (words.value?.warnings ?? [])}
      people={workspace.people}
      statements={statements}
      needs={needsView}
      interviewId={entry.id}
      onSayThere={interview.state.isReadOnly ? undefined : acts.sayThere}
      onOpenNeed={(needId) => go({ place: 'need', needId })}
      onCompute={acts.compute}
      onImport={importWords}
    />
  );
  const isPane = view !== 'transcript' || isWide;
  return (
    <Screen
      crumbs={[
        { label: 'Interviews', onGo: () => go({ place: 'interviews' }) },
        {
          label: name,
          detail: [participant?.description ?? '', dateOf(entry)].filter((part) => part !== '').join(' · '),
        },
      ]}
      isScrolling={view !== 'transcript'}
      inspectorLabel="About this interview"
      inspector={isPane ? inspector : undefined}
      actions={
        <>
          {facts.attendance.length === 0 ? null : (
            <RoomMark people={roomOf(facts.attendance, workspace.people)} />
          )}
          <ToggleGroup
            label="View"
            size="small"
            value={view}
            onChange={setChosen}
            options={[
              { value: 'notes', label: 'Notes' },
              { value: 'transcript', label: 'Transcript' },
              { value: 'guide', label: 'Guide' },
            ]}
          />
          {isListening ? (
            <Button icon={Headphones} onClick={listen}>
              Go on listening
            </Button>
          ) : null}
          {shown === null ? (
            <Button icon={Upload} variant="primary" keys="I" onClick={importWords}>
              Import transcript
            </Button>
          ) : (
            <Button icon={Users} keys="S" onClick={nameSpeakers}>
              Speakers
            </Button>
          )}
          <Button icon={UserPlus} onClick={() => overlay.open({ kind: 'share', interviewId: entry.id })}>
            Share
          </Button>
          <Menu
            align="end"
            opener={<IconButton icon={Ellipsis} label="More" variant="quiet" />}
            entries={[
              { kind: 'act', label: 'Write more notes', onDo: listen },
              {
                kind: 'act',
                label: 'Debrief',
                onDo: () => go({ place: 'debrief', interviewId: entry.id }),
              },
              ...(shown === null
                ? []
                : [
                    { kind: 'act' as const, label: 'Replace the transcript', onDo: importWords },
                    {
                      kind: 'act' as const,
                      label: 'Export the words as WebVTT',
                      onDo: () => acts.exportWords('webvtt'),
                    },
                    {
                      kind: 'act' as const,
                      label: 'Export the words as Markdown',
                      onDo: () => acts.exportWords('markdown'),
                    },
                  ]),
              ...(interview.state.isReadOnly ? [] : recordingEntries(recording, () => setAttaching('new'))),
              { kind: 'line' },
              entry.isArchived
                ? { kind: 'act', label: 'Bring back', onDo: () => acts.archive(false) }
                : { kind: 'act', label: 'Archive', onDo: () => acts.archive(true) },
            ]}
          />
        </>
      }
    >
      <h1 className="visually-hidden">{name}</h1>
      {view === 'notes' ? (
        <NoteList
          notes={facts.notes}
          deleted={facts.deletedNotes}
          noteId={noteId}
          people={workspace.people}
          me={session?.me.id ?? null}
          onWrite={listen}
          onRestore={interview.state.isReadOnly ? undefined : acts.restoreNote}
          importWords={shown === null ? importWords : undefined}
        />
      ) : null}
      {view === 'guide' && interview.document !== null ? (
        <GuideList document={interview.document} people={workspace.people} />
      ) : null}
      {view === 'transcript' ? (
        <TranscriptPane
          words={words}
          shown={shown}
          facts={facts}
          who={{ speakers: facts.speakers, people: workspace.people, participant: name }}
          statements={statements}
          needs={needsView?.needs ?? []}
          focus={focus}
          over={over}
          tags={workspace.tags}
          proposal={proposal.status === 'ready' ? proposal.value : null}
          onOpenNeed={(needId) => go({ place: 'need', needId })}
          onSetOffset={interview.state.isReadOnly ? undefined : acts.setOffset}
          recording={recording}
          onFindRecording={() => setAttaching('moved')}
          onImport={importWords}
          onEvidence={interview.state.isReadOnly || !hasNeeds ? undefined : evidence.ask}
          writing={writing}
          onDetails={isPane ? undefined : () => setSheetOpen(true)}
        />
      ) : null}
      {evidence.dialog}
      {attaching === null ? null : (
        <AttachRecordingDialog
          interviewId={entry.id}
          moved={attaching === 'moved' && recording.state.kind === 'moved' ? recording.state : null}
          onClose={() => setAttaching(null)}
        />
      )}
      <Sheet isOpen={isSheetOpen && !isPane} onClose={() => setSheetOpen(false)} title="About this interview">
        <div className={styles.sheet}>{inspector}</div>
      </Sheet>
    </Screen>
  );
}
