// The keys of the live screen that are not about the words in a field: the stream's single letters, the guide's Alt keys,
// and undo. It knows what they mean only as callbacks.
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { useKeys } from '../../../ui/key-bindings.ts';

export interface LiveKeys {
  /** The note that the stream's cursor is on, if the cursor is in the stream. */
  readonly current: Note | null;
  readonly isReadOnly: boolean;
  readonly onDigit: (digit: string, note: Note) => boolean;
  readonly onMark: (note: Note) => void;
  readonly onEdit: (note: Note) => void;
  readonly onDelete: (note: Note) => void;
  /** The follow-up under the cursor, or the next one to ask. */
  readonly onTake: () => void;
  readonly onAsked: () => void;
  /** At the hint; false when there is none. */
  readonly onLook: () => boolean;
  readonly onBack: () => void;
  readonly onTick: () => void;
  readonly onQuestion: (step: 1 | -1) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function useLiveKeys(keys: LiveKeys): void {
  const { current } = keys;
  const withNote = (act: (note: Note) => unknown) => () =>
    current === null || keys.isReadOnly ? false : act(current);
  const writing = (act: () => void) => () => (keys.isReadOnly ? false : act());
  const undoing = (act: () => void) => () => (isTypingWords() || keys.isReadOnly ? false : act());
  const digits = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => String(index + 1)).map((digit) => [
      digit,
      withNote((note) => keys.onDigit(digit, note)),
    ]),
  );
  useKeys({
    ...digits,
    m: withNote(keys.onMark),
    e: withNote(keys.onEdit),
    Delete: withNote(keys.onDelete),
    Backspace: withNote(keys.onDelete),
    t: writing(keys.onTake),
    a: writing(keys.onAsked),
    h: keys.onLook,
    // From anywhere on the screen, so that one press too many never leaves an interview that runs.
    Enter: keys.onBack,
    Escape: keys.onBack,
    'Alt+Enter': writing(keys.onTick),
    'Alt+ArrowDown': () => keys.onQuestion(1),
    'Alt+ArrowUp': () => keys.onQuestion(-1),
    'Ctrl+z': undoing(keys.onUndo),
    'Ctrl+Shift+z': undoing(keys.onRedo),
    'Ctrl+y': undoing(keys.onRedo),
  });
}

/** Inside a field that holds words, undo belongs to them. */
function isTypingWords(): boolean {
  const focused = document.activeElement;
  return (
    (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) && focused.value !== ''
  );
}
