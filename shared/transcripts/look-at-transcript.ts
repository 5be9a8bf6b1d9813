// What there is to know of a transcript before anything is stored, without its turns: small, however long the talk, so that
// it crosses from a thread to the host in no time. Pure.
import { type SpokenLanguage, spokenLanguage } from '../text/spoken-language.ts';
import { type Transcript, type TranscriptSpeaker, type Turn, transcriptText } from './transcript.ts';
import { type WordSketch, wordSketch } from './word-sketch.ts';

export interface TranscriptLook extends Omit<Transcript, 'turns' | 'speakers'> {
  readonly speakers: readonly (TranscriptSpeaker & { readonly sample: string })[];
  readonly turns: number;
  readonly words: number;
  /** To the last word; null for a file without times. */
  readonly lengthMs: number | null;
  readonly firstTurns: readonly Turn[];
  /** Of whoever speaks most in another language than English, or of all; null when it cannot be told. */
  readonly language: SpokenLanguage | null;
  readonly sketch: WordSketch;
}

const FIRST_TURNS = 20;
/** A sample is the longest of so many first turns of a speaker: more telling than "Hi". */
const SAMPLED_TURNS = 8;
const SAMPLE_CHARACTERS = 160;
/** Speakers whose language is told: a file may have as many as turns. */
const LISTENED_TO = 3;

export function lookAtTranscript({ turns, speakers, ...rest }: Transcript): TranscriptLook {
  const samples = samplesOf(turns);
  return {
    ...rest,
    speakers: speakers.map((speaker) => ({ ...speaker, sample: samples.get(speaker.name) ?? '' })),
    turns: turns.length,
    words: turns.reduce((sum, turn) => sum + (turn.text.match(/\S+/g)?.length ?? 0), 0),
    lengthMs: lengthOf(turns),
    firstTurns: turns.slice(0, FIRST_TURNS),
    language: languageOf(turns, speakers),
    sketch: wordSketch(transcriptText(turns)),
  };
}

/** People of the team may ask in English what is answered in another language. */
function languageOf(
  turns: readonly Turn[],
  speakers: readonly TranscriptSpeaker[],
): TranscriptLook['language'] {
  const all = spokenLanguage(turns.map(({ text }) => text));
  if (all !== null && all.code !== 'en' && !all.isPartly) return all;
  const loudest = [...speakers].sort((a, b) => b.words - a.words).slice(0, LISTENED_TO);
  const own = loudest.map(({ name }) =>
    spokenLanguage(turns.flatMap(({ speaker, text }) => (speaker === name ? text : []))),
  );
  return own.find((one) => one !== null && one.code !== 'en') ?? all;
}

/** In one pass: a hostile file may have as many speakers as turns. */
function samplesOf(turns: readonly Turn[]): Map<string, string> {
  const seen = new Map<string, { readonly longest: string; readonly turns: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const { longest, turns: count } = seen.get(speaker) ?? { longest: '', turns: 0 };
    if (count >= SAMPLED_TURNS) continue;
    seen.set(speaker, { longest: text.length > longest.length ? text : longest, turns: count + 1 });
  }
  return new Map([...seen].map(([speaker, { longest }]) => [speaker, shortened(longest)]));
}

function shortened(text: string): string {
  return text.length > SAMPLE_CHARACTERS ? `${text.slice(0, SAMPLE_CHARACTERS - 1).trimEnd()}…` : text;
}

function lengthOf(turns: readonly Turn[]): number | null {
  let last: number | null = null;
  for (const turn of turns) {
    const end = turn.endMs ?? turn.startMs;
    if (end !== null && (last === null || end > last)) last = end;
  }
  return last;
}
