// One screen inside the AppFrame: title bar, tool bar, content and inspector. Features fill it; it knows none of them.
import { PanelRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { contentId } from './app-frame.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { type Crumb, Crumbs } from './crumbs.tsx';
import { Sheet } from './dialog.tsx';
import styles from './screen.module.css';
import { useMedia, widths } from './use-media.ts';

export interface ScreenProps {
  /** From the place to this screen; the last one is the current. Not a heading: the screen has its own `h1`. */
  readonly crumbs: readonly Crumb[];
  /** At the right of the title bar: presence, connection, buttons. */
  readonly actions?: ReactNode;
  /** Filters and view switches, 40 px under the title bar. */
  readonly toolBar?: ReactNode;
  readonly toolBarLabel?: string | undefined;
  /** The heading line over content and inspector, where both share one `h1`, as on Home. */
  readonly head?: ReactNode;
  /** A Callout or Notice over the content of this screen. */
  readonly banner?: ReactNode;
  /** The right pane; a sheet behind a button where the window is narrow. */
  readonly inspector?: ReactNode;
  /** The name of the pane and of that button. */
  readonly inspectorLabel?: string | undefined;
  /** In px, 336 to 408. */
  readonly inspectorWidth?: 336 | 372 | 408 | undefined;
  /** Keys and legend, under the content. */
  readonly foot?: ReactNode;
  /** The content scrolls as a whole; set false when parts of it scroll by themselves. */
  readonly isScrolling?: boolean | undefined;
  readonly children: ReactNode;
}

/** The regions of one screen, each a landmark with a name. */
export function Screen(props: ScreenProps) {
  const { crumbs, actions, toolBar, head, banner, inspector, foot, isScrolling = true, children } = props;
  const { toolBarLabel = 'Filters', inspectorLabel = 'Details', inspectorWidth = 336 } = props;
  const isSheet = useMedia(widths.sheet);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  return (
    <div className={styles.screen}>
      <header className={styles.titleBar}>
        <Crumbs crumbs={crumbs} />
        <div className={styles.actions}>{actions}</div>
        {inspector !== undefined && isSheet ? (
          <Button
            className={styles.details}
            icon={PanelRight}
            aria-haspopup="dialog"
            aria-expanded={isSheetOpen}
            onClick={() => setIsSheetOpen(true)}
          >
            <span>{inspectorLabel}</span>
          </Button>
        ) : null}
      </header>
      {toolBar === undefined ? null : (
        <section className={styles.toolBar} aria-label={toolBarLabel}>
          {toolBar}
        </section>
      )}
      {head === undefined ? null : (
        <section className={styles.head} aria-label={crumbs.at(-1)?.label}>
          {head}
        </section>
      )}
      <div className={styles.body}>
        <div className={styles.column}>
          {banner === undefined ? null : <div className={styles.banner}>{banner}</div>}
          <main
            id={contentId}
            tabIndex={-1}
            className={classNames(styles.main, isScrolling && styles.scrolling)}
          >
            {children}
          </main>
          {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
        </div>
        {inspector === undefined || isSheet ? null : (
          <aside className={styles.inspector} aria-label={inspectorLabel} data-width={inspectorWidth}>
            {inspector}
          </aside>
        )}
      </div>
      {inspector !== undefined && isSheet ? (
        <Sheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} title={inspectorLabel}>
          {inspector}
        </Sheet>
      ) : null}
    </div>
  );
}
