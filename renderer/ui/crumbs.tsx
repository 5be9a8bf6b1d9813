import { ChevronRight } from 'lucide-react';
import styles from './crumbs.module.css';
import { Icon } from './icon.tsx';

export interface Crumb {
  readonly label: string;
  /** Quieter, after the label: “Owner, two food trucks”. */
  readonly detail?: string | undefined;
  /** Goes there; the last crumb needs none. */
  readonly onGo?: (() => void) | undefined;
}

/** Where this screen stands: “Interviews › Rowan”. */
export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav className={styles.crumbs} aria-label="You are here">
      <ol className={styles.list}>
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li key={crumb.label} className={styles.crumb} aria-current={isLast ? 'page' : undefined}>
              {index === 0 ? null : <Icon of={ChevronRight} size={14} />}
              {crumb.onGo === undefined || isLast ? (
                <span className={isLast ? styles.here : undefined}>{crumb.label}</span>
              ) : (
                <button type="button" className={styles.go} onClick={crumb.onGo}>
                  {crumb.label}
                </button>
              )}
              {crumb.detail === undefined ? null : <span className={styles.detail}>{crumb.detail}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
