// An interview after it was listened to: its notes, its words and its guide. This is the root: it knows the stores and
// hands values and callbacks to everything below.
import type { InterviewId, NoteId } from '../../../../shared/ids.ts';
import type { Focus } from '../../../state/navigation.ts';
import { useInterview, useWorkspaceView } from '../../../state/use-document.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { InterviewReader } from './interview-reader.tsx';
import styles from './reading.module.css';

export interface InterviewScreenProps {
  readonly interviewId: InterviewId;
  /** Words to bring into view, as from a quote. */
  readonly focus?: Focus | undefined;
  /** The note to bring into view instead. */
  readonly noteId?: NoteId | undefined;
}

export function InterviewScreen({ interviewId, focus, noteId }: InterviewScreenProps) {
  const interview = useInterview(interviewId);
  const workspace = useWorkspaceView();
  const { go } = useNavigation();
  const crumbs = [{ label: 'Interviews', onGo: () => go({ place: 'interviews' }) }, { label: 'Interview' }];
  const entry = workspace.facts.interviews.find((one) => one.id === interviewId);
  const isRefused = interview.state.kind === 'refused';

  if (isRefused || (workspace.state.kind === 'live' && entry === undefined)) {
    return (
      <Screen crumbs={crumbs}>
        <EmptyState
          title={isRefused ? 'This interview cannot be opened.' : 'This interview is not here any more.'}
          actions={<Button onClick={() => go({ place: 'interviews' })}>All interviews</Button>}
        >
          {interview.state.reason ?? 'Somebody removed it, or the link belongs to another workspace.'}
        </EmptyState>
      </Screen>
    );
  }
  if (interview.state.kind === 'loading' || entry === undefined) {
    return (
      <Screen crumbs={crumbs}>
        <p className={styles.loading} role="status">
          Reading the notes…
        </p>
      </Screen>
    );
  }
  const shown = interview.facts.transcripts.at(-1) ?? null;
  return (
    // Other words are another reading: they are fetched once, and again only when another file has been imported.
    <InterviewReader
      key={`${interviewId} ${shown?.original ?? ''} ${shown?.format ?? ''} ${noteId ?? ''}`}
      entry={entry}
      interview={interview}
      workspace={workspace.facts}
      shown={shown}
      focus={focus}
      noteId={noteId}
    />
  );
}
