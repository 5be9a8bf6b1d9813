// Corrections and tags whose words are not in this version of the transcript any more. They are shown, not guessed a place.
import type { PlacedMark } from '../../../../shared/interviews/word-marks.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { count } from './interview-facts.ts';
import styles from './reading.module.css';
import type { WordMarks } from './use-word-marks.ts';

export interface LostProps {
  readonly marks: readonly PlacedMark[];
  readonly onRemove: WordMarks['remove'];
}

export function Lost({ marks, onRemove }: LostProps) {
  const lost = marks.filter(({ span, meaning }) => span === null && meaning.kind !== 'speaker');
  if (lost.length === 0) return null;
  return (
    <Callout tone="warn">
      <details className={styles.lost}>
        <summary>
          {count(lost.length, 'correction or tag', 'corrections and tags')} no longer{' '}
          {lost.length === 1 ? 'matches' : 'match'} these words. Nothing of them is lost.
        </summary>
        <ul>
          {lost.map(({ id, meaning, exact }) => (
            <li key={id}>
              “{exact.slice(0, 120)}”{' '}
              {meaning.kind === 'correction'
                ? `was corrected to “${meaning.text}”`
                : meaning.kind === 'tag'
                  ? `had #${meaning.tag}`
                  : ''}
              {onRemove === undefined ? null : (
                <Button size="small" variant="ghost" onClick={() => onRemove([id], 'Taken away.')}>
                  Take it away
                </Button>
              )}
            </li>
          ))}
        </ul>
      </details>
    </Callout>
  );
}
