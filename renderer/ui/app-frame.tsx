// The outer shell: the way past the navigation, the navigation itself, and the place where a Screen stands. It knows
// no feature; the sidebar and the screen are handed in.
import type { ReactNode } from 'react';
import styles from './app-frame.module.css';
import { classNames } from './class-names.ts';

export interface AppFrameProps {
  /** Normally a Sidebar. Without one the screen has the whole width, as for guests. */
  readonly sidebar?: ReactNode;
  /** Folded by the person (`\`) or by the screen; narrow windows fold it in any case. */
  readonly isSidebarFolded?: boolean | undefined;
  /** A message over everything until it is solved, such as a full disk. */
  readonly banner?: ReactNode;
  /** The desktop app keeps the window buttons' place free: left on a Mac, right on Windows. */
  readonly windowButtons?: 'left' | 'right' | undefined;
  /** A Screen. */
  readonly children: ReactNode;
}

/** The regions around every screen. Stands inside UiProviders, with one Screen inside it. */
export function AppFrame({
  sidebar,
  isSidebarFolded = false,
  banner,
  windowButtons,
  children,
}: AppFrameProps) {
  return (
    <div
      className={classNames(styles.frame, sidebar === undefined && styles.bare)}
      data-folded={isSidebarFolded ? '' : undefined}
      data-bare={sidebar === undefined ? '' : undefined}
      data-window-buttons={windowButtons}
    >
      <a className={styles.skip} href={`#${contentId}`}>
        Skip to content
      </a>
      {banner === undefined ? null : <div className={styles.banner}>{banner}</div>}
      {sidebar}
      <div className={styles.screen}>{children}</div>
    </div>
  );
}

/** The id of `main`, where “Skip to content” leads. */
export const contentId = 'content';
