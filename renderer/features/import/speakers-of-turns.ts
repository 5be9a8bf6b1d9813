// The speakers of a transcript that is here already, as the import shows those of a new one. Pure.
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { guessSpeakers } from '../../../shared/transcripts/speaker-guess.ts';
import type { Turn } from '../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../shared/workspace/people.ts';

export interface SpeakerLine {
  /** As the file writes it. */
  readonly name: string;
  readonly turns: number;
  readonly words: number;
  /** One of their first lines: the longest, being the most telling. */
  readonly sample: string;
}

const FIRST_TURNS = 8;

/** In the order of their first words. */
export function speakersOfTurns(turns: readonly Turn[]): readonly (SpeakerLine & { questions: number })[] {
  const speakers = new Map<string, SpeakerLine & { questions: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const before = speakers.get(speaker) ?? { name: speaker, turns: 0, words: 0, sample: '', questions: 0 };
    speakers.set(speaker, {
      name: speaker,
      turns: before.turns + 1,
      words: before.words + (text.match(/\S+/g)?.length ?? 0),
      questions: before.questions + (text.includes('?') ? 1 : 0),
      sample: before.turns < FIRST_TURNS && text.length > before.sample.length ? text : before.sample,
    });
  }
  return [...speakers.values()];
}

/** For names that nobody has spoken of yet. */
export function guessIdentity(
  speakers: ReturnType<typeof speakersOfTurns>,
  people: readonly Person[],
): ReadonlyMap<string, SpeakerIdentity> {
  const guesses = guessSpeakers(
    speakers,
    people.map((person) => person.name),
  );
  return new Map(
    guesses.map(({ name, guess }) => [name, { kind: guess === 'team' ? 'team' : 'participant' }]),
  );
}
