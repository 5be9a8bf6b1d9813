import { classNames } from './class-names.ts';
import { type Role, roleShape, roleWords } from './role.ts';
import styles from './track.module.css';

export interface TrackNote {
  /** Call time in milliseconds. */
  readonly atMs: number;
  readonly role: Role;
  /** A moment marked with `//`: drawn as a tall tick as well. */
  readonly isMarked?: boolean | undefined;
}

export interface TrackStatement {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface TrackProps {
  readonly notes: readonly TrackNote[];
  /** The length of the call, planned or real, in milliseconds. */
  readonly durationMs: number;
  /** `list` 18 px, `live` 26 px, `transcript` 28 px high; always as wide as its container. */
  readonly size?: 'list' | 'live' | 'transcript' | undefined;
  /** Draws the now-line and darkens what has been. */
  readonly nowMs?: number | undefined;
  readonly statements?: readonly TrackStatement[] | undefined;
  /** The part of the transcript that is in view. */
  readonly viewport?: { readonly fromMs: number; readonly toMs: number } | undefined;
  readonly label?: string | undefined;
}

/** Who was listening when, in one line: PM circles above, everyone else below, a tall tick for a marked moment. */
export function Track({
  notes,
  durationMs,
  size = 'list',
  nowMs,
  statements = [],
  viewport,
  label,
}: TrackProps) {
  const { height, radius, side } = sizes[size];
  const middle = height / 2;
  const place = (atMs: number) => `${percent(atMs, durationMs)}%`;
  const drawn = notes.length > binsFrom ? binned(notes) : notes;
  return (
    <svg
      className={classNames(styles.track, styles[size])}
      height={height}
      role="img"
      aria-label={label ?? trackSentence(notes)}
    >
      {viewport === undefined ? null : (
        <rect
          x={place(viewport.fromMs)}
          y="0"
          width={place(viewport.toMs - viewport.fromMs)}
          height={height}
          rx="3"
          className={styles.viewport}
        />
      )}
      <line x1="0" x2="100%" y1={middle} y2={middle} className={styles.base} />
      {nowMs === undefined ? null : (
        <line x1="0" x2={place(nowMs)} y1={middle} y2={middle} className={styles.passed} />
      )}
      {statements.map((statement) => (
        <rect
          key={`${statement.fromMs}-${statement.toMs}`}
          x={place(statement.fromMs)}
          y={middle - 4}
          width={place(Math.max(statement.toMs - statement.fromMs, durationMs / 100))}
          height="8"
          className={styles.statement}
        />
      ))}
      {withKeys(drawn).map(({ key, note }) => (
        <Mark key={key} note={note} x={place(note.atMs)} height={height} radius={radius} side={side} />
      ))}
      {nowMs === undefined ? null : (
        <line x1={place(nowMs)} x2={place(nowMs)} y1="2" y2={height - 2} className={styles.now} />
      )}
    </svg>
  );
}

/** “19 notes by the PM, 17 by the engineer, 3 marked moments”. */
export function trackSentence(notes: readonly TrackNote[]): string {
  const counts = new Map<Role, number>([['pm', 0]]);
  for (const note of notes) counts.set(note.role, (counts.get(note.role) ?? 0) + 1);
  const parts = [...counts].map(([role, count], index) =>
    index === 0
      ? `${count} ${count === 1 ? 'note' : 'notes'} by the ${roleWords[role]}`
      : `${count} by the ${roleWords[role]}`,
  );
  const marked = notes.filter((note) => note.isMarked).length;
  if (marked > 0) parts.push(`${marked} marked ${marked === 1 ? 'moment' : 'moments'}`);
  return parts.join(', ');
}

interface MarkProps {
  readonly note: TrackNote;
  readonly x: string;
  readonly height: number;
  readonly radius: number;
  readonly side: number;
}

function Mark({ note, x, height, radius, side }: MarkProps) {
  const shape = roleShape(note.role);
  const below = height / 2 + (height > 20 ? 3 : 2);
  return (
    <>
      {note.isMarked ? <line x1={x} x2={x} y1="1" y2={height - 1} className={styles.marked} /> : null}
      {shape === 'pm' ? (
        <circle cx={x} cy={height / 2 - (height > 20 ? 5.5 : 4)} r={radius} className={styles.pm} />
      ) : (
        <rect
          x={x}
          y={below}
          width={side}
          height={side}
          rx={shape === 'other' ? side / 2 : 0}
          // Centred on its time: the percentage is the middle of the square.
          transform={`translate(${-side / 2} 0)`}
          className={shape === 'engineer' ? styles.engineer : styles.other}
        />
      )}
    </>
  );
}

/** Two notes may share time and role, so the how-manieth is part of the key. */
function withKeys(
  notes: readonly TrackNote[],
): readonly { readonly key: string; readonly note: TrackNote }[] {
  const seen = new Map<string, number>();
  return notes.map((note) => {
    const place = `${note.role}-${note.atMs}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return { key: `${place}-${times}`, note };
  });
}

/** One mark per role and 20 s, so that a long talk stays readable. */
function binned(notes: readonly TrackNote[]): readonly TrackNote[] {
  const bins = new Map<string, TrackNote>();
  for (const note of notes) {
    const atMs = Math.floor(note.atMs / binMs) * binMs + binMs / 2;
    const key = `${note.role}-${atMs}`;
    bins.set(key, { atMs, role: note.role, isMarked: note.isMarked || bins.get(key)?.isMarked });
  }
  return [...bins.values()];
}

function percent(atMs: number, durationMs: number): number {
  if (durationMs <= 0) return 0;
  return Math.round(Math.min(Math.max(atMs / durationMs, 0), 1) * 10_000) / 100;
}

const binsFrom = 120;
const binMs = 20_000;
const sizes = {
  list: { height: 18, radius: 2, side: 3.8 },
  live: { height: 26, radius: 2.5, side: 5 },
  transcript: { height: 28, radius: 2.5, side: 5 },
} as const;
