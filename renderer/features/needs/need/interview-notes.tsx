import type { InterviewId, NoteId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { useInterview } from '../../../state/use-document.ts';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import styles from './need.module.css';

export interface InterviewNotesProps {
  readonly interviewId: InterviewId;
  readonly facts: WorkspaceFacts;
  readonly choose: (notes: readonly Note[]) => readonly Note[];
  readonly picked: NoteId | null;
  readonly onPick: (id: NoteId) => void;
}

/** The notes of one interview, to pick one from. */
export function InterviewNotes({ interviewId, facts, choose, picked, onPick }: InterviewNotesProps) {
  const view = useInterview(interviewId);
  const notes = choose(view.facts?.notes ?? []);
  if (notes.length === 0) return <p className={styles.quiet}>No note here says that.</p>;
  return (
    <div className={styles.choices}>
      <RadioGroup
        label="Note"
        isLabelHidden
        value={picked ?? ''}
        onChange={(value) => {
          const note = notes.find(({ id }) => id === value);
          if (note) onPick(note.id);
        }}
        options={notes.map((note) => ({
          value: String(note.id),
          label: [note.text, ...note.tags.map((tag) => `#${tag}`)].join(' '),
          description: `${facts.people.find(({ id }) => id === note.author)?.name ?? 'Somebody'}, ${formatCallTime(note.atMs)}`,
        }))}
      />
    </div>
  );
}
