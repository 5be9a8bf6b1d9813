// Cuts an interview into segments: the statements that are encoded, grouped and quoted. A segment is a span of
// `transcriptText`, so that a quote can be cut verbatim; it must not know what a statement means.
import type { InterviewId, OriginalHash } from '../ids.ts';
import { type Turn, transcriptText } from '../transcripts/transcript.ts';
import { wordCount } from './words.ts';

export interface Segment {
  /** Position among the segments of its interview, the team's included. */
  readonly at: number;
  /** As the file writes it. */
  readonly speaker: string | null;
  /** Key of the participant who speaks; null when it is somebody of the team. */
  readonly participant: string | null;
  /** UTF-16 offsets into `transcriptText`, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Interpolated within the caption by character. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The cut of `start` to `end`, verbatim. */
  readonly text: string;
}

export interface InterviewSegments {
  readonly interviewId: InterviewId;
  readonly original: OriginalHash;
  readonly segments: readonly Segment[];
}

/** A silence of this length ends a stretch: what comes after it is a new thought. */
const SILENCE_MS = 4_000;
/** Segments grow until they have this many words, so that there is something to compare. */
const ENOUGH_WORDS = 14;
/** A sentence shorter than this says nothing alone and joins the one before. */
const SHORT_WORDS = 5;
/** The same for what is left at the end of a stretch. */
const LEFTOVER_WORDS = 6;
/** Longer segments would hold more than one thought. */
const MOST_WORDS = 55;
/** A "sentence" longer than this has no punctuation at all; it is cut, since the encoder reads no further. */
const ENDLESS_WORDS = 120;
/** And by characters, for text without spaces. */
const ENDLESS_CHARACTERS = 1_000;
const ABBREVIATION = /\b(Mr|Mrs|Ms|Dr|St|vs)\.$/;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
}
interface Stretch extends Piece {
  readonly speaker: string | null;
  readonly cues: readonly Piece[];
}

/** All segments in time order. `participantOf` gives a speaker's participant key, null for people of the team. */
export function segmentInterview(
  turns: readonly Turn[],
  participantOf: (speaker: string | null) => string | null,
): Segment[] {
  const text = transcriptText(turns);
  const segments: Segment[] = [];
  for (const stretch of stretches(turns)) {
    for (const { start, end, startMs, endMs } of joinSentences(sentences(text, stretch), text)) {
      segments.push({
        at: segments.length,
        speaker: stretch.speaker,
        participant: participantOf(stretch.speaker),
        start,
        end,
        startMs,
        endMs,
        text: text.slice(start, end),
      });
    }
  }
  return segments;
}

/** Captions that follow each other, of one speaker and without a silence between; turns do not matter here. */
function stretches(turns: readonly Turn[]): Stretch[] {
  const found: { speaker: string | null; cues: Piece[] }[] = [];
  for (const { speaker, cue } of placedCues(turns)) {
    const running = found.at(-1);
    const previousEndMs = running?.cues.at(-1)?.endMs ?? null;
    const isSilent =
      cue.startMs !== null && previousEndMs !== null && cue.startMs - previousEndMs >= SILENCE_MS;
    if (running && running.speaker === speaker && !isSilent) running.cues.push(cue);
    else found.push({ speaker, cues: [cue] });
  }
  return found.flatMap(({ speaker, cues }) => {
    const first = cues[0];
    const last = cues.at(-1);
    if (!first || !last) return [];
    return [{ speaker, cues, start: first.start, end: last.end, startMs: first.startMs, endMs: last.endMs }];
  });
}

function placedCues(turns: readonly Turn[]): { speaker: string | null; cue: Piece }[] {
  const placed: { speaker: string | null; cue: Piece }[] = [];
  let offset = 0;
  for (const turn of turns) {
    const isJoinOfCues = turn.cues.map((cue) => cue.text).join(' ') === turn.text;
    // A turn whose captions do not add up to its text is taken as one caption: spans must never be guessed.
    let start = offset;
    for (const cue of isJoinOfCues ? turn.cues : [turn]) {
      const end = start + cue.text.length;
      if (end > start)
        placed.push({ speaker: turn.speaker, cue: { start, end, startMs: cue.startMs, endMs: cue.endMs } });
      start = end + 1;
    }
    offset += turn.text.length + 1;
  }
  return placed;
}

