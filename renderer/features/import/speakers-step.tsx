// The second step of an import: who is who in one file, and how its clock stands to the call's.
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './import.module.css';
import type { ImportFile } from './import-file.ts';
import { SpeakersTable } from './speakers-table.tsx';
import type { FileAnswer } from './use-file-answers.ts';

export interface SpeakersStepProps {
  readonly file: ImportFile;
  readonly answer: FileAnswer;
  /** The participant's pseudonym; empty for a new one without a name. */
  readonly target: string;
  readonly people: readonly Person[];
  readonly onIdentify: (name: string, identity: SpeakerIdentity) => void;
  readonly onOffset: (typed: string) => void;
  readonly onRemember: (isRemembered: boolean) => void;
}

export function SpeakersStep(props: SpeakersStepProps) {
  const { file, answer, target, people, onIdentify, onOffset, onRemember } = props;
  const preview = file.reading.kind === 'read' ? file.reading.preview : null;
  const speakers = preview?.speakers ?? [];
  return (
    <>
      {speakers.length === 0 ? (
        <p className={styles.quiet}>
          This file does not say who speaks. All words go to ‘Unknown’ until you say.
        </p>
      ) : (
        <SpeakersTable
          speakers={speakers}
          identities={answer.identities}
          guessed={answer.guessed}
          people={people}
          participant={target}
          onChange={onIdentify}
        />
      )}
      {speakers.length === 0 ? null : (
        <Checkbox
          label="Remember these names for the next file"
          isChecked={answer.isRemembered}
          onChange={onRemember}
        />
      )}
      {preview?.lengthMs == null || answer.target.kind === 'new' ? null : (
        <div className={styles.offset}>
          <span aria-hidden="true">The recording started</span>
          <TextField
            label="Seconds between the call clock’s start and the recording’s"
            isLabelHidden
            className={styles.seconds}
            inputMode="decimal"
            placeholder="0"
            value={answer.offset}
            onChange={onOffset}
            error={answer.offsetMs === null ? 'Seconds, such as 12 or −2.5.' : undefined}
          />
          <span aria-hidden="true">s after the call clock.</span>
          <span className={styles.offsetHint}>
            Notes and words can be lined up later, half a second at a time.
          </span>
        </div>
      )}
    </>
  );
}
