// Where a transcript lies on the call's clock, guessed from what people wrote while they listened: a note that repeats
// words of the transcript was begun shortly after them. A proposal only; a person takes it or not.
import type { Turn } from './transcript.ts';

/** Something written or asked at a moment of the call. */
export interface HeardMoment {
  readonly text: string;
  /** In call time, milliseconds. */
  readonly atMs: number;
}

export interface OffsetProposal {
  /** Added to the file's times to get call time, milliseconds; whole half seconds. */
  readonly offsetMs: number;
  readonly from: 'words' | 'start';
  /** Moments that agree; 0 when the proposal comes from the recording's start. */
  readonly moments: number;
}

export interface OffsetClues {
  /** Notes and asked questions. */
  readonly moments: readonly HeardMoment[];
  /** When the call's clock stood at 0, and when the recording began; null when not known. */
  readonly callStartEpochMs: number | null;
  readonly recordingStartEpochMs: number | null;
}

/** People begin to write a little after they heard something. */
const LAG_MS = 2_000;
/** Moments that agree lie within this of each other: notes are late by different amounts. */
const WINDOW_MS = 12_000;
const STEP_MS = 500;
const LEAST_MOMENTS = 3;
const LONGEST_MS = 86_400_000;
/** A word in more turns than this tells no place. */
const MOST_PLACES = 12;
/** A moment that fits more turns than this votes for none. */
const MOST_VOTES = 12;

/**
 * From words when at least three moments agree and no other offset has nearly as many; else from the two starts; else
 * null. The vote is robust: each moment counts once, and the median of those that agree is taken.
 */
export function proposeOffset(
  turns: readonly Pick<Turn, 'startMs' | 'text'>[],
  clues: OffsetClues,
): OffsetProposal | null {
  if (!turns.some(({ startMs }) => startMs !== null)) return null;
  const byWords = fromWords(turns, clues.moments);
  if (byWords !== null) return byWords;
  const { callStartEpochMs: call, recordingStartEpochMs: recording } = clues;
  if (call === null || recording === null || Math.abs(recording - call) > LONGEST_MS / 4) return null;
  return { offsetMs: rounded(recording - call), from: 'start', moments: 0 };
}

function fromWords(
  turns: readonly Pick<Turn, 'startMs' | 'text'>[],
  moments: readonly HeardMoment[],
): OffsetProposal | null {
  const votes = votesOf(turns, moments);
  let best: { from: number; to: number; moments: number } = { from: 0, to: 0, moments: 0 };
  let second = 0;
  const inside = new Map<number, number>();
  let from = 0;
  for (const [to, vote] of votes.entries()) {
    inside.set(vote.moment, (inside.get(vote.moment) ?? 0) + 1);
    while (vote.ms - (votes[from]?.ms ?? vote.ms) > WINDOW_MS) {
      const left = votes[from]?.moment ?? -1;
      const rest = (inside.get(left) ?? 1) - 1;
      if (rest === 0) inside.delete(left);
      else inside.set(left, rest);
      from += 1;
    }
    const isNear = (votes[best.to]?.ms ?? 0) + WINDOW_MS >= (votes[from]?.ms ?? 0);
    if (inside.size > best.moments) {
      if (!isNear) second = Math.max(second, best.moments);
      best = { from, to, moments: inside.size };
    } else if (!isNear) second = Math.max(second, inside.size);
  }
  if (best.moments < LEAST_MOMENTS || second * 3 > best.moments * 2) return null;
  const agreeing = votes.slice(best.from, best.to + 1).map(({ ms }) => ms);
  const offsetMs = (agreeing[agreeing.length >> 1] ?? 0) - LAG_MS;
  if (Math.abs(offsetMs) > LONGEST_MS) return null;
  return { offsetMs: rounded(offsetMs), from: 'words', moments: best.moments };
}

interface Vote {
  readonly moment: number;
  readonly ms: number;
}

/** Each pair of a moment and a turn that share telling words, as the offset that would bring them together; sorted. */
function votesOf(turns: readonly Pick<Turn, 'startMs' | 'text'>[], moments: readonly HeardMoment[]): Vote[] {
  const places = new Map<string, number[]>();
  for (const [index, turn] of turns.entries()) {
    if (turn.startMs === null) continue;
    for (const word of tellingWords(turn.text)) {
      const there = places.get(word);
      if (there === undefined) places.set(word, [index]);
      else there.push(index);
    }
  }
  const votes: Vote[] = [];
  for (const [moment, { text, atMs }] of moments.entries()) {
    const shared = new Map<number, number>();
    for (const word of tellingWords(text)) {
      const there = places.get(word) ?? [];
      if (there.length > MOST_PLACES) continue;
      for (const index of there) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    const most = Math.max(0, ...shared.values());
    if (most < 2) continue;
    const fitting = [...shared].filter(([, count]) => count === most);
    if (fitting.length > MOST_VOTES) continue;
    for (const [index] of fitting) votes.push({ moment, ms: atMs - (turns[index]?.startMs ?? 0) });
  }
  return votes.sort((a, b) => a.ms - b.ms);
}

/** Words of four letters or more, each once, without their commonest endings. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]{4,}/gu);
  return new Set((words ?? []).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')));
}

function rounded(ms: number): number {
  // Plus 0, since a negative zero is another number to whoever compares.
  return Math.round(ms / STEP_MS) * STEP_MS + 0;
}

/**
 * When a recording began, from a name that says so with its time zone, as Zoom's `GMT20261124-083012_Recording` does;
 * null otherwise, since a local time without a zone would be a guess.
 */
export function recordingStartOf(fileName: string): number | null {
  const match = /(?:^|[^A-Z])GMT(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?!\d)/.exec(fileName);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}
