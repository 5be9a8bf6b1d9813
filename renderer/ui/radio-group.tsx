import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import styles from './radio-group.module.css';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** Its sentence, read as the description. */
  readonly description?: string | undefined;
}

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in view. Arrows move. */
export function RadioGroup<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <BaseRadioGroup
      className={styles.group}
      aria-labelledby={id}
      value={value}
      onValueChange={(chosen: unknown) => {
        const next = options.find((option) => option.value === chosen);
        if (next !== undefined) onChange(next.value);
      }}
    >
      <span id={id} className={isLabelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </span>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI radio inside, which renders an input
        <label key={option.value} className={styles.row}>
          <Radio.Root
            value={option.value}
            className={styles.radio}
            aria-labelledby={`${id}-${option.value}`}
            aria-describedby={
              option.description === undefined ? undefined : `${id}-${option.value}-description`
            }
          />
          <span>
            <span id={`${id}-${option.value}`}>{option.label}</span>
            {option.description === undefined ? null : (
              <span id={`${id}-${option.value}-description`} className={styles.description}>
                {option.description}
              </span>
            )}
          </span>
        </label>
      ))}
    </BaseRadioGroup>
  );
}
