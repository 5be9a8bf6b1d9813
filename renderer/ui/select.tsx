import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import menuStyles from './menu.module.css';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** In a quieter tone after the label: “38 notes”. */
  readonly detail?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly options: readonly SelectOption<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A round chip instead of a field, for filters and inline choices. */
  readonly form?: 'field' | 'chip' | undefined;
}

/** One of a few. Letters jump to an option, arrows move, Esc leaves the choice as it was. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    label,
    isLabelHidden = false,
    options,
    value,
    onChange,
    placeholder,
    isDisabled = false,
    form = 'field',
  } = props;
  return (
    <div className={styles.select}>
      <BaseSelect.Root
        items={options}
        value={value}
        disabled={isDisabled}
        onValueChange={(chosen) => (chosen === null ? undefined : onChange(chosen))}
      >
        <BaseSelect.Label className={isLabelHidden ? 'visually-hidden' : styles.label}>
          {label}
        </BaseSelect.Label>
        <BaseSelect.Trigger className={classNames(styles.trigger, styles[form])}>
          <BaseSelect.Value className={styles.value} placeholder={placeholder ?? 'Choose'} />
          <BaseSelect.Icon className={styles.icon}>
            <Icon of={ChevronsUpDown} size={14} />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner
            className={menuStyles.positioner}
            sideOffset={4}
            alignItemWithTrigger={false}
          >
            <BaseSelect.Popup className={classNames(menuStyles.popup, styles.popup)}>
              <BaseSelect.List>
                {options.map((option) => (
                  <BaseSelect.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.isDisabled ?? false}
                    className={menuStyles.entry}
                  >
                    <span className={menuStyles.tick}>
                      <BaseSelect.ItemIndicator>
                        <Icon of={Check} size={14} />
                      </BaseSelect.ItemIndicator>
                    </span>
                    <BaseSelect.ItemText className={menuStyles.label}>{option.label}</BaseSelect.ItemText>
                    {option.detail === undefined ? null : (
                      <span className={styles.detail}>{option.detail}</span>
                    )}
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </div>
  );
}
