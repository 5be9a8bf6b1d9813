import { useId, useRef } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { KEY_COLUMNS, type KeyList } from './key-lists.ts';
import styles from './keyboard-sheet.module.css';

export interface KeyboardSheetProps {
  /** Somebody who has one interview and nothing around it. */
  readonly isForGuest?: boolean;
  readonly onClose: () => void;
}

const GUESTS: readonly string[] = ['Live, in the stream', 'Prepare, and live while typing', 'Dialogs'];

/** Every key of this version, by where it works, as this system's keyboard prints them. Prints on one page. */
export function KeyboardSheet({ isForGuest = false, onClose }: KeyboardSheetProps) {
  const columns = KEY_COLUMNS.map((lists) =>
    lists.filter(({ where }) => !isForGuest || GUESTS.includes(where)),
  ).filter((lists) => lists.length > 0);
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      initialFocus={sheet}
      title="Keyboard"
      description={
        isForGuest
          ? 'Single letters work outside text fields: Esc leads out of yours.'
          : 'Single letters work outside text fields; turn them off in Settings.'
      }
      size="full"
    >
      <div ref={sheet} tabIndex={-1} className={styles.sheet}>
        {columns.map((lists) => (
          <div key={lists[0]?.where} className={styles.column}>
            {lists.map((list) => (
              <Keys key={list.where} list={list} />
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function Keys({ list }: { readonly list: KeyList }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.where}>
        {list.where}
      </h3>
      <ul>
        {list.lines.map((line) => (
          <li key={line.what} className={styles.line}>
            <span className={styles.what}>{line.what}</span>
            {line.keys.map((key) =>
              key === '–' ? (
                <span key={key}>
                  <span aria-hidden="true">–</span>
                  <span className="visually-hidden">to</span>
                </span>
              ) : (
                <Keycap key={key} keys={key} />
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
