// Reads one line of a plain transcript by its shape: a time, a name, words, in whichever order they stand. What
// the shape means is decided by the whole file; this knows one line only.
import { captionLines } from '../captions/markup.ts';
import { nameStyle, splitSpeakerLabel, unwrapName } from '../speaker-label.ts';
import { parseTimestamp } from '../timestamp.ts';

/**
 * `label` is `Name: words`; `header` a name with a time, the words follow below; `time` a time alone; `words`
 * anything else, perhaps with a time in front.
 */
export interface PlainLine {
  readonly kind: 'label' | 'header' | 'time' | 'words';
  /** From 1. */
  readonly line: number;
  /** What is left for speech once time and name are taken off: empty for `header` and `time`. */
  readonly words: string;
  /** The line without the time in front of it, for when its name turns out to be none. */
  readonly untimed: string;
  /** The whole line, for when its time turns out to be none. */
  readonly raw: string;
  readonly name: string | null;
  readonly isCapitalised: boolean;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly isTimeLeading: boolean;
  /** A bare time in front may be an agenda's; one in brackets, or behind a name, is the transcript's. */
  readonly isTimeBare: boolean;
  readonly isAfterBlank: boolean;
}

/** One entry for each line that is not blank. */
export function readPlainLines(lines: readonly string[]): readonly PlainLine[] {
  const shapes: PlainLine[] = [];
  let isAfterBlank = true;
  for (const [index, line] of lines.entries()) {
    const raw = tidyMarkup(line.trim());
    if (raw !== '') shapes.push({ ...readShape(raw), line: index + 1, raw, isAfterBlank });
    isAfterBlank = raw === '';
  }
  return shapes;
}

const MARKUP = /^[>*_#<[-]|^\*\s|\]\(/;
const QUOTE_OR_BULLET = /^(?:>\s?)+|^[-*+]\s+(?=[*_[(\d])/;
const BOLD_FRONT = /^([*_]{1,3})(?=\S)([^*_\n]{1,80})\1(?!\S)/;
const TIME_LINK = /^([[(]?\[?\(?[\d:.]{4,12}\)?)\]\(https?:[^()\s]*\)/;
const HTML_LINE = /^<(?:p|b|strong|div|span|li|i|em|h[1-6]|td|br)\b[^<>]*>/i;

/** A line of Markdown or HTML without what only lays it out; its words stay as they are. */
function tidyMarkup(line: string): string {
  if (!MARKUP.test(line)) return line;
  if (HTML_LINE.test(line)) return captionLines(line).join(' ');
  return line
    .replace(QUOTE_OR_BULLET, '')
    .replace(/^#{1,6}\s+(?=\S)/, '')
    .replace(BOLD_FRONT, '$2')
    .replace(TIME_LINK, (_whole, time: string) => `[${time.replace(/[[\]()]/g, '')}]`);
}

type Shape = Omit<PlainLine, 'line' | 'raw' | 'isAfterBlank'>;

const TIME = String.raw`(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;
/** Editing programs count frames behind the seconds; how many make one they do not say, so they are left out. */
const TIME_END = String.raw`(?:(?<=\d:\d{2}:\d{2})[:;]\d{2})?(?![\d:])(?!\s?[ap]\.?m\b)`;
/** `[00:01:02]`, `(0:03)`, `00:01 -`, `[00:00.000 --> 00:04.000]`, `### 00:00:53`. */
const LEADING_TIME = new RegExp(
  String.raw`^(?:#{1,6} |\*\*)?([[(<]?)(${TIME})${TIME_END}(?:\s?(?:-->|-|–|—|to)\s?(${TIME})${TIME_END})?([\])>]?)(?:\*\*)?(?:\s*[-–—|:]\s+|\s+|$)`,
  'i',
);
/** `Name (00:01):`, `Name [00:01]`, `[Name] 00:01`, `Name  0:03`, `Name | 0:03`. */
const TRAILING_TIME = new RegExp(
  String.raw`^(.*\S)\s*(?:[,|–—-]\s*)?(?:\s|(?=[[(]))([[(]?)(${TIME})${TIME_END}[\])]?\s*:?$`,
  'i',
);
/** `Name (00:01): words`. */
const TIME_IN_LABEL = new RegExp(
  String.raw`^([^:()[\]]{1,60}?)\s*[[(](${TIME})${TIME_END}[\])]\s*:\s*(\S.*)$`,
  'i',
);
/** Cheap looks at a line's ends, since most lines have no time at all. */
const MAY_LEAD = /^[#*[(< ]{0,8}\d/;
const MAY_TRAIL = /\d[\])]?\s*:?$/;
const MAX_HEADER_LENGTH = 120;

function readShape(raw: string): Shape {
  const lead = MAY_LEAD.test(raw) ? LEADING_TIME.exec(raw) : null;
  if (lead !== null) return readAfterTime(raw.slice(lead[0].length).trim(), lead);
  const label = TIME_IN_LABEL.exec(raw);
  const labelName = unwrapName(label?.[1] ?? '');
  if (label !== null && nameStyle(labelName) !== null) {
    return nameAndTime('label', labelName, label[2] ?? '', (label[3] ?? '').trim(), raw);
  }
  const header = raw.length <= MAX_HEADER_LENGTH && MAY_TRAIL.test(raw) ? TRAILING_TIME.exec(raw) : null;
  const headerName = unwrapName((header?.[1] ?? '').replace(/\s*[|,–—-]$/, ''));
  if (header !== null && nameStyle(headerName) === 'capitalised') {
    return nameAndTime('header', headerName, header[3] ?? '', '', raw);
  }
  return readUntimed(raw, NO_TIME);
}

type Times = Pick<Shape, 'startMs' | 'endMs' | 'isTimeLeading' | 'isTimeBare'>;

const NO_TIME: Times = { startMs: null, endMs: null, isTimeLeading: false, isTimeBare: false };

function readAfterTime(rest: string, lead: RegExpExecArray): Shape {
  const [, bracket = '', start = '', end = ''] = lead;
  const startMs = parseTimestamp(start, 'decimal');
  const times = {
    startMs,
    endMs: parseTimestamp(end, 'decimal'),
    isTimeLeading: true,
    isTimeBare: bracket === '',
  };
  if (rest === '')
    return { kind: 'time', words: '', untimed: '', name: null, isCapitalised: false, ...times };
  const name = unwrapName(rest);
  if (nameStyle(name) === 'capitalised') {
    return { kind: 'header', words: '', untimed: rest, name, isCapitalised: true, ...times };
  }
  return readUntimed(rest, times);
}

function readUntimed(untimed: string, times: Times): Shape {
  const label = splitSpeakerLabel(untimed);
  if (label === null)
    return { kind: 'words', words: untimed, untimed, name: null, isCapitalised: false, ...times };
  return { kind: 'label', untimed, ...label, ...times };
}

function nameAndTime(
  kind: 'label' | 'header',
  name: string,
  time: string,
  words: string,
  untimed: string,
): Shape {
  const isCapitalised = nameStyle(name) === 'capitalised';
  const startMs = parseTimestamp(time, 'decimal');
  return { kind, words, untimed, name, isCapitalised, ...NO_TIME, startMs };
}
