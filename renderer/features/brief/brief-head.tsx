// The title of a brief, changed in place, and what is known about it in one line.
import { type ReactNode, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import styles from './brief.module.css';

export interface BriefHeadProps {
  readonly title: string;
  readonly words: number;
  /** “Edited 2 min ago”. */
  readonly edited: string;
  readonly by: string | null;
  readonly isEditing: boolean;
  readonly canRename: boolean;
  readonly onEdit: (isEditing: boolean) => void;
  readonly onRename: (title: string) => void;
  /** At the right of the line: how the text is seen. */
  readonly end?: ReactNode;
}

export function BriefHead(props: BriefHeadProps) {
  const { title, words, edited, by, isEditing, canRename, onEdit, onRename, end } = props;
  return (
    <header className={styles.head}>
      {isEditing ? (
        <TitleField
          title={title}
          onDone={(next) => {
            onEdit(false);
            if (next !== title) onRename(next);
          }}
        />
      ) : (
        <h1 className={styles.title}>
          {canRename ? (
            <button type="button" aria-keyshortcuts="r" title="Rename (R)" onClick={() => onEdit(true)}>
              {title}
            </button>
          ) : (
            title
          )}
        </h1>
      )}
      <div className={styles.meta}>
        <Badge tone="ok">Hypothesis</Badge>
        {by === null ? null : <span>Begun by {by}</span>}
        <span className="number">
          {words} {words === 1 ? 'word' : 'words'}
        </span>
        <span>{edited}</span>
        {end === undefined ? null : <span className={styles.metaEnd}>{end}</span>}
      </div>
    </header>
  );
}

/** Enter and leaving keep the title, Esc leaves it as it was; an empty one is none. */
function TitleField({ title, onDone }: { readonly title: string; readonly onDone: (title: string) => void }) {
  const [typed, setTyped] = useState(title);
  const keep = () => onDone(typed.trim() === '' ? title : typed.trim());
  return (
    <input
      className={styles.titleField}
      aria-label="Title"
      value={typed}
      maxLength={200}
      // The person has just asked for it.
      ref={(field) => {
        if (field !== null && document.activeElement !== field) {
          field.focus();
          field.select();
        }
      }}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') {
          event.preventDefault();
          onDone(title);
        }
      }}
    />
  );
}
