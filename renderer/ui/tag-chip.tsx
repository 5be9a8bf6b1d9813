import { X } from 'lucide-react';
import { Icon } from './icon.tsx';
import styles from './tag-chip.module.css';
import { TagShape, type TagShapeProps } from './tag-shape.tsx';

export interface TagChipProps {
  /** Without the `#`. */
  readonly name: string;
  readonly shape?: TagShapeProps['shape'] | undefined;
  readonly tone?: TagShapeProps['tone'];
  /** Shows the places that carry it. */
  readonly onOpen?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}

/** A tag on a note: `#trust`, with its shape where there is room for one. */
export function TagChip({ name, shape, tone, onOpen, onRemove }: TagChipProps) {
  const words = (
    <>
      {shape === undefined ? null : <TagShape shape={shape} tone={tone} size={11} />}
      <span>
        <span className={styles.hash}>#</span>
        {name}
      </span>
    </>
  );
  return (
    <span className={styles.tag}>
      {onOpen === undefined ? (
        <span className={styles.name}>{words}</span>
      ) : (
        <button type="button" className={styles.name} onClick={onOpen}>
          {words}
        </button>
      )}
      {onRemove === undefined ? null : (
        <button type="button" className={styles.remove} onClick={onRemove} aria-label={`Take #${name} off`}>
          <Icon of={X} size={11} />
        </button>
      )}
    </span>
  );
}
