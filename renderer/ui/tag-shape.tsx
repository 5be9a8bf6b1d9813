import type { TAG_SHAPES, TAG_TONES } from '../../shared/workspace/tags.ts';
import { classNames } from './class-names.ts';
import styles from './tag-shape.module.css';

type TagShapeName = (typeof TAG_SHAPES)[number];
type TagToneName = (typeof TAG_TONES)[number];

/** Kinds wear the voice marks instead of a shape. */
export type KindShapeName = 'need' | 'request';

export interface TagShapeProps {
  readonly shape: TagShapeName | KindShapeName;
  readonly tone?: TagToneName | undefined;
  /** In px. */
  readonly size?: number | undefined;
}

/** The mark of a tag: shape first, tone second. Decoration; the name stands beside it. */
export function TagShape({ shape, tone = 'ink', size = 14 }: TagShapeProps) {
  return (
    <svg
      className={classNames(styles.shape, styles[tone])}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="currentColor"
      aria-hidden="true"
    >
      {drawings[shape]}
    </svg>
  );
}

const drawings = {
  circle: <circle cx="7" cy="7" r="5.2" />,
  ring: <circle cx="7" cy="7" r="4.4" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  diamond: <path d="M7 .8 13.2 7 7 13.2.8 7z" />,
  triangle: <path d="M7 1.4 13 12.4H1z" />,
  hexagon: <path d="M7 .9l5.4 3v6.2L7 13.1l-5.4-3V3.9z" />,
  bar: <rect x="1" y="4.6" width="12" height="4.8" rx="1" />,
  plus: <path d="M7 1.5v11M1.5 7h11" fill="none" stroke="currentColor" strokeWidth="2.6" />,
  steps: <path d="M1 13V8h4V4.5h4V1h4v12z" />,
  half: (
    <>
      <path d="M7 1.6a5.4 5.4 0 0 0 0 10.8z" />
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  cross: <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" fill="none" stroke="currentColor" strokeWidth="2.6" />,
  need: (
    <rect
      x=".8"
      y="2.3"
      width="12.4"
      height="9.4"
      rx="1.5"
      fill="var(--mark)"
      stroke="var(--mark-line)"
      strokeWidth="1.3"
    />
  ),
  request: (
    <rect
      x="1"
      y="2.5"
      width="12"
      height="9"
      rx="1"
      fill="none"
      stroke="var(--request)"
      strokeWidth="1.5"
      strokeDasharray="2.2 1.6"
    />
  ),
} satisfies Record<TagShapeName | KindShapeName, React.ReactElement>;
