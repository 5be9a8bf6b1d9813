// A note at the time of the words it belongs to, written while reading. The field and its draft are those of the live
// composer; when and where it opens, the view says.
import { useEffect, useRef, useState } from 'react';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Button } from '../../../ui/button.tsx';
import { NoteField } from '../live/note-field.tsx';
import styles from './reading.module.css';
import { placeOnScreen } from './selection-bar.tsx';
import type { NoteWriting } from './use-note-writing.ts';

export interface TurnNoteProps {
  readonly writing: NoteWriting;
  /** Call time of the words. */
  readonly atMs: number;
  /** In px of the window. */
  readonly left: number;
  readonly top: number;
  /** What was typed stays as a draft. */
  readonly onClose: () => void;
}

export function TurnNote({ writing, atMs, left, top, onClose }: TurnNoteProps) {
  const { draft, keep } = writing;
  const [isMovedHere, setMovedHere] = useState(false);
  // Words that were begun beside other words stay theirs, until somebody says otherwise.
  const begunAtMs = isMovedHere ? atMs : (draft.draft?.atMs ?? atMs);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const keepAndClose = () => {
    if (keep(begunAtMs)) onClose();
  };
  return (
    <form
      className={styles.correctionForm}
      style={placeOnScreen(left, top, 420)}
      aria-label={`Note at ${formatCallTime(begunAtMs)}`}
      onSubmit={(event) => {
        event.preventDefault();
        keepAndClose();
      }}
    >
      <div className={styles.turnNote}>
        <span className={styles.noteTime}>{formatCallTime(begunAtMs)}</span>
        <NoteField
          ref={field}
          label="Note"
          placeholder="What do these words tell you? # tags, // marks."
          value={draft.draft?.text ?? ''}
          tags={writing.tags}
          plainAt={draft.draft?.plainAt ?? []}
          onChange={(text) => draft.change(text)}
          onLeavePlain={draft.leavePlain}
          onNewTag={writing.addToCodebook}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              onClose();
            }
            if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
            event.preventDefault();
            keepAndClose();
          }}
        />
      </div>
      {begunAtMs === atMs ? null : (
        <p className={styles.begunElsewhere} role="status">
          You began this at {formatCallTime(begunAtMs)}, and it is kept there.{' '}
          <Button size="small" type="button" variant="ghost" onClick={() => setMovedHere(true)}>
            Keep it at {formatCallTime(atMs)}
          </Button>
        </p>
      )}
      <div className={styles.formActs}>
        <Button size="small" type="button" keys="Esc" onClick={onClose}>
          Close
        </Button>
        <Button size="small" variant="primary" type="submit" keys="Enter" disabled={draft.draft === null}>
          Keep
        </Button>
      </div>
    </form>
  );
}
