// A file that can be read in two ways: what each would make of it, and the choice between them.
import { useState } from 'react';
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { formatName } from '../../../shared/transcripts/format-name.ts';
import type { TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import { Button } from '../../ui/button.tsx';
import { FirstLines } from './first-lines.tsx';
import styles from './import.module.css';

export interface PossibleReadingsProps {
  readonly fileName: string;
  readonly preview: Pick<TranscriptPreview, 'format' | 'firstTurns' | 'otherReadings'>;
  readonly onReadAs: (format: TranscriptFormat) => void;
}

export function PossibleReadings({ fileName, preview, onReadAs }: PossibleReadingsProps) {
  const [lookedAt, setLookedAt] = useState<TranscriptFormat | null>(null);
  const { format, firstTurns, otherReadings } = preview;
  const readings = [{ format, firstTurns }, ...otherReadings];
  const looked = readings.find((one) => one.format === lookedAt);
  return (
    <>
      <p>
        {readings.length === 2 ? 'Two' : readings.length} readings fit:{' '}
        {readings.map((one) => formatName(one.format)).join(', or ')}. Which is it?
      </p>
      <ul className={styles.readings} aria-label={`Readings of ${fileName}`}>
        {readings.map((one) => {
          const name = formatName(one.format);
          const isLooked = one.format === lookedAt;
          return (
            <li key={one.format}>
              <Button size="small" onClick={() => onReadAs(one.format)}>
                Read as {name}
              </Button>
              <button
                type="button"
                className={styles.link}
                aria-expanded={isLooked}
                onClick={() => setLookedAt(isLooked ? null : one.format)}
              >
                Look at it<span className="visually-hidden"> as {name}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {looked === undefined ? null : (
        <FirstLines turns={looked.firstTurns} fileName={`${fileName} as ${formatName(looked.format)}`} />
      )}
    </>
  );
}
