import styles from './matrix.module.css';

/** The number of people of a need, which opens them: the matrix hears its click by `data-opens`, as it hears its cells'. */
export function MatrixPeople({ row, people }: { readonly row: number; readonly people: number }) {
  return (
    <button
      type="button"
      // The matrix has one Tab stop; Enter on the need does the same.
      tabIndex={-1}
      data-opens={`${row} -1`}
      className={styles.count}
      aria-label={`${people} ${people === 1 ? 'person' : 'people'}: open their quotes`}
    >
      {people}
    </button>
  );
}
