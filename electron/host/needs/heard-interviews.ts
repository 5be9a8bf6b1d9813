// The interviews that have words, with who is who in them: what an extraction reads and what needs are counted over.
import { AppError } from '../../../shared/errors.ts';
import type { BriefId, InterviewId, OriginalHash, ParticipantId, PersonId } from '../../../shared/ids.ts';
import type { Note, SpeakerIdentity, TranscriptRef } from '../../../shared/interviews/interview-document.ts';
import { withMarkedSpeakers } from '../../../shared/interviews/marked-turns.ts';
import { guessSpeakers } from '../../../shared/transcripts/speaker-guess.ts';
import { type TranscriptSpeaker, type Turn, transcriptText } from '../../../shared/transcripts/transcript.ts';
import type { HostContext } from '../host-context.ts';
import { peopleInRoom } from '../interviews/summarise-interview.ts';
import { marksOver } from '../transcripts/place-marks.ts';
import { readTurns } from '../transcripts/transcript-store.ts';

/** An interview that has words, without the words. */
export interface HeardEntry {
  readonly id: InterviewId;
  readonly participantId: ParticipantId;
  readonly participant: string;
  readonly inRoom: readonly PersonId[];
  readonly date: string;
  readonly ref: TranscriptRef;
  /** Earlier versions of the file, which quotes may have been made from. */
  readonly older: readonly TranscriptRef[];
  readonly speakers: ReadonlyMap<string, SpeakerIdentity>;
  readonly notes: readonly Note[];
}

export interface InterviewWithWords extends HeardEntry {
  readonly original: OriginalHash;
  readonly turns: readonly Turn[];
  /** Names in the file that are the participant. */
  readonly participantNames: readonly string[];
  readonly text: string;
}

/** In the order of their dates. One that cannot be read is left out and named in the log, so that it hides nobody else. */
export async function heardEntries(context: HostContext): Promise<HeardEntry[]> {
  const { interviews, participants } = context.workspace().facts();
  const heard: HeardEntry[] = [];
  for (const entry of interviews) {
    if (entry.isArchived) continue;
    const facts = await leftOut(context, entry.id, () => context.interviews().get(entry.id));
    const ref = facts?.transcripts.at(-1);
    if (!facts || !ref) continue;
    heard.push({
      id: entry.id,
      participantId: entry.participantId,
      participant: participants.find((one) => one.id === entry.participantId)?.pseudonym ?? 'Unknown',
      inRoom: peopleInRoom(facts),
      date: entry.plannedAt ?? entry.createdAt,
      ref,
      older: facts.transcripts.slice(0, -1),
      speakers: facts.speakers,
      notes: facts.notes,
    });
  }
  return heard.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

/** The same with the words. An original that is gone without a derived copy leaves its interview out. */
export async function interviewsWithWords(context: HostContext): Promise<InterviewWithWords[]> {
  const workspace = context.workspace();
  const team = workspace.facts().people.map((person) => person.name);
  const heard: InterviewWithWords[] = [];
  for (const entry of await heardEntries(context)) {
    const read = await leftOut(context, entry.id, () => readTurns(workspace, entry.ref));
    if (!read) continue;
    const marks = await leftOut(context, entry.id, () =>
      marksOver(context, entry.id, entry.ref.original, read.turns),
    );
    const turns = withMarkedSpeakers(read.turns, marks ?? []);
    heard.push({
      ...entry,
      original: entry.ref.original,
      turns,
      participantNames: participantNames(turns, entry.speakers, team),
      text: transcriptText(read.turns),
    });
  }
  return heard;
}

/** What can be read of an interview, or null; one that cannot be read is named in the log and hides nobody else. */
export async function leftOut<T>(
  context: HostContext,
  interview: InterviewId | BriefId,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.options.log.warn('interview-left-out', { interview, code: error.code });
    return null;
  }
}

/** Names that a person said are the participant; names nobody spoke of are guessed, as the import dialog guesses. */
export function participantNames(
  turns: readonly Turn[],
  speakers: ReadonlyMap<string, SpeakerIdentity>,
  team: readonly string[],
): string[] {
  const names = [...new Set(turns.flatMap((turn) => turn.speaker ?? []))];
  const unknown = names.filter((name) => !speakers.has(name));
  const guessed = unknown.length === 0 ? [] : guessSpeakers(speakersOf(turns), team);
  const isParticipant = (name: string, depth = 0): boolean => {
    const identity = speakers.get(name);
    if (!identity) return guessed.find((guess) => guess.name === name)?.guess === 'participant';
    if (identity.kind === 'same-as') return depth < 5 && isParticipant(identity.name, depth + 1);
    return identity.kind === 'participant';
  };
  return names.filter((name) => isParticipant(name));
}

/** In one pass, in the order of their first words: a hostile file may have as many speakers as turns. */
function speakersOf(turns: readonly Turn[]): TranscriptSpeaker[] {
  const speakers = new Map<string, TranscriptSpeaker>();
  for (const { speaker: name, text } of turns) {
    if (name === null) continue;
    const before = speakers.get(name) ?? { name, turns: 0, words: 0, questions: 0 };
    speakers.set(name, {
      name,
      turns: before.turns + 1,
      words: before.words + (text.match(/\S+/g)?.length ?? 0),
      questions: before.questions + (text.includes('?') ? 1 : 0),
    });
  }
  return [...speakers.values()];
}
