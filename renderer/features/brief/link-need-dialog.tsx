// Which need goes into the brief: one field that searches, and the needs below it, moved through without leaving it.
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { NeedId } from '../../../shared/ids.ts';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { findNeeds } from './editor/find-needs.ts';
import styles from './link-need-dialog.module.css';

export interface LinkNeedDialogProps {
  readonly needs: readonly Need[];
  /** Needs whose evidence the brief shows already. */
  readonly inBrief: ReadonlySet<NeedId>;
  readonly onLink: (need: Need) => void;
  readonly onClose: () => void;
}

export function LinkNeedDialog({ needs, inBrief, onLink, onClose }: LinkNeedDialogProps) {
  const [sought, setSought] = useState('');
  const [current, setCurrent] = useState(0);
  const listId = useId();
  const found = findNeeds(needs, sought);
  const at = Math.min(current, found.length - 1);
  const chosen = found[at];
  const link = (need: Need | undefined) => {
    if (need === undefined) return;
    onClose();
    onLink(need);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setCurrent(Math.max(0, Math.min(next, found.length - 1)));
      window.document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      link(chosen);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Link a need"
      description="Its people and quotes appear in the brief and stay live; the need is kept through every computation."
      primary={{ label: 'Link', onDo: () => link(chosen), isDisabled: chosen === undefined }}
    >
      <TextField
        label="Search needs"
        isLabelHidden
        placeholder="Search needs"
        icon={Search}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${at}`}
        autoComplete="off"
        value={sought}
        onChange={(words) => {
          setSought(words);
          setCurrent(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Needs" className={styles.list}>
        {found.map((need, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: options are named by aria-activedescendant of the field
          <div
            key={need.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            onClick={() => link(need)}
            onMouseMove={() => setCurrent(index)}
          >
            <span className={styles.label}>{labelParts(need.label).words}</span>
            {inBrief.has(need.id) ? <Badge>In this brief</Badge> : null}
            <PeopleStrip cells={need.stances.map((cell) => cell.stance)} isDecorative />
            <span className={styles.people}>
              {need.people} of {need.stances.length} people
            </span>
          </div>
        ))}
      </div>
      {found.length > 0 ? null : (
        <p className={styles.none} role="status">
          {needs.length === 0
            ? 'No needs yet. They come from interviews with words; see Needs.'
            : `No need is called anything like “${sought.trim()}”.`}
        </p>
      )}
    </Dialog>
  );
}
