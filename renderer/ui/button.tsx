import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { ariaKeys, Keycap } from './keycap.tsx';

export type ButtonVariant = 'primary' | 'quiet' | 'ghost' | 'danger';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` is the one filled button of a view; `danger` is outlined in red. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** The key that does the same, shown as a keycap: 'C', 'Ctrl Enter'. Binding it is the screen's work. */
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

/** A button with words. Passes every other attribute on, so menus, dialogs and popovers can use it as their opener. */
export function Button({
  variant = 'quiet',
  size = 'normal',
  icon,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      {...rest}
      className={classNames(styles.button, styles[variant], styles[size], className)}
    >
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
      {keys === undefined ? null : (
        <span className={styles.keys} aria-hidden="true">
          <Keycap keys={keys} />
        </span>
      )}
    </button>
  );
}
