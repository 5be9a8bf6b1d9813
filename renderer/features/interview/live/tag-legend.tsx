import type { Tag } from '../../../../shared/workspace/tags.ts';
import { Keycap } from '../../../ui/keycap.tsx';
import styles from './composer.module.css';

export interface TagLegendProps {
  readonly tags: readonly Tag[];
  /** False while there is no note to tag. */
  readonly isEnabled: boolean;
  readonly onTag: (digit: string) => void;
}

/** Which digit sets which tag, each also a button. */
export function TagLegend({ tags, isEnabled, onTag }: TagLegendProps) {
  const keyed = tags
    .flatMap((tag) => (tag.hotkey === null || tag.isArchived ? [] : [{ name: tag.name, digit: tag.hotkey }]))
    .sort((a, b) => a.digit - b.digit);
  if (keyed.length === 0) return null;
  return (
    <div className={styles.legend}>
      <span id="tag-legend">Tag the last note:</span>
      <ul aria-labelledby="tag-legend">
        {keyed.map(({ name, digit }) => (
          <li key={digit}>
            <button type="button" disabled={!isEnabled} onClick={() => onTag(String(digit))}>
              <Keycap keys={String(digit)} />
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
