// The search within one transcript. It holds the words that are looked for; where they are, the view knows.
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './reading.module.css';
import { MOST_FOUND } from './search-turns.ts';

export interface FindBarProps {
  readonly wanted: string;
  readonly onWant: (words: string) => void;
  readonly found: number;
  /** The place among them, from 0. */
  readonly at: number;
  readonly onStep: (step: 1 | -1) => void;
  /** Esc: the words are shown without marks again, and the keys are theirs. */
  readonly onLeave: () => void;
  readonly field: Ref<HTMLInputElement>;
}

export function FindBar({ wanted, onWant, found, at, onStep, onLeave, field }: FindBarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onStep(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <search className={styles.find}>
      <TextField
        ref={field}
        className={styles.findField}
        label="Find in these words"
        isLabelHidden
        placeholder="Find in these words"
        icon={Search}
        keys="/"
        value={wanted}
        onChange={onWant}
        onKeyDown={onKeyDown}
      />
      {wanted.trim() === '' ? null : (
        <>
          <span role="status" className={styles.number}>
            {foundText(found, at)}
          </span>
          <IconButton
            icon={ChevronUp}
            label="Previous place"
            keys="P"
            size="small"
            disabled={found === 0}
            onClick={() => onStep(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next place"
            keys="N"
            size="small"
            disabled={found === 0}
            onClick={() => onStep(1)}
          />
        </>
      )}
    </search>
  );
}

function foundText(found: number, at: number): string {
  if (found === 0) return 'Not in these words';
  return `${at + 1} of ${found === MOST_FOUND ? `the first ${MOST_FOUND}` : found}`;
}
