import { useEffect, useState } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import styles from './stream.module.css';

/** What stands where the notes will be. A wait is shown only when it lasts. */
export function StreamEmpty({ isLoading }: { readonly isLoading: boolean }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isLoading) return;
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, [isLoading]);
  return (
    <div className={styles.empty}>
      {isLoading ? (
        isSlow ? (
          <EmptyState title="Fetching the notes…">You can type already.</EmptyState>
        ) : null
      ) : (
        <EmptyState title="Type what you hear. Enter keeps it." />
      )}
    </div>
  );
}
