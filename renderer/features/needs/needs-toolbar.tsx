// Over the needs: the search, the filters, and the three ways to see them.
import { List, Search, StickyNote, Table2 } from 'lucide-react';
import type { NeedsViewName } from '../../state/preferences-store.ts';
import { TextField } from '../../ui/text-field.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { FilterBar, type FilterBarProps } from './filter-bar.tsx';
import styles from './needs.module.css';

export interface NeedsToolbarProps extends FilterBarProps {
  readonly sought: string;
  readonly onSearch: (text: string) => void;
  readonly view: NeedsViewName;
  readonly onView: (view: NeedsViewName) => void;
  /** Below 900 px only the ranked list fits. */
  readonly isNarrow: boolean;
}

export const SEARCH_ID = 'needs-search';

export function NeedsToolbar({ sought, onSearch, view, onView, isNarrow, ...filters }: NeedsToolbarProps) {
  return (
    <>
      <TextField
        id={SEARCH_ID}
        label="Search needs and quotes"
        isLabelHidden
        placeholder="Search needs and quotes"
        icon={Search}
        keys="/"
        className={styles.search}
        value={sought}
        onChange={onSearch}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onSearch('');
          event.currentTarget.blur();
        }}
      />
      <FilterBar {...filters} />
      <span className={styles.views}>
        {isNarrow ? (
          <span className={styles.quiet}>Matrix and board need a wider window.</span>
        ) : (
          <ToggleGroup
            label="View"
            size="small"
            value={view}
            onChange={onView}
            options={[
              { value: 'matrix', label: 'Matrix', icon: Table2 },
              { value: 'ranked', label: 'Ranked', icon: List },
              { value: 'board', label: 'Board', icon: StickyNote },
            ]}
          />
        )}
      </span>
    </>
  );
}
