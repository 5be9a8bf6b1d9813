import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup as BaseToggleGroup } from '@base-ui/react/toggle-group';
import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './toggle-group.module.css';

export interface ToggleOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
}

export interface ToggleGroupProps<Value extends string> {
  /** What is being chosen: “View”. */
  readonly label: string;
  readonly options: readonly ToggleOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'small' | 'normal' | undefined;
}

/** One of two or three ways to see the same thing: Matrix, Ranked, Board. Arrows move, one is always on. */
export function ToggleGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'normal',
}: ToggleGroupProps<Value>) {
  return (
    <BaseToggleGroup
      className={classNames(styles.group, styles[size])}
      aria-label={label}
      value={[value]}
      onValueChange={(chosen: readonly string[]) => {
        const next = options.find((option) => option.value === chosen[0]);
        if (next !== undefined) onChange(next.value);
      }}
    >
      {options.map((option) => (
        <Toggle key={option.value} value={option.value} className={styles.option}>
          {option.icon === undefined ? null : <Icon of={option.icon} size={14} />}
          {option.label}
        </Toggle>
      ))}
    </BaseToggleGroup>
  );
}
