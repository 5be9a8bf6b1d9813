import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Keycap } from './keycap.tsx';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** While true the tooltip stays away, as when the same words already stand beside the icon. */
  readonly isDisabled?: boolean | undefined;
  /** The element it describes; it has to pass attributes and ref on, as Button and IconButton do. */
  readonly children: ReactElement;
}

/** Words for an icon, on hover and on keyboard focus. Never the only place where something is said. */
export function Tooltip({ text, keys, side = 'top', isDisabled = false, children }: TooltipProps) {
  return (
    <BaseTooltip.Root disabled={isDisabled}>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <BaseTooltip.Popup className={styles.popup}>
            {text}
            {keys === undefined ? null : <Keycap keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
