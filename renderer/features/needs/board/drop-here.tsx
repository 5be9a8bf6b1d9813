import styles from './board.module.css';

/** Where what is carried would be put down. */
export function DropHere({ isInList = false }: { readonly isInList?: boolean }) {
  const words = 'Drop here, or press Enter';
  // Between cards it is no card: a list counts what is in it.
  return isInList ? (
    <li role="presentation" className={styles.drop} data-drop="">
      {words}
    </li>
  ) : (
    <p className={styles.drop}>{words}</p>
  );
}
