import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { TargetGuess } from './guess-target.ts';
import styles from './import.module.css';
import type { Target } from './import-file.ts';
import type { TargetChoice } from './target-choices.ts';

export interface TargetLineProps {
  readonly fileName: string;
  readonly target: Target;
  readonly because: TargetGuess['because'] | null;
  readonly choices: readonly TargetChoice[];
  readonly onChange: (target: Target) => void;
}

const BECAUSE: Readonly<Record<TargetGuess['because'], string>> = {
  asked: '',
  version: '',
  date: 'matched by date and length',
  name: 'matched by name',
  'only-one': 'the only one whose notes wait for words',
  nothing: '',
};

/** “Goes to Rowan, 24 Nov · matched by name”, changeable. */
export function TargetLine({ fileName, target, because, choices, onChange }: TargetLineProps) {
  const chosen = target.kind === 'interview' ? choices.find((one) => one.id === target.id) : undefined;
  return (
    <div className={styles.target}>
      <span>Goes to</span>
      <Select
        form="chip"
        label={`Interview that ${fileName} goes to`}
        isLabelHidden
        value={target.kind === 'interview' ? target.id : 'new'}
        options={[
          { value: 'new', label: 'New interview' },
          ...choices.map(({ id, label, detail }) => ({ value: id, label, detail })),
        ]}
        onChange={(value) => {
          const choice = choices.find((one) => one.id === value);
          onChange(choice === undefined ? { kind: 'new', name: '' } : { kind: 'interview', id: choice.id });
        }}
      />
      {target.kind === 'new' ? (
        <TextField
          className={styles.newName}
          label="The participant’s name here, a pseudonym"
          isLabelHidden
          placeholder="Pseudonym, or a number"
          maxLength={80}
          value={target.name}
          onChange={(name) => onChange({ kind: 'new', name })}
        />
      ) : null}
      {chosen?.hasWords ? (
        <span>
          {because === 'version' ? 'A newer export of the same call. ' : 'It has words already. '}
          Notes, tags and corrections stay on the words that are still there; the earlier file is kept.
        </span>
      ) : because === null || BECAUSE[because] === '' ? null : (
        <span>{BECAUSE[because]}</span>
      )}
    </div>
  );
}
