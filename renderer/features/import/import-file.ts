// A file on its way in: what is known about it, and the sentences that say so. Nothing of it is in the workspace yet.
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import type { ErrorWords } from '../../text/error-text.ts';

export interface ImportFile {
  readonly id: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Null until it has been read from the disk. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** What a person chose instead of what the content says. */
  readonly format: TranscriptFormat | null;
  readonly reading: FileReading;
  /** Somebody looked, and takes it as it is. */
  readonly isTaken: boolean;
}

export type FileReading =
  /** `share`: how much has come from the disk, 0 to 1; null while the words are looked for. */
  | { readonly kind: 'reading'; readonly share: number | null }
  | { readonly kind: 'read'; readonly preview: TranscriptPreview }
  | { readonly kind: 'unreadable'; readonly words: ErrorWords; readonly isEmptyOfWords: boolean };

/** Where a file goes; a new interview is called `name`, or by its number when that is empty. */
export type Target =
  | { readonly kind: 'interview'; readonly id: InterviewId }
  | { readonly kind: 'new'; readonly name: string };

export type FileStatus = 'reading' | 'ready' | 'look' | 'unreadable' | 'here' | 'twice';

/** `look`: it does not say who speaks, or can be read in two ways, so somebody should look before it is imported. `twice`: another file of the list has the same bytes. */
export function statusOf(file: ImportFile, files: readonly ImportFile[]): FileStatus {
  if (file.reading.kind !== 'read') return file.reading.kind;
  const { preview } = file.reading;
  if (preview.alreadyIn !== null) return 'here';
  const first = files.find(
    ({ reading }) => reading.kind === 'read' && reading.preview.original === preview.original,
  );
  if (first !== undefined && first.id !== file.id) return 'twice';
  if (preview.otherReadings.length > 0) return 'look';
  return isNameless(preview) && !file.isTaken ? 'look' : 'ready';
}

/** It does not say who speaks. */
export function isNameless({ warnings }: TranscriptPreview): boolean {
  return warnings.some((warning) => warning.kind === 'no-speakers');
}

/** “2 ready, 1 reading, 2 need you”. */
export function summaryOf(statuses: readonly FileStatus[]): string {
  const ready = statuses.filter((status) => status === 'ready').length;
  const reading = statuses.filter((status) => status === 'reading').length;
  const needYou = statuses.length - ready - reading;
  return [
    ready > 0 ? `${ready} ready` : '',
    reading > 0 ? `${reading} reading` : '',
    needYou > 0 ? `${needYou} ${needYou === 1 ? 'needs' : 'need'} you` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** “44 min, 3 speakers, 381 turns”. */
export function sizeText(preview: TranscriptPreview): string {
  const { lengthMs, speakers, turns } = preview;
  const parts = [
    lengthMs === null
      ? ''
      : lengthMs < 60_000
        ? `${Math.round(lengthMs / 1_000)} s`
        : `${Math.round(lengthMs / 60_000)} min`,
    speakers.length === 0 ? '' : counted(speakers.length, 'speaker'),
    counted(turns, 'turn'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** “Reading, 61 %”, then what is done with what was read. */
export function readingText(share: number | null): string {
  return share === null ? 'Finding its turns…' : `Reading, ${Math.floor(share * 100)} %`;
}

/** “26 kB”. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('en-GB')} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}

/** Seconds as people type them, with point or comma and either minus, to milliseconds; null for anything else. */
export function parseSeconds(text: string): number | null {
  const typed = text.trim().replace('−', '-').replace(',', '.');
  if (typed === '') return 0;
  if (!/^[-+]?\d{1,5}(?:\.\d{1,3})?$/.test(typed)) return null;
  const ms = Math.round(Number(typed) * 1_000);
  return Math.abs(ms) > 86_400_000 ? null : ms;
}
