// Collects what a person should know about a file, without drowning them: each kind is named a few times, then counted.
import type { TranscriptWarning } from './transcript.ts';

export type WarningKind = TranscriptWarning['kind'];

const MAX_PER_KIND = 20;

export class WarningList {
  /** What `line` counts, as a word at the front of a sentence. */
  readonly unit: 'Line' | 'Entry';
  readonly #warnings: TranscriptWarning[] = [];
  readonly #counts = new Map<WarningKind, number>();

  constructor(unit: 'Line' | 'Entry' = 'Line') {
    this.unit = unit;
  }

  /** `line` counts from 1 in the file; null when the warning is about the whole of it. */
  add(kind: WarningKind, message: string, line: number | null = null): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= MAX_PER_KIND) this.#warnings.push({ kind, message, line });
  }

  /** At most 20 of a kind in the order they were added, then one for each kind that had more. */
  list(): readonly TranscriptWarning[] {
    const summaries: TranscriptWarning[] = [];
    for (const [kind, count] of this.#counts) {
      if (count <= MAX_PER_KIND) continue;
      const more = count - MAX_PER_KIND;
      summaries.push({ kind, message: `${more} more of these: ${SUBJECTS[kind]}.`, line: null });
    }
    return [...this.#warnings, ...summaries];
  }
}

const SUBJECTS = {
  'no-speakers': 'words without a speaker',
  'no-times': 'words without a time',
  'times-backwards': 'times that go backwards',
  overlap: 'times that overlap',
  'missing-end': 'times without an end',
  'skipped-text': 'lines left out',
  'replaced-characters': 'characters that cannot be read',
  'single-speaker': 'files with one speaker',
  'carried-speaker': 'names carried on',
  'rolling-captions': 'captions that repeat',
  'repeated-words': 'phrases that repeat',
  'estimated-times': 'times that were estimated',
} satisfies Record<WarningKind, string>;
