import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover.module.css';

export interface PopoverProps {
  readonly opener: ReactElement;
  /** Its name for screen readers, and its heading unless hidden. */
  readonly title: string;
  readonly isTitleHidden?: boolean | undefined;
  /** To open and close it from outside; otherwise it looks after itself. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly side?: 'top' | 'bottom' | 'right' | undefined;
  readonly children: ReactNode;
}

/** A small surface beside its opener, such as a filter with its counts. Esc closes, focus returns. */
export function Popover(props: PopoverProps) {
  const {
    opener,
    title,
    isTitleHidden = false,
    isOpen,
    onOpenChange,
    align = 'start',
    side = 'bottom',
    children,
  } = props;
  const control = isOpen === undefined ? {} : { open: isOpen };
  return (
    <BasePopover.Root {...control} onOpenChange={(open) => onOpenChange?.(open)}>
      <BasePopover.Trigger render={opener} />
      <BasePopover.Portal>
        <BasePopover.Positioner className={styles.positioner} align={align} side={side} sideOffset={6}>
          <BasePopover.Popup className={styles.popup}>
            <BasePopover.Title className={isTitleHidden ? 'visually-hidden' : styles.title}>
              {title}
            </BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
