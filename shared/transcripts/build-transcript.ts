// Turns what a parser read, one utterance after another, into a transcript: turns, speakers, and warnings about
// times. It knows no format; the order of the file is kept, whatever its times say.
import { fail, ok, type Result } from '../result.ts';
import { noWords } from './refusals.ts';
import { warnAboutLoops } from './repeated-words.ts';
import type {
  Transcript,
  TranscriptFormat,
  TranscriptRefusal,
  TranscriptSpeaker,
  Turn,
} from './transcript.ts';
import type { WarningList } from './warning-list.ts';

/** One caption or one labelled line, before turns are made of them. */
export interface Utterance {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Not empty, without line breaks at its ends. */
  readonly text: string;
  /** Where its time or its words stand in the file, from 1; two voices of one caption share it. */
  readonly line: number;
  /** The file gives a time for many lines at once, and this one lies between two of them. */
  readonly isEstimated?: boolean;
}

/** Speech of one speaker goes on as one turn until the pause reaches this. */
const TURN_PAUSE_MS = 4_000;
/** Recognisers round the ends of neighbouring captions: less than this is no overlap. */
const OVERLAP_TOLERANCE_MS = 50;
/** Two people speak at once in every talk; from here on, the times are probably wrong. */
const CROSSTALK_MS = 1_000;

/** Refuses with `no-words` when nothing was said, so that an empty import can never look like a good one. */
export function buildTranscript(
  format: TranscriptFormat,
  utterances: readonly Utterance[],
  warnings: WarningList,
  /** `isTurnEach`: the file itself says where turns begin; nothing is joined. */
  { isTurnEach = false }: { readonly isTurnEach?: boolean } = {},
): Result<Transcript, TranscriptRefusal> {
  const checked = checkTimes(utterances, warnings);
  warnAboutLoops(checked, warnings);
  const turns = isTurnEach ? checked.map((utterance) => makeTurn([utterance])) : joinTurns(checked);
  if (turns.length === 0) return fail(noWords());
  const speakers = countSpeakers(turns);
  warnAboutSpeakers(speakers, turns, warnings);
  const approximate = checked.some(
    ({ startMs, endMs, isEstimated }) => startMs === null || endMs === null || isEstimated === true,
  );
  return ok({ format, speakers, turns, approximate, warnings: warnings.list(), otherReadings: [] });
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function checkTimes(utterances: readonly Utterance[], warnings: WarningList): readonly Utterance[] {
  const timed = utterances.filter(({ startMs }) => startMs !== null);
  if (timed.length === 0) {
    if (utterances.length > 0)
      warnings.add('no-times', 'This file gives no times. The words are shown without them.');
    return utterances;
  }
  // A format without ends is one fact about the file, not a fault of each of its lines.
  const hasEnds = utterances.some(({ endMs }) => endMs !== null);
  if (!hasEnds) {
    warnings.add('missing-end', 'This file says when somebody begins to speak, but not when they end.');
  }
  let previous: Utterance | null = null;
  return utterances.map((utterance) => {
    const checked = checkTime(utterance, previous, hasEnds, warnings);
    if (checked.startMs !== null) previous = checked;
    return checked;
  });
}

function checkTime(
  current: Utterance,
  previous: Utterance | null,
  hasEnds: boolean,
  warnings: WarningList,
): Utterance {
  const { startMs, endMs, line } = current;
  // The other voices of one caption share its times; what is wrong with them is said once.
  const isSameCaption = previous?.line === line;
  if (startMs === null) {
    if (!isSameCaption) warnings.add('no-times', `${warnings.unit} ${line} has no time of its own.`, line);
    return current;
  }
  if (hasEnds && endMs === null && !isSameCaption) {
    warnings.add('missing-end', `${warnings.unit} ${line} does not say when it ends.`, line);
  }
  if (!isSameCaption && previous !== null && previous.startMs !== null) {
    if (startMs < previous.startMs) {
      warnings.add(
        'times-backwards',
        `${warnings.unit} ${line} begins before the one above it. The file's order is kept.`,
        line,
      );
    } else if (overlaps(previous, current)) {
      warnings.add('overlap', `${warnings.unit} ${line} begins before the one above it has ended.`, line);
    }
  }
  if (endMs === null || endMs >= startMs) return current;
  if (!isSameCaption) {
    warnings.add(
      'times-backwards',
      `${warnings.unit} ${line} ends before it begins. Its end is left out.`,
      line,
    );
  }
  return { ...current, endMs: null };
}

function overlaps(previous: Utterance, current: Utterance): boolean {
  if (previous.endMs === null || current.startMs === null) return false;
  const isCrosstalk = previous.speaker !== current.speaker && current.speaker !== null;
  return previous.endMs - current.startMs >= (isCrosstalk ? CROSSTALK_MS : OVERLAP_TOLERANCE_MS);
}

function joinTurns(utterances: readonly Utterance[]): Turn[] {
  const groups: Utterance[][] = [];
  for (const utterance of utterances) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && isSameTurn(last, utterance)) open.push(utterance);
    else groups.push([utterance]);
  }
  return groups.map(makeTurn);
}

function isSameTurn(last: Utterance, next: Utterance): boolean {
  if (last.speaker !== next.speaker) return false;
  const hasTimes = last.startMs !== null && next.startMs !== null;
  // Nobody is named and nothing is timed: paragraphs may well be different people.
  if (!hasTimes) return next.speaker !== null;
  if (Number(next.startMs) < Number(last.startMs)) return false;
  if (last.endMs === null) return next.speaker !== null;
  return Number(next.startMs) - last.endMs < TURN_PAUSE_MS;
}

function makeTurn(utterances: readonly Utterance[]): Turn {
  const ends = utterances.map(({ endMs }) => endMs);
  return {
    speaker: utterances[0]?.speaker ?? null,
    startMs: utterances[0]?.startMs ?? null,
    // The latest end, and none at all when the last caption has none. No spread: a turn may hold 40,000 captions.
    endMs:
      ends.at(-1) === null ? null : ends.reduce((latest, end) => Math.max(Number(latest), Number(end)), 0),
    text: utterances.map(({ text }) => text).join(' '),
    cues: utterances.map(({ startMs, endMs, text }) => ({ startMs, endMs, text })),
  };
}

function countSpeakers(turns: readonly Turn[]): readonly TranscriptSpeaker[] {
  const counts = new Map<string, { turns: number; words: number; questions: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const count = counts.get(speaker) ?? { turns: 0, words: 0, questions: 0 };
    count.turns += 1;
    count.words += countWords(text);
    if (/[?？؟]/.test(text)) count.questions += 1;
    counts.set(speaker, count);
  }
  return [...counts].map(([name, count]) => ({ name, ...count }));
}

function warnAboutSpeakers(
  speakers: readonly TranscriptSpeaker[],
  turns: readonly Turn[],
  warnings: WarningList,
): void {
  if (speakers.length === 0) {
    warnings.add(
      'no-speakers',
      'This file does not say who speaks. All words go to “Unknown” until you say.',
    );
  } else if (speakers.length === 1) {
    warnings.add('single-speaker', 'This file names one speaker only.');
  }
  const unnamed = turns.filter(({ speaker }) => speaker === null).length;
  if (speakers.length > 0 && unnamed > 0) {
    const subject = unnamed === 1 ? '1 turn has' : `${unnamed} turns have`;
    warnings.add('no-speakers', `${subject} no speaker in this file.`);
  }
}
