import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface ChipProps extends ComponentPropsWithRef<'button'> {
  readonly icon?: LucideIcon | undefined;
  /** A filter that is set reads “In the room: both”. */
  readonly isOn?: boolean | undefined;
  readonly children: ReactNode;
}

/** A filter as a round button; normally the opener of a Popover or Menu. */
export function Chip({ icon, isOn = false, children, className, ...rest }: ChipProps) {
  return (
    <button type="button" {...rest} className={classNames(styles.chip, isOn && styles.on, className)}>
      {icon === undefined ? null : <Icon of={icon} size={14} />}
      {children}
    </button>
  );
}
