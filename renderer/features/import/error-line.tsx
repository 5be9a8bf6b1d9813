import type { ErrorWords } from '../../text/error-text.ts';
import styles from './import.module.css';

/** What went wrong, within a dialog. */
export function ErrorLine({ words }: { readonly words: ErrorWords | null }) {
  if (words === null) return null;
  return (
    <p role="alert" className={styles.error}>
      <b>{words.title}.</b> {words.happened} {words.kept} {words.next}
    </p>
  );
}
