import { Command } from 'cmdk';
import type { Range } from '../../../shared/search/snippet.ts';
import { classNames } from '../../ui/class-names.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import type { Hit } from './find-entries.ts';
import styles from './palette.module.css';
import { PaletteIcon } from './palette-icon.tsx';

export interface PaletteRowProps {
  readonly hit: Hit;
  readonly onChoose: () => void;
}

/** One result: what it is, its words with the matched letters underlined, and how it counts or which key does it. */
export function PaletteRow({ hit, onChoose }: PaletteRowProps) {
  const { entry, ranges, detailRanges } = hit;
  const isSaid = entry.kind === 'said' || entry.kind === 'notes';
  const isVerbatim = entry.isVerbatim === true;
  const detail =
    entry.detail === undefined || entry.detail === '' ? null : (
      <span className={classNames(styles.detail, isSaid && styles.atEnd)}>
        <Marked text={entry.detail} ranges={detailRanges} />
      </span>
    );
  return (
    <Command.Item value={entry.id} onSelect={onChoose} className={styles.row}>
      <span className={styles.icon}>
        <PaletteIcon entry={entry} />
      </span>
      <span className={classNames(styles.text, isSaid && styles.long, isVerbatim && styles.said)}>
        {isVerbatim ? '“' : entry.kind === 'tags' ? '#' : ''}
        <Marked text={entry.text} ranges={ranges} />
        {isVerbatim ? '”' : ''}
      </span>
      {detail}
      {entry.need === undefined ? null : (
        <span className={styles.people}>
          <PeopleStrip cells={entry.need.stances.map((cell) => cell.stance)} isDecorative />
          {entry.need.people} {entry.need.people === 1 ? 'person' : 'people'}
        </span>
      )}
      {entry.keys === undefined ? null : (
        <span className={styles.keys}>
          {entry.keys.map((key) => (
            <Keycap key={key} keys={key} />
          ))}
        </span>
      )}
    </Command.Item>
  );
}

function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  let at = 0;
  const parts = ranges.flatMap(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return [
      before,
      <mark key={from} className={styles.match}>
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
