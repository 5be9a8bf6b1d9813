import type { NeedId } from '../../../shared/ids.ts';
import { type Saturation, saturationSentence } from '../../../shared/needs/saturation.ts';
import styles from './needs.module.css';

export interface SaturationLineProps {
  readonly saturation: Saturation | null;
  /** Shows the needs that the number counts. */
  readonly onShow: (ids: readonly NeedId[], why: string) => void;
}

/** “The last three interviews brought one new need.” The sentence opens what it counts. */
export function SaturationLine({ saturation, onShow }: SaturationLineProps) {
  if (saturation === null) return null;
  const sentence = saturationSentence(saturation);
  return (
    <p className={styles.saturation}>
      {saturation.brought.length === 0 ? (
        sentence
      ) : (
        <button
          type="button"
          className={styles.link}
          onClick={() => onShow(saturation.brought, 'First heard in the last three interviews')}
        >
          {sentence}
        </button>
      )}
    </p>
  );
}
