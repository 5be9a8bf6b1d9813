// Adds evidence by hand: words selected in any transcript, or a note of the team.
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Params } from '../../../../shared/contract.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { useCall } from '../../../state/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { noteChoices, type SpanChoice, turnChoices } from './evidence-choices.ts';
import { InterviewNotes } from './interview-notes.tsx';
import styles from './need.module.css';

type Addition = Params<'needs.addQuote'>;

export interface AddEvidenceDialogProps {
  readonly need: Need;
  readonly facts: WorkspaceFacts;
  readonly onAdd: (addition: Addition) => void;
  readonly onClose: () => void;
}

export function AddEvidenceDialog({ need, facts, onAdd, onClose }: AddEvidenceDialogProps) {
  const interviews = facts.interviews.filter((entry) => !entry.isArchived);
  const [interviewId, setInterviewId] = useState<InterviewId | null>(interviews[0]?.id ?? null);
  const [from, setFrom] = useState<'words' | 'notes'>('words');
  const [verdict, setVerdict] = useState<Addition['verdict']>('for');
  const [sought, setSought] = useState('');
  const [source, setSource] = useState<Addition['source'] | null>(null);
  const add = () => {
    if (source === null) return;
    onAdd({
      id: need.id,
      source,
      verdict: source.kind === 'note' && verdict === 'request' ? 'for' : verdict,
    });
    onClose();
  };
  const restart = () => {
    setSource(null);
    setSought('');
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title="Add a quote or a note"
      description="Choose what somebody said, and select the words that matter; without a selection all of it is taken."
      primary={{ label: 'Add', onDo: add, isDisabled: source === null }}
    >
      <div className={styles.adding}>
        <Select
          label="Interview"
          value={interviewId}
          onChange={(id) => {
            setInterviewId(id);
            restart();
          }}
          options={interviews.map((entry) => ({
            value: entry.id,
            label: facts.participants.find((one) => one.id === entry.participantId)?.pseudonym ?? 'Unknown',
          }))}
        />
        <ToggleGroup
          label="Add from"
          value={from}
          onChange={(next) => {
            setFrom(next);
            restart();
          }}
          options={[
            { value: 'words', label: 'Transcript' },
            { value: 'notes', label: 'Notes' },
          ]}
        />
        <ToggleGroup
          label="It speaks"
          value={verdict}
          onChange={setVerdict}
          options={[
            { value: 'for', label: 'For' },
            { value: 'request', label: 'Asked for' },
            { value: 'against', label: 'Against' },
          ]}
        />
      </div>
      <TextField
        label={from === 'words' ? 'Search the words' : 'Search the notes'}
        icon={Search}
        value={sought}
        onChange={setSought}
      />
      {interviewId === null ? null : from === 'words' ? (
        <Words key={interviewId} interviewId={interviewId} sought={sought} onPick={setSource} />
      ) : (
        <InterviewNotes
          key={interviewId}
          interviewId={interviewId}
          facts={facts}
          choose={(notes) => noteChoices(notes, sought)}
          picked={source?.kind === 'note' ? source.noteId : null}
          onPick={(noteId) => setSource({ kind: 'note', interviewId, noteId })}
        />
      )}
    </Dialog>
  );
}

function Words(props: {
  readonly interviewId: InterviewId;
  readonly sought: string;
  readonly onPick: (source: Addition['source'] | null) => void;
}) {
  const { interviewId, sought, onPick } = props;
  const answer = useCall('transcripts.read', { interviewId });
  const [picked, setPicked] = useState<SpanChoice | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  if (answer.status === 'loading') return <p className={styles.quiet}>Reading the transcript…</p>;
  const reading = answer.value;
  if (!reading)
    return <p className={styles.quiet}>This interview has no words yet. Its notes can be added.</p>;
  const choices = turnChoices(reading.turns, sought);
  const pick = (choice: SpanChoice | null, from = 0, to = choice?.text.length ?? 0) => {
    setPicked(choice);
    const source = choice && {
      kind: 'words' as const,
      interviewId,
      original: reading.original,
      from: choice.start + from,
      to: choice.start + to,
    };
    onPick(source);
  };
  return (
    <>
      <div className={styles.choices}>
        {choices.length === 0 ? (
          <p className={styles.quiet}>Nobody said that here.</p>
        ) : (
          <RadioGroup
            label="Said"
            isLabelHidden
            value={picked === null ? '' : String(picked.start)}
            onChange={(value) => pick(choices.find((choice) => String(choice.start) === value) ?? null)}
            options={choices.map((choice) => ({
              value: String(choice.start),
              label: <span className="voice">{choice.text}</span>,
              description: choice.source,
            }))}
          />
        )}
      </div>
      {picked === null ? null : (
        <label className={styles.selecting}>
          <span>Select the words that matter</span>
          <textarea
            ref={area}
            readOnly
            rows={3}
            className="voice"
            value={picked.text}
            onSelect={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget;
              if (selectionEnd > selectionStart) pick(picked, selectionStart, selectionEnd);
              else pick(picked);
            }}
          />
        </label>
      )}
    </>
  );
}
