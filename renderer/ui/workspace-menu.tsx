import { ChevronsUpDown } from 'lucide-react';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';
import { Menu, type MenuEntry } from './menu.tsx';
import styles from './workspace-menu.module.css';

export interface WorkspaceMenuProps {
  /** The name of the workspace, or “Earshot” while none is open. */
  readonly name: string;
  /** Switch, new, open folder, rename, show folder. Without entries the name is only a name. */
  readonly entries?: readonly MenuEntry[] | undefined;
}

/** The workspace's name at the top of the sidebar, and what can be done with it. */
export function WorkspaceMenu({ name, entries = [] }: WorkspaceMenuProps) {
  const words = (
    <>
      <Logo />
      <span className={styles.name}>{name}</span>
    </>
  );
  if (entries.length === 0) return <div className={styles.workspace}>{words}</div>;
  return (
    <Menu
      entries={entries}
      opener={
        <button type="button" className={styles.workspace} aria-label={`Workspace ${name}`}>
          {words}
          <Icon of={ChevronsUpDown} size={14} className={styles.icon} />
        </button>
      }
    />
  );
}
