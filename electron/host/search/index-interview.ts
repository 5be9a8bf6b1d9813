// Brings one interview's words and notes into its part of the index: only what is not there yet is read and put in.
import type { InterviewId } from '../../../shared/ids.ts';
import { withCurrentTags } from '../../../shared/interviews/current-tags.ts';
import type { InterviewFacts, Note, SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { correctedText, type TurnCorrection } from '../../../shared/interviews/marked-turns.ts';
import type { WordMark } from '../../../shared/interviews/word-marks.ts';
import { type Turn, turnOffsets } from '../../../shared/transcripts/transcript.ts';
import type { Tag } from '../../../shared/workspace/tags.ts';
import { crc32c } from '../storage/crc32c.ts';
import type { Indexed, IndexPart } from './index-parts.ts';

export interface InterviewTexts {
  readonly id: InterviewId;
  readonly facts: Pick<InterviewFacts, 'notes' | 'transcripts' | 'speakers'> & {
    readonly wordMarks: ReadonlyMap<string, WordMark>;
  };
  readonly codebook: readonly Tag[];
  /** Reads the words of its newest transcript; null when they cannot be read now. */
  readonly readWords: () => Promise<{
    readonly turns: readonly Turn[];
    readonly participantNames: readonly string[];
    /** By the index of their turn. */
    readonly corrections: ReadonlyMap<number, readonly TurnCorrection[]>;
  } | null>;
}

/** True when something changed. */
export async function indexInterview(part: IndexPart, interview: InterviewTexts): Promise<boolean> {
  const before = part.interviews.get(interview.id) ?? { words: null, notes: {} };
  const words = await indexWords(part, interview, before.words);
  const { notes, isChanged } = indexNotes(part, interview, before.notes);
  if (!isChanged && words === before.words && part.interviews.has(interview.id)) return false;
  part.interviews.set(interview.id, { words, notes });
  return true;
}

export function dropInterview(part: IndexPart, id: InterviewId): void {
  const indexed = part.interviews.get(id);
  if (indexed === undefined) return;
  dropWords(part, id, indexed.words);
  for (const note of Object.keys(indexed.notes)) part.shard.drop(noteKey(id, note));
  part.interviews.delete(id);
}

async function indexWords(
  part: IndexPart,
  { id, facts, readWords }: InterviewTexts,
  before: Indexed['words'],
): Promise<Indexed['words']> {
  const ref = facts.transcripts.at(-1);
  if (ref === undefined) {
    dropWords(part, id, before);
    return null;
  }
  const signature = `${ref.original}-${ref.format}-${checksum(speakersText(facts.speakers))}${marksText(facts.wordMarks)}`;
  if (before?.signature === signature) return before;
  const read = await readWords();
  dropWords(part, id, before);
  if (read === null) return null;
  const { turns, participantNames, corrections } = read;
  const offsets = turnOffsets(turns);
  for (const [number, turn] of turns.entries()) {
    const isParticipant = turn.speaker !== null && participantNames.includes(turn.speaker) ? 1 : 0;
    part.shard.put({
      id: turnKey(id, number),
      text: turnText(turn.text, corrections.get(number) ?? []),
      about: [offsets[number] ?? 0, turn.startMs, isParticipant],
    });
  }
  return { original: ref.original, signature, turns: turns.length };
}

function dropWords(part: IndexPart, id: InterviewId, words: Indexed['words']): void {
  for (let number = 0; number < (words?.turns ?? 0); number += 1) part.shard.drop(turnKey(id, number));
}

function indexNotes(
  part: IndexPart,
  { id, facts, codebook }: InterviewTexts,
  before: Indexed['notes'],
): { notes: Indexed['notes']; isChanged: boolean } {
  const notes: Record<string, number> = {};
  let isChanged = false;
  for (const note of facts.notes) {
    const text = noteText(withCurrentTags(note, codebook));
    const sum = checksum(`${note.atMs} ${note.author} ${text}`);
    notes[note.id] = sum;
    if (before[note.id] === sum) continue;
    part.shard.put({ id: noteKey(id, note.id), text, about: [note.atMs, note.author] });
    isChanged = true;
  }
  for (const gone of Object.keys(before)) {
    if (gone in notes) continue;
    part.shard.drop(noteKey(id, gone));
    isChanged = true;
  }
  return { notes, isChanged };
}

/** As it is read today, and behind that what the file says, so that both are found. */
function turnText(text: string, corrections: readonly TurnCorrection[]): string {
  if (corrections.length === 0) return text;
  const inFile = corrections.map(({ from, to }) => `“${text.slice(from, to)}”`);
  return `${correctedText(text, corrections)} (file says: ${inFile.join(', ')})`;
}

/** With its tags, so that it is found by them too. */
function noteText({ text, tags }: Note): string {
  return [text, ...tags.map((tag) => `#${tag}`)].join(' ');
}

function turnKey(id: InterviewId, number: number): string {
  return `${id}:${number}`;
}

function noteKey(id: InterviewId, note: string): string {
  return `${id}#${note}`;
}

function speakersText(speakers: ReadonlyMap<string, SpeakerIdentity>): string {
  return JSON.stringify([...speakers].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Changes with every correction and with who is said to speak; empty for the many that have neither. */
function marksText(marks: ReadonlyMap<string, WordMark>): string {
  const laid = [...marks].filter(([, { meaning }]) => meaning.kind !== 'tag');
  return laid.length === 0 ? '' : `-${checksum(JSON.stringify(laid))}`;
}

function checksum(text: string): number {
  return crc32c(new TextEncoder().encode(text));
}
