import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
  readonly isChecked: boolean;
  /** Some of what it stands for is checked. */
  readonly isMixed?: boolean | undefined;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean | undefined;
}

/** Yes or no, with its words to the right. The words are part of the target. */
export function Checkbox(props: CheckboxProps) {
  const {
    label,
    isLabelHidden = false,
    description,
    isChecked,
    isMixed = false,
    onChange,
    isDisabled = false,
  } = props;
  const descriptionId = useId();
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside, which renders an input
    <label className={classNames(styles.row, isDisabled && styles.disabled)}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={isChecked}
        indeterminate={isMixed}
        disabled={isDisabled}
        onCheckedChange={(checked) => onChange(checked)}
        aria-labelledby={labelId}
        aria-describedby={description === undefined ? undefined : descriptionId}
      >
        <BaseCheckbox.Indicator className={styles.tick}>
          {isMixed ? <Minus size={11} strokeWidth={3} /> : <Check size={11} strokeWidth={3} />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={isLabelHidden ? 'visually-hidden' : styles.words}>
        <span id={labelId}>{label}</span>
        {description === undefined ? null : (
          <span className={styles.description} id={descriptionId}>
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
