// How a long computation stays answerable: it reports, makes room for others, and stops when asked.
import { AppError } from '../errors.ts';
import type { CancelSignal } from './encoder.ts';

export type ExtractionStep = 'load' | 'encode' | 'compare' | 'group' | 'label';

export interface ExtractionProgress {
  readonly step: ExtractionStep;
  /** Texts while encoding and labelling, runs while grouping. */
  readonly done: number;
  readonly total: number;
  /** Id of the interview that is being encoded. */
  readonly interview: string | null;
}

export interface Work {
  readonly signal?: CancelSignal | undefined;
  readonly onProgress?: ((progress: ExtractionProgress) => void) | undefined;
  /** Lets waiting messages in, so that a cancel can arrive during the parts that only compute. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** Between two parts of the work. Throws AppError('cancelled') when the signal is aborted. */
export async function breathe(work: Work, progress?: ExtractionProgress): Promise<void> {
  if (progress) work.onProgress?.(progress);
  await work.pause?.();
  if (work.signal?.aborted) throw new AppError('cancelled', 'The extraction was cancelled.');
}
