// Reads tables with a column for the words, and perhaps for speaker, start and end: by the heading's words, else by
// what the columns hold.
import { fail, type Result } from '../../result.ts';
import { buildTranscript, type Utterance } from '../build-transcript.ts';
import { parseTimestamp } from '../timestamp.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { type Separator, splitTable, type TableRow } from './split-table.ts';

interface Columns {
  readonly text: number;
  readonly speaker: number;
  readonly start: number;
  readonly end: number;
  readonly hasHeading: boolean;
}

const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|'];
const HEADINGS: Readonly<Record<'text' | 'speaker' | 'start' | 'end', RegExp>> = {
  text: /^(?:text|transcript|words?|content|utterance|sentence|dialogue|caption|message|quote|speech|inhalt|texte|texto)$/,
  speaker:
    /^(?:speaker(?: ?name| ?label)?|name|participant|who|person|author|role|sprecher(?:in)?|locuteur|hablante|interlocutor)$/,
  start:
    /^(?:start(?: ?time| ?ms| ?\(?s(?:ec(?:onds)?)?\)?| ?timestamp)?|time ?(?:stamp|code)?|in|from|begin|timecode in|zeit|beginn|d[ée]but|inicio)$/,
  end: /^(?:end(?: ?time| ?ms| ?\(?s(?:ec(?:onds)?)?\)?| ?timestamp)?|out|to|stop|timecode out|ende|fin)$/,
};

/** True when the first line is a heading that names the words and something beside them. */
export function looksLikeTable(text: string): boolean {
  return readColumns(text) !== null;
}

/** `text` has single line feeds and no byte order mark (see decode.ts). A single number is seconds. */
export function parseTable(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  const found = readColumns(text);
  if (found === null) {
    return fail({
      reason: 'malformed',
      message:
        'No column of this table can be told to hold the words. Name its columns in the first line: speaker, time, text.',
      line: 1,
    });
  }
  const { columns, rows } = found;
  const spoken = columns.hasHeading ? rows.slice(1) : rows;
  const heading = rows[0]?.cells[columns.start] ?? '';
  const unitMs = columns.hasHeading && /ms\b/i.test(heading) ? 1 : 1000;
  const utterances = spoken.flatMap((row): readonly Utterance[] => {
    const words = cellOf(row, columns.text).replace(/\s+/g, ' ');
    if (words === '') return [];
    const name = cellOf(row, columns.speaker).replace(/\s+/g, ' ');
    const speaker = name === '' || name.length > 200 ? null : name;
    const startMs = readTime(cellOf(row, columns.start), unitMs);
    return [
      { speaker, startMs, endMs: readTime(cellOf(row, columns.end), unitMs), text: words, line: row.line },
    ];
  });
  return buildTranscript('table', utterances, warnings);
}

function readColumns(text: string): { readonly columns: Columns; readonly rows: readonly TableRow[] } | null {
  const firstLine = text.slice(0, 4_000).trimStart().split('\n', 1)[0] ?? '';
  for (const separator of SEPARATORS) {
    if (!firstLine.includes(separator)) continue;
    const rows = splitTable(text, separator);
    const columns =
      columnsByHeading(rows[0]) ?? (separator === '\t' || separator === ';' ? columnsByShape(rows) : null);
    if (columns !== null) return { columns, rows };
  }
  return null;
}

function columnsByHeading(row: TableRow | undefined): Columns | null {
  const words = (row?.cells ?? []).map((cell) => cell.trim().toLowerCase().replaceAll('_', ' '));
  const at = (kind: keyof typeof HEADINGS): number => words.findIndex((word) => HEADINGS[kind].test(word));
  const columns = { text: at('text'), speaker: at('speaker'), start: at('start'), end: at('end') };
  if (columns.text < 0 || (columns.speaker < 0 && columns.start < 0)) return null;
  return { ...columns, hasHeading: true };
}

/** Without a heading: a column of times and a column of sentences in nearly every row; short words beside them are names. */
function columnsByShape(rows: readonly TableRow[]): Columns | null {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || width < 2 || width > 6) return null;
  if (rows.filter(({ cells }) => cells.length === width).length * 10 < rows.length * 9) return null;
  const indexes = Array.from({ length: width }, (_, index) => index);
  const share = (index: number, holds: (cell: string) => boolean): number =>
    rows.filter((row) => holds(cellOf(row, index))).length / rows.length;
  const times = indexes.filter((index) => share(index, (cell) => readTime(cell, 1000) !== null) > 0.9);
  const lengths = indexes.map((index) => rows.reduce((sum, row) => sum + cellOf(row, index).length, 0));
  const words = indexes.filter((index) => !times.includes(index));
  const text = words.toSorted((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0))[0];
  if (text === undefined || times[0] === undefined) return null;
  const speaker =
    words.find((index) => index !== text && share(index, (cell) => cell.length <= 60) === 1) ?? -1;
  return { text, speaker, start: times[0], end: times[1] ?? -1, hasHeading: false };
}

function cellOf({ cells }: TableRow, index: number): string {
  return (cells[index] ?? '').trim();
}

function readTime(cell: string, unitMs: 1 | 1000): number | null {
  if (/^\d{1,9}(?:[.,]\d+)?$/.test(cell)) return Math.round(Number(cell.replace(',', '.')) * unitMs);
  const [time] = cell.replace(/^[[(]|[\])]$/g, '').split(/\s?(?:-->|-|–)\s?/);
  return parseTimestamp(time ?? '', 'decimal');
}
