// What became of a follow-up after the call: it goes to the next guide, somebody looks it up, or it is dropped. Who asks
// it themselves takes it, as during the call: that stands in the note's `taken`.
import type * as Y from 'yjs';
import { z } from 'zod';
import { InterviewId, type NoteId, PersonId } from '../ids.ts';
import { type Note, noteMap } from './interview-document.ts';

const base = { by: PersonId, at: z.string().max(40) };

export const HandOver = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('guide'),
    interviewId: InterviewId,
    participant: z.string().max(80),
    /** As it stands in that guide, and its number when it came there. */
    question: z.string().max(2_000),
    number: z.number().int().positive(),
    /** False when the guide had asked the same already: then it is not ours to take out again. */
    isAdded: z.boolean(),
  }),
  z.object({
    ...base,
    kind: z.literal('looks-up'),
    personId: PersonId,
    /** In the words of whoever handed it over, such as “Thursday”; empty when nobody said. */
    until: z.string().max(40),
  }),
  z.object({ ...base, kind: z.literal('dropped'), why: z.string().min(1).max(200) }),
]);
export type HandOver = z.infer<typeof HandOver>;

/** A follow-up that was not asked in the call, with what became of it; null while nobody said. */
export interface HandedFollowUp {
  readonly note: Note;
  readonly handOver: HandOver | null;
}

/** Everything asked with `?` or made a follow-up later, and not asked in the call. */
export function readFollowUps(document: Y.Doc, notes: readonly Note[]): readonly HandedFollowUp[] {
  return notes
    .filter((note) => note.kind === 'follow-up' && note.asked === null)
    .map((note) => ({
      note,
      handOver: HandOver.safeParse(noteMap(document, note.id)?.get('handed')).data ?? null,
    }));
}

/** Null takes it back. The later one holds where two people hand the same over while apart. */
export function setHandOver(document: Y.Doc, id: NoteId, handOver: HandOver | null): void {
  const note = noteMap(document, id);
  if (handOver === null) note?.delete('handed');
  else note?.set('handed', handOver);
}

/** A follow-up as one line of a guide. */
export function asQuestion(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[?/]+\s*/, '')
    .slice(0, 2_000)
    .trim();
}
