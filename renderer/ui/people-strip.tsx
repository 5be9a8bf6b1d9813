import { classNames } from './class-names.ts';
import styles from './people-strip.module.css';

/** What one participant said about a need: for it, against it, nothing, or not computed yet. */
export type StripCell = 'for' | 'against' | 'silent' | 'pending';

export interface PeopleStripProps {
  /** One cell per participant, always in interview order. */
  readonly cells: readonly StripCell[];
  /** The participants in the same order; the cell under the pointer is named. */
  readonly names?: readonly string[] | undefined;
  readonly size?: 'normal' | 'big' | undefined;
  /** The places at which a new segment begins; a wider gap stands before them. */
  readonly segmentStarts?: readonly number[] | undefined;
  /** True when the same numbers stand beside it in words. */
  readonly isDecorative?: boolean | undefined;
}

/** Who voiced a need, one cell a person. Counts people, never mentions. */
export function PeopleStrip({
  cells,
  names,
  size = 'normal',
  segmentStarts = [],
  isDecorative = false,
}: PeopleStripProps) {
  const shape = classNames(
    styles.strip,
    size === 'big' && styles.big,
    cells.length >= narrowFrom && styles.narrow,
  );
  const drawn = cells.map((cell, index) => (
    <span
      // A cell is its place: the order of participants is the key.
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the interview order is the identity
      key={index}
      className={classNames(
        styles.cell,
        styles[cell],
        segmentStarts.includes(index) && index > 0 && styles.segmentStart,
      )}
      title={names?.[index] === undefined ? undefined : `${names[index]}, ${cellWords[cell]}`}
    />
  ));
  if (isDecorative) {
    return (
      <span className={shape} aria-hidden="true">
        {drawn}
      </span>
    );
  }
  return (
    <span role="img" className={shape} aria-label={stripSentence(cells, names)}>
      {drawn}
    </span>
  );
}

/** “6 of 8 people, 1 against, 1 not counted yet”, with the names of those who spoke when there are few. */
export function stripSentence(cells: readonly StripCell[], names?: readonly string[]): string {
  const count = (wanted: StripCell) => cells.filter((cell) => cell === wanted).length;
  const pending = count('pending');
  const counted = cells.length - pending;
  const parts = [`${count('for')} of ${counted} ${counted === 1 ? 'person' : 'people'}`];
  if (count('against') > 0) parts.push(`${count('against')} against`);
  if (pending > 0) parts.push(`${pending} not counted yet`);
  if (names === undefined || cells.length >= narrowFrom) return parts.join(', ');
  const spoke = (wanted: StripCell) => names.filter((_, index) => cells[index] === wanted).join(', ');
  const forNames = spoke('for');
  const againstNames = spoke('against');
  const listed = [forNames && `For: ${forNames}.`, againstNames && `Against: ${againstNames}.`]
    .filter(Boolean)
    .join(' ');
  return listed === '' ? parts.join(', ') : `${parts.join(', ')}. ${listed}`;
}

/** From this many people on the cells are 4 px wide and silent ones pale. */
const narrowFrom = 25;

const cellWords: Readonly<Record<StripCell, string>> = {
  for: 'said it',
  against: 'against',
  silent: 'did not mention it',
  pending: 'not counted yet',
};
