// One note in the stream: the time in the middle, the PM's mark left of it and everyone else's right, then the words.
import { Ellipsis } from 'lucide-react';
import { type ReactNode, type RefCallback, useState } from 'react';
import { withCurrentTags } from '../../../../shared/interviews/current-tags.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ListRowProps } from '../../../ui/list-keys.ts';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { StatusText } from '../../../ui/status-text.tsx';
import { CallTime } from '../../../ui/time.tsx';
import { noteLabel } from './note-label.ts';
import { NoteWords } from './note-words.tsx';
import type { Voice } from './people-here.ts';
import styles from './stream.module.css';

export interface NoteRowProps {
  readonly note: Note;
  readonly codebook: readonly Tag[];
  readonly author: Voice;
  readonly takenBy: Voice | null;
  readonly askedBy: Voice | null;
  readonly isWaiting: boolean;
  /** Whether it is on the disk, after its words; “waiting” without it. */
  readonly state?: ReactNode;
  readonly isCurrent: boolean;
  /** Asked only when the menu is there to be opened. */
  readonly entriesOf: () => readonly MenuEntry[];
  /** The field that stands in place of the words while they are edited. */
  readonly editor: ReactNode;
  readonly rowProps: ListRowProps;
  /** Called with the row once it is drawn. */
  readonly onDrawn?: RefCallback<HTMLElement> | undefined;
}

export function NoteRow(props: NoteRowProps) {
  const { author, takenBy, askedBy, isWaiting, isCurrent, entriesOf, editor, rowProps, onDrawn } = props;
  const state = props.state ?? (isWaiting ? <StatusText kind="waiting">waiting</StatusText> : null);
  const note = withCurrentTags(props.note, props.codebook);
  const [isNear, setNear] = useState(false);
  const voices = {
    author: author.name,
    takenBy: takenBy?.name ?? null,
    askedBy: askedBy?.name ?? null,
  };
  const entries = isNear || isCurrent ? entriesOf() : [];
  const mark = <Avatar name={author.name} role={note.role} initials={author.initials} isDecorative />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: in the virtual list a wrapper stands between, which an <ol> may not hold
    <div
      {...rowProps}
      ref={(element) => {
        rowProps.ref(element);
        onDrawn?.(element);
      }}
      data-note={note.id}
      className={classNames(
        styles.note,
        note.markedBy.length > 0 && styles.marked,
        isWaiting && styles.waiting,
        isCurrent && styles.current,
      )}
      role="listitem"
      aria-label={noteLabel(note, voices, isWaiting)}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <span className={styles.left}>{note.role === 'pm' ? mark : null}</span>
      <CallTime className={styles.time} text={formatCallTime(note.atMs)} ms={note.atMs} />
      <span className={styles.right}>{note.role === 'pm' ? null : mark}</span>
      <div className={styles.body}>
        {editor ?? <NoteWords note={note} takenBy={takenBy} askedBy={askedBy} />}
        {state == null ? null : <span className={styles.state}>{state}</span>}
      </div>
      {editor == null && entries.length > 0 ? (
        <span className={styles.acts}>
          <Menu
            align="end"
            opener={
              <IconButton icon={Ellipsis} size="small" label="What to do with this note" hasTooltip={false} />
            }
            entries={entries}
          />
        </span>
      ) : null}
    </div>
  );
}
