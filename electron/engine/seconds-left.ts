// How long an extraction will take, from how long its texts have taken so far.
import type { ExtractionStep } from '../../shared/extraction/progress.ts';

export interface ExtractionPace {
  readonly step: ExtractionStep;
  readonly done: number;
  readonly total: number;
  /** Statements that had no vector when the job began. */
  readonly unknownTexts: number;
  readonly computed: number;
  readonly computingMs: number;
}

/** Fewer texts say nothing about the pace: the first ones are slower. */
const LEAST_TEXTS = 24;
/** A statement brings its exchange with it more often than not; exchanges take longer, too. */
const TEXTS_PER_STATEMENT = 1.6;
/** Comparing, grouping and labelling, about; measured with 12 interviews on two cores. */
const AFTER_ENCODING_SECONDS = 5;

/** Whole seconds until the end of the job, or null while there is too little to go by. */
export function estimateSecondsLeft(pace: ExtractionPace): number | null {
  const { step, done, total, unknownTexts, computed, computingMs } = pace;
  if (step === 'load') return null;
  if (step !== 'encode') {
    const share = step === 'label' && total > 0 ? (1 - done / total) / 2 : 1;
    return Math.ceil(AFTER_ENCODING_SECONDS * share);
  }
  if (unknownTexts === 0) return AFTER_ENCODING_SECONDS;
  if (computed < LEAST_TEXTS) return null;
  const left = Math.max(0, unknownTexts * TEXTS_PER_STATEMENT - computed);
  return Math.ceil((left * computingMs) / computed / 1_000) + AFTER_ENCODING_SECONDS;
}
