// Which names and times of a plain transcript are real, judged by the whole file: a name must recur or most lines
// must carry one, and a bare time in front of one line only may be an appointment.
import { acceptLabels } from '../accept-labels.ts';
import type { PlainLine } from './plain-lines.ts';

export interface PlainRules {
  /** True when the line's name is somebody who speaks. */
  isSpeaker(line: PlainLine): boolean;
  /** True when the line's time is when it was said. */
  isTimed(line: PlainLine): boolean;
  readonly hasSpeakers: boolean;
  /** Names stand on lines of their own, so a time alone on its line is a speaker without a name. */
  readonly hasHeaders: boolean;
  /** Fewer than half of the lines with a time name somebody: names stand where the speaker changes. */
  readonly isNamedOnChange: boolean;
}

export function judgePlainLines(lines: readonly PlainLine[]): PlainRules {
  const bareTimes = lines.filter(({ isTimeLeading, isTimeBare, kind }) => {
    return isTimeLeading && isTimeBare && kind !== 'time';
  });
  const trustsBareTimes = bareTimes.length > 1;
  const hasLeadingTime = (line: PlainLine): boolean =>
    line.isTimeLeading &&
    (!line.isTimeBare || line.kind === 'time' || trustsBareTimes || isLoneHeader(line, lines));
  const headers = trustedHeaders(lines);
  const candidates = lines.filter((line) => {
    if (line.kind === 'header') return headers.has(line);
    return line.kind === 'label' && (!line.isTimeLeading || hasLeadingTime(line));
  });
  const proven = headersByTime(headers, lines);
  const accepted = acceptLabels(candidates, countPlaces(candidates, lines));
  const speakers: ReadonlySet<PlainLine> = new Set([...accepted, ...proven]);
  const isTimed = (line: PlainLine): boolean =>
    line.startMs !== null && (line.isTimeLeading ? hasLeadingTime(line) : speakers.has(line));
  const timed = lines.filter((line) => isTimed(line) && line.kind !== 'time');
  return {
    isSpeaker: (line) => speakers.has(line),
    isTimed,
    hasSpeakers: speakers.size > 0,
    hasHeaders: [...headers].some((line) => speakers.has(line)),
    isNamedOnChange: timed.filter((line) => speakers.has(line)).length * 2 < timed.length,
  };
}

/** `0:08 - Name` above words, in a file that has no other time. */
function isLoneHeader(line: PlainLine, lines: readonly PlainLine[]): boolean {
  return line.kind === 'header' && lines[0] === line && lines.length > 1;
}

/**
 * `[00:01] Yes` is no header: words must follow it, and not a time. `Name  0:03` is one even at the end of a file.
 * Where most lines with a time in front go on with words, none of them is a header.
 */
function trustedHeaders(lines: readonly PlainLine[]): ReadonlySet<PlainLine> {
  const trailing: PlainLine[] = [];
  const leading: PlainLine[] = [];
  let leadingTimes = 0;
  for (const [index, line] of lines.entries()) {
    if (line.isTimeLeading && line.kind !== 'time') leadingTimes += 1;
    if (line.kind !== 'header') continue;
    const next = lines[index + 1];
    if (!line.isTimeLeading) trailing.push(line);
    else if (next !== undefined && next.startMs === null) leading.push(line);
  }
  return new Set(leading.length * 2 >= leadingTimes ? [...trailing, ...leading] : trailing);
}

/** Names with times that only grow, on at least every sixth line, are names even if each stands there once. */
function headersByTime(headers: ReadonlySet<PlainLine>, lines: readonly PlainLine[]): ReadonlySet<PlainLine> {
  const times = [...headers]
    .toSorted((one, other) => one.line - other.line)
    .map(({ startMs }) => startMs ?? 0);
  const isGrowing = times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0));
  return isGrowing && times.length >= 2 && times.length * 6 >= lines.length ? headers : new Set();
}

/** Where a name could stand: at every line, or at every paragraph, whichever has the larger share of names. */
function countPlaces(candidates: readonly PlainLine[], lines: readonly PlainLine[]): number {
  const spoken = lines.filter(({ kind }) => kind !== 'time');
  const openings = spoken.filter(({ isAfterBlank }) => isAfterBlank).length;
  const named = candidates.filter(({ isAfterBlank }) => isAfterBlank).length;
  if (openings < 2 || named === 0) return spoken.length;
  return Math.min(spoken.length, (candidates.length * openings) / named);
}
