// Before the call: who it is, what to ask, who will listen. Joined from the stores; its parts know none of them.
import { Copy, Play, UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { InterviewId } from '../../../../shared/ids.ts';
import { startClock } from '../../../../shared/interviews/call-clock.ts';
import { readGuideText } from '../../../../shared/interviews/guide.ts';
import { setClockRecord } from '../../../../shared/interviews/interview-document.ts';
import { useHost, useSession } from '../../../state/host-context.tsx';
import { useOverlay } from '../../../state/overlay-store.ts';
import { useCall } from '../../../state/use-call.ts';
import { useInterview, useWorkspace } from '../../../state/use-document.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { GuideEditorHandle } from './guide-editor.tsx';
import { GuideSection } from './guide-section.tsx';
import { lastWithGuide, readGuideOf } from './last-guide.ts';
import { ParticipantLine } from './participant-line.tsx';
import styles from './prepare.module.css';
import { RoomList } from './room-list.tsx';
import { usePeopleHere } from './use-people-here.ts';

export interface PrepareScreenProps {
  readonly interviewId: InterviewId;
}

export function PrepareScreen({ interviewId }: PrepareScreenProps) {
  const { client, documents } = useHost();
  const session = useSession();
  const facts = useWorkspace();
  const { handle, document, state, facts: interview } = useInterview(interviewId);
  const interviews = useCall('interviews.list', {}, { refetchOn: ['interviews.changed'] });
  const { go } = useNavigation();
  const announce = useAnnounce();
  const toasts = useToasts();
  const overlay = useOverlay();
  const editor = useRef<GuideEditorHandle>(null);
  const [recognised, setRecognised] = useState<number | null>(null);
  const spoken = useRef<number | null>(null);
  const here = usePeopleHere(handle?.awareness ?? null);

  const entry = facts.interviews.find((candidate) => candidate.id === interviewId);
  const participant = facts.participants.find((candidate) => candidate.id === entry?.participantId);
  const isReadOnly = state.isReadOnly || (session?.workspace?.readOnlyBecause ?? null) !== null;
  const isStarted = interview.clock.kind !== 'ready';
  const canStart = document !== null && state.kind !== 'loading' && state.kind !== 'refused' && !isReadOnly;

  const start = () => {
    if (!canStart) return false;
    if (!isStarted) setClockRecord(document, startClock(interview.clock, Date.now()));
    go({ place: 'live', interviewId });
    return undefined;
  };
  useKeys({ 'Ctrl+Enter': start });

  const rows = interviews.status === 'loading' ? [] : (interviews.value ?? []);
  const before = lastWithGuide(rows, interviewId);
  const copyGuide = async () => {
    if (before === undefined) return;
    try {
      editor.current?.append(await readGuideOf(documents, before.id));
    } catch {
      toasts.show({ text: `${before.participant}'s guide could not be read. Nothing was changed.` });
    }
  };
  const sayQuestion = (number: number | null) => {
    if (number !== null && number !== spoken.current) announce(`Question ${number}`);
    spoken.current = number;
  };

  const crumbs = [
    { label: 'Interviews', onGo: () => go({ place: 'interviews' }) },
    { label: participant?.pseudonym ?? '' },
  ];
  if (state.kind === 'refused' && state.reason === 'no-such-document') {
    return (
      <Screen
        crumbs={[{ label: 'Interviews', onGo: () => go({ place: 'interviews' }) }, { label: 'Not here' }]}
      >
        <Notice
          title="This interview is not in this workspace"
          happened="Somebody removed it, or the address belongs to another workspace."
          kept="Everything else is as it was."
          next="Open an interview from the list."
          actions={[{ label: 'Interviews', onDo: () => go({ place: 'interviews' }) }]}
        />
      </Screen>
    );
  }
  return (
    <Screen
      crumbs={crumbs}
      inspectorLabel="What this talk should test"
      inspectorWidth={372}
      inspector={
        <>
          {facts.briefs.some((brief) => !brief.isArchived) ? (
            <section className={styles.section} aria-label="Hypotheses">
              <p className={styles.quiet}>Link a brief to see what this talk could test.</p>
            </section>
          ) : null}
          {session === null ? null : (
            <RoomList
              me={session.me}
              others={facts.people
                .filter((person) => person.id !== session.me.id)
                .map((person) => ({ person, isHere: here.has(person.id) }))}
            />
          )}
        </>
      }
      actions={
        <>
          <Button icon={UserPlus} onClick={() => overlay.open({ kind: 'share', interviewId })}>
            Share
          </Button>
          <Button variant="primary" icon={Play} keys="Ctrl Enter" disabled={!canStart} onClick={start}>
            {isStarted ? 'Go on listening' : 'Start listening'}
          </Button>
        </>
      }
    >
      <div className={styles.prepare}>
        <div className={styles.head}>
          <h1>{participant?.pseudonym ?? 'Interview'}</h1>
          {isStarted ? null : <Badge>Not started</Badge>}
        </div>
        {participant === undefined || entry === undefined ? null : (
          <ParticipantLine
            participant={participant}
            entry={entry}
            isReadOnly={isReadOnly}
            onParticipant={async (changes) => {
              await client.call('participants.update', { id: participant.id, ...changes });
            }}
            onPlannedAt={async (plannedAt) => {
              await client.call('interviews.update', { id: interviewId, plannedAt });
            }}
          />
        )}
        {document === null || state.kind === 'loading' ? null : (
          <GuideSection
            editorRef={editor}
            text={document.getText('guide')}
            questions={
              readGuideText(document.getText('guide').toString()).filter((line) => line.number !== null)
                .length
            }
            isReadOnly={isReadOnly}
            recognised={recognised}
            onRecognised={setRecognised}
            onUndoRecognised={() => {
              editor.current?.undo();
              setRecognised(null);
              editor.current?.focus();
            }}
            onEdited={() => setRecognised(null)}
            onQuestion={sayQuestion}
            copy={
              before === undefined || isReadOnly
                ? null
                : { icon: Copy, label: `From ${before.participant}'s guide`, onDo: () => void copyGuide() }
            }
          />
        )}
      </div>
    </Screen>
  );
}
