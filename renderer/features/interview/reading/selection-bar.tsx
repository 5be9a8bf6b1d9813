// What can be done with selected words: give them to a need, tag them, correct them. It stands right below them and takes no focus from them
// until something is typed.
import { Hash, MessageSquareQuote, NotebookPen, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './reading.module.css';

export interface SelectionBarProps {
  /** In px of the window. */
  readonly left: number;
  readonly top: number;
  readonly tags: readonly Tag[];
  readonly onTag: (tag: string) => void;
  readonly onCorrect: () => void;
  readonly onNote: (() => void) | undefined;
  /** Undefined while there is no need to give them to. */
  readonly onEvidence: ((verdict: Verdict) => void) | undefined;
}

export function SelectionBar({ left, top, tags, onTag, onCorrect, onNote, onEvidence }: SelectionBarProps) {
  const inUse = tags.filter((tag) => !tag.isArchived);
  return (
    <div
      className={styles.selectionBar}
      style={placeOnScreen(left, top, onEvidence === undefined ? 290 : 560)}
      role="toolbar"
      aria-label="Selected words"
      // A press would end the selection before it is heard.
      onMouseDown={(event) => event.preventDefault()}
    >
      {onEvidence === undefined ? null : (
        <>
          <Button
            size="small"
            variant="ghost"
            icon={MessageSquareQuote}
            keys="H"
            onClick={() => onEvidence('for')}
          >
            Need
          </Button>
          <Button size="small" variant="ghost" keys="R" onClick={() => onEvidence('request')}>
            Request
          </Button>
          <Button size="small" variant="ghost" keys="A" onClick={() => onEvidence('against')}>
            Against
          </Button>
        </>
      )}
      {inUse.length === 0 ? null : (
        <Menu
          opener={
            <Button size="small" variant="ghost" icon={Hash}>
              Tag
            </Button>
          }
          entries={inUse.map(({ name, hotkey }) => ({
            kind: 'act',
            label: `#${name}`,
            keys: hotkey === null ? undefined : String(hotkey),
            onDo: () => onTag(name),
          }))}
        />
      )}
      <Button size="small" variant="ghost" icon={Pencil} keys="E" onClick={onCorrect}>
        Correct
      </Button>
      {onNote === undefined ? null : (
        <Button size="small" variant="ghost" icon={NotebookPen} keys="Enter" onClick={onNote}>
          Note
        </Button>
      )}
    </div>
  );
}

export interface CorrectionFormProps {
  readonly left: number;
  readonly top: number;
  /** As the file says it, and as it stands now. */
  readonly original: string;
  readonly words: string;
  readonly onSave: (words: string) => void;
  readonly onClose: () => void;
}

/** The words in a field. The file is never changed; what is typed lies over it. */
export function CorrectionForm({ left, top, original, words, onSave, onClose }: CorrectionFormProps) {
  const [typed, setTyped] = useState(words);
  const isEmpty = typed.trim() === '';
  return (
    <form
      className={styles.correctionForm}
      style={placeOnScreen(left, top, 420)}
      aria-label="Correct these words"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onSave(typed.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label="These words, as they were said"
        isLabelHidden
        value={typed}
        maxLength={4_000}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={setTyped}
        description={`The file says: ${original.length > 80 ? `${original.slice(0, 79)}…` : original}. It stays as it is.`}
      />
      <div className={styles.formActs}>
        <Button size="small" onClick={onClose} type="button">
          Cancel
        </Button>
        {words === original ? null : (
          <Button size="small" type="button" onClick={() => onSave(original)}>
            As the file says
          </Button>
        )}
        <Button size="small" variant="primary" type="submit" disabled={isEmpty}>
          Correct
        </Button>
      </div>
    </form>
  );
}

/** Within the window, whatever is selected. All in px of the window. */
export function placeOnScreen(left: number, top: number, widthPx: number): { left: number; top: number } {
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - widthPx - 8)),
    top: Math.max(8, Math.min(top + 6, window.innerHeight - 130)),
  };
}
