import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import styles from './choice-row.module.css';
import { classNames } from './class-names.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  /** Its words, or only a drawing when `name` says it. */
  readonly content: ReactNode;
  /** For screen readers, where the content is no words. */
  readonly name?: string | undefined;
}

export interface ChoiceRowProps<Value extends string> {
  /** What is being chosen: “Role”. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `joined` for two to five words in one frame, `drawings` for shapes and colours. */
  readonly form?: 'joined' | 'drawings' | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One of a few, side by side. A radio group: arrows move, one is always chosen. */
export function ChoiceRow<Value extends string>({
  label,
  choices,
  value,
  onChange,
  form = 'joined',
  isDisabled = false,
}: ChoiceRowProps<Value>) {
  return (
    <BaseRadioGroup
      className={classNames(styles.row, styles[form])}
      aria-label={label}
      value={value}
      disabled={isDisabled}
      onValueChange={(chosen: unknown) => {
        const next = choices.find((choice) => choice.value === chosen);
        if (next !== undefined) onChange(next.value);
      }}
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className={styles.choice}
          aria-label={choice.name}
          title={choice.name}
        >
          {choice.content}
        </Radio.Root>
      ))}
    </BaseRadioGroup>
  );
}
