import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { assertNever } from '../../shared/result.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Keycap } from './keycap.tsx';
import styles from './menu.module.css';

export type MenuEntry =
  | {
      readonly kind: 'act';
      readonly label: string;
      readonly onDo: () => void;
      readonly icon?: LucideIcon | undefined;
      /** The key that does the same outside the menu. */
      readonly keys?: string | undefined;
      readonly isDestructive?: boolean | undefined;
      readonly isDisabled?: boolean | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly isChosen: boolean;
      readonly onChoose: () => void;
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'line' };

export interface MenuProps {
  /** The opener: Button, IconButton or anything that passes attributes and ref on. */
  readonly opener: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end' | undefined;
  readonly side?: 'top' | 'bottom' | 'right' | undefined;
}

/** Acts behind a button. Whatever stands here also has a key or stands elsewhere. */
export function Menu({ opener, entries, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={opener} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} align={align} side={side} sideOffset={4}>
          <BaseMenu.Popup className={styles.popup}>
            <Entries entries={entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface ContextMenuProps {
  readonly entries: readonly MenuEntry[];
  /** The element the menu belongs to, such as a row; it has to pass attributes and ref on. */
  readonly children: ReactElement;
}

/** The same acts on the right button of the pointer, or a long press. */
export function ContextMenu({ entries, children }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={children} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className={styles.positioner}>
          <BaseContextMenu.Popup className={styles.popup}>
            <Entries entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}

function Entries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    // The same label may stand twice, as under two headings; entries do not move while the menu is open.
    const key = `${entry.kind}-${index}`;
    switch (entry.kind) {
      case 'act':
        return (
          <BaseMenu.Item
            key={key}
            className={classNames(styles.entry, entry.isDestructive && styles.destructive)}
            disabled={entry.isDisabled ?? false}
            onClick={entry.onDo}
          >
            {entry.icon === undefined ? null : <Icon of={entry.icon} />}
            <span className={styles.label}>{entry.label}</span>
            {entry.keys === undefined ? null : <Keycap keys={entry.keys} />}
          </BaseMenu.Item>
        );
      case 'choice':
        return (
          <BaseMenu.CheckboxItem
            key={key}
            className={styles.entry}
            checked={entry.isChosen}
            onCheckedChange={entry.onChoose}
            closeOnClick
          >
            <span className={styles.tick}>{entry.isChosen ? <Icon of={Check} size={14} /> : null}</span>
            <span className={styles.label}>{entry.label}</span>
          </BaseMenu.CheckboxItem>
        );
      case 'heading':
        return (
          <div key={key} className={styles.heading}>
            {entry.label}
          </div>
        );
      case 'line':
        return <BaseMenu.Separator key={key} className={styles.line} />;
      default:
        return assertNever(entry);
    }
  });
}
