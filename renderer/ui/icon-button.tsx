import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import buttonStyles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './icon-button.module.css';
import { ariaKeys } from './keycap.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does, in words: the name for screen readers and the tooltip for everyone else. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly variant?: 'quiet' | 'ghost' | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  /** False where Esc has to reach the dialog around it at once, as on its close button. */
  readonly hasTooltip?: boolean | undefined;
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left' | undefined;
}

/** A button of one icon. Its words are in the tooltip and in its name. */
export function IconButton({
  icon,
  label,
  keys,
  variant = 'ghost',
  size = 'normal',
  tooltipSide,
  hasTooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={tooltipSide} isDisabled={!hasTooltip}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        {...rest}
        className={classNames(
          buttonStyles.button,
          buttonStyles[variant],
          buttonStyles[size],
          styles.icon,
          styles[size],
          className,
        )}
      >
        <Icon of={icon} size={size === 'small' ? 14 : 16} />
      </button>
    </Tooltip>
  );
}