function sentences(text: string, stretch: Stretch): Piece[] {
  const found: Piece[] = [];
  let from = stretch.start;
  const close = (to: number): void => {
    for (const [start, end] of cutEndless(text, from, to)) {
      const words = text.slice(start, end);
      const trimmedStart = start + (words.length - words.trimStart().length);
      const trimmedEnd = start + words.trimEnd().length;
      if (trimmedEnd <= trimmedStart) continue;
      found.push({
        start: trimmedStart,
        end: trimmedEnd,
        startMs: timeAt(start, stretch),
        endMs: timeAt(end, stretch),
      });
    }
    from = to;
  };
  for (let i = stretch.start; i < stretch.end; i++) {
    const isEnd = /[.?!]/.test(text.charAt(i)) && (i + 1 >= stretch.end || /\s/.test(text.charAt(i + 1)));
    if (isEnd && !ABBREVIATION.test(text.slice(Math.max(stretch.start, i - 4), i + 1))) close(i + 1);
  }
  close(stretch.end);
  return found;
}

/** Cuts a stretch of words that never ends, as recognisers without punctuation write it, into pieces of bearable size. */
function cutEndless(text: string, start: number, end: number): [number, number][] {
  const pieces: [number, number][] = [];
  let from = start;
  let words = 0;
  for (const match of text.slice(start, end).matchAll(/\S+\s*/g)) {
    const wordEnd = start + match.index + match[0].length;
    words += 1;
    while (wordEnd - from > ENDLESS_CHARACTERS) {
      const cut =
        start + match.index - from > 0 && match[0].length <= ENDLESS_CHARACTERS
          ? start + match.index
          : from + ENDLESS_CHARACTERS;
      pieces.push([from, cut]);
      from = cut;
      words = 1;
    }
    if (words >= ENDLESS_WORDS) {
      pieces.push([from, wordEnd]);
      from = wordEnd;
      words = 0;
    }
  }
  if (from < end) pieces.push([from, end]);
  return pieces;
}

function timeAt(position: number, stretch: Stretch): number | null {
  for (const cue of stretch.cues) {
    if (position > cue.end) continue;
    if (cue.startMs === null || cue.endMs === null) return cue.startMs;
    const share = Math.max(0, (position - cue.start) / (cue.end - cue.start || 1));
    return Math.round(cue.startMs + (cue.endMs - cue.startMs) * share);
  }
  return stretch.endMs;
}

function joinSentences(found: readonly Piece[], text: string): Piece[] {
  const joined: (Piece & { readonly words: number })[] = [];
  /** Makes the piece part of the one before, where that stays of bearable size. */
  const append = (next: Piece, words: number): boolean => {
    const running = joined.at(-1);
    if (!running || next.end - running.start > ENDLESS_CHARACTERS) return false;
    joined[joined.length - 1] = {
      ...running,
      end: next.end,
      endMs: next.endMs,
      words: running.words + words,
    };
    return true;
  };
  for (const sentence of found) {
    const words = wordCount(text.slice(sentence.start, sentence.end));
    const running = joined.at(-1);
    const wantsMore = running !== undefined && (running.words < ENOUGH_WORDS || words < SHORT_WORDS);
    const hasRoom = running !== undefined && running.words + words <= MOST_WORDS;
    if (!(wantsMore && hasRoom && append(sentence, words))) joined.push({ ...sentence, words });
  }
  const last = joined.at(-1);
  if (joined.length > 1 && last && last.words < LEFTOVER_WORDS) {
    joined.pop();
    if (!append(last, last.words)) joined.push(last);
  }
  return joined;
}
