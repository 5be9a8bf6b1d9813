import type { RefObject } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { TagChip } from '../../../ui/tag-chip.tsx';
import styles from './note-field.module.css';
import type { TagOption } from './tag-completion.ts';

export interface TagListProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly id: string;
  readonly options: readonly TagOption[];
  readonly index: number;
  readonly onTake: (name: string, isNew: boolean) => void;
}

/** The tags that fit what is typed, with what they mean. Focus stays in the field; the chosen one is its descendant. */
export function TagList({ ref, id, options, index, onTake }: TagListProps) {
  return (
    <div ref={ref} className={styles.list} role="listbox" id={id} aria-label="Tags">
      {options.map((option, at) => (
        <div
          key={`${option.kind} ${option.name}`}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className={classNames(styles.option, at === index && styles.chosen)}
          // Before the field loses its focus to the press.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(option.name, option.kind === 'new');
          }}
        >
          {option.kind === 'new' ? (
            <span>
              New tag <TagChip name={option.name} />
            </span>
          ) : (
            <>
              <TagChip name={option.name} />
              <span className={styles.definition}>{option.definition}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
