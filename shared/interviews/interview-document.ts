// The interview document: guide, notes, clock, transcript references, speaker map. Notes are typed by several people at
// once, so a note's words are a Y.Text; everything else about it is a small record that is replaced whole.
import * as Y from 'yjs';
import { z } from 'zod';
import { InterviewId, NoteId, OriginalHash, PersonId } from '../ids.ts';
import { TRANSCRIPT_FORMATS } from '../transcripts/transcript.ts';
import { Role } from '../workspace/people.ts';
import { type PersonAttendance, readAttendance, readSaidThere } from './attendance.ts';
import { CallClock } from './call-clock.ts';

export const INTERVIEW_SCHEMA = 1;

export function interviewDocumentName(id: InterviewId): string {
  return `interview-${id}`;
}

/** What is fixed when a note is made. `atMs` is the call time at which its typing began; the role is the author's then. */
export const NoteOrigin = z.object({
  author: PersonId,
  role: Role,
  atMs: z.number().nonnegative(),
  createdAt: z.string().max(40),
  kind: z.enum(['note', 'follow-up']),
});
export type NoteOrigin = z.infer<typeof NoteOrigin>;

const By = z.object({ by: PersonId, at: z.string().max(40) });
const Asked = z.object({ by: PersonId, atMs: z.number().nullable() });
const MovedTo = z.number().nonnegative();
const DeletedAt = z.string();

export interface Note extends NoteOrigin {
  readonly id: NoteId;
  readonly text: string;
  /** Tag names without `#`, as keys in the note, so that the same tag added twice is there once. */
  readonly tags: readonly string[];
  /** Who set `//`, in the order of setting. */
  readonly markedBy: readonly PersonId[];
  /** Who took a follow-up, and when it was asked. */
  readonly takenBy: PersonId | null;
  readonly asked: { readonly by: PersonId; readonly atMs: number | null } | null;
  readonly deletedAt: string | null;
}

/** How a transcript file hangs on an interview. */
export const TranscriptRef = z.object({
  original: OriginalHash,
  fileName: z.string().max(300),
  extension: z.string().max(8),
  format: z.enum(TRANSCRIPT_FORMATS),
  importedAt: z.string().max(40),
  importedBy: PersonId,
  /** Added to the file's times to get call time. */
  offsetMs: z.number(),
  /** From the file's start to its last word; null when the file has no times. */
  lengthMs: z.number().nonnegative().nullable(),
  words: z.number().int().nonnegative(),
});
export type TranscriptRef = z.infer<typeof TranscriptRef>;

/** Who a name in the file is. */
export const SpeakerIdentity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant') }),
  z.object({ kind: z.literal('person'), personId: PersonId }),
  /** Of the team, without a record of their own; `name` is how they are spelled instead of as in the file. */
  z.object({ kind: z.literal('team'), name: z.string().trim().min(1).max(80).optional() }),
  z.object({ kind: z.literal('same-as'), name: z.string().max(200) }),
  z.object({ kind: z.literal('not-here') }),
]);
export type SpeakerIdentity = z.infer<typeof SpeakerIdentity>;

export interface InterviewFacts {
  readonly id: InterviewId | null;
  readonly schema: number;
  readonly clock: CallClock;
  /** Not deleted, by call time and then by id. */
  readonly notes: readonly Note[];
  readonly deletedNotes: readonly Note[];
  /** The newest import last; the last one is shown. */
  readonly transcripts: readonly TranscriptRef[];
  /** By the name as the file writes it. */
  readonly speakers: ReadonlyMap<string, SpeakerIdentity>;
  /** People of the team who had this interview open while its clock ran, and those of `saidThere`. */
  readonly attendance: readonly PersonId[];
  /** Who was on the call without Earshot, each with who said so. */
  readonly saidThere: ReadonlyMap<PersonId, PersonId>;
  /** When they were there, for those whose Earshot recorded it. */
  readonly room: readonly PersonAttendance[];
}

export function readInterview(document: Y.Doc): InterviewFacts {
  const meta = document.getMap('meta');
  const id = InterviewId.safeParse(meta.get('id'));
  const schema = z.number().safeParse(meta.get('schema'));
  const clock = CallClock.safeParse(meta.get('clock'));
  const notes: Note[] = [];
  for (const [key, value] of document.getMap('notes')) {
    const note = readNote(key, value);
    if (note) notes.push(note);
  }
  notes.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  const transcripts = [...document.getMap('transcripts').values()]
    .flatMap((value) => TranscriptRef.safeParse(value).data ?? [])
    .sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1));
  const speakers = new Map<string, SpeakerIdentity>();
  for (const [name, value] of document.getMap('speakers')) {
    const identity = SpeakerIdentity.safeParse(value);
    if (identity.success) speakers.set(name, identity.data);
  }
  const recorded = [...document.getMap('attendance').keys()].flatMap(
    (key) => PersonId.safeParse(key).data ?? [],
  );
  const saidThere = new Map(
    [...readSaidThere(document)].filter(([personId]) => !recorded.includes(personId)),
  );
  return {
    id: id.success ? id.data : null,
    schema: schema.success ? schema.data : INTERVIEW_SCHEMA,
    clock: clock.success ? clock.data : { kind: 'ready' },
    notes: notes.filter((note) => note.deletedAt === null),
    deletedNotes: notes.filter((note) => note.deletedAt !== null),
    transcripts,
    speakers,
    attendance: [...recorded, ...saidThere.keys()],
    saidThere,
    room: readAttendance(document),
  };
}

/** A note as it stands in the document, or null for a record that is no note. */
export function readNote(key: string, value: unknown): Note | null {
  if (!(value instanceof Y.Map)) return null;
  const id = NoteId.safeParse(key);
  const origin = NoteOrigin.safeParse(value.get('m'));
  if (!id.success || !origin.success) return null;
  const text: unknown = value.get('text');
  const tags: string[] = [];
  const marks: { by: PersonId; at: string }[] = [];
  for (const [field, entry] of value.entries()) {
    if (field.startsWith('#') && entry === true) tags.push(field.slice(1));
    if (field.startsWith('mark:')) {
      const mark = By.safeParse(entry);
      if (mark.success) marks.push(mark.data);
    }
  }
  return {
    ...origin.data,
    id: id.data,
    kind: readField(value, 'asks', By) === null ? origin.data.kind : 'follow-up',
    atMs: readField(value, 'atMs', MovedTo) ?? origin.data.atMs,
    text: text instanceof Y.Text ? text.toString() : '',
    tags: tags.sort(),
    markedBy: marks.sort((a, b) => (a.at < b.at ? -1 : 1)).map((mark) => mark.by),
    takenBy: readField(value, 'taken', By)?.by ?? null,
    asked: readField(value, 'asked', Asked),
    deletedAt: readField(value, 'deletedAt', DeletedAt),
  };
}

/** Null for what is not there, which is most fields of most notes and costs nothing, and for what does not fit. */
function readField<S extends z.ZodType>(note: Y.Map<unknown>, field: string, schema: S): z.infer<S> | null {
  const value = note.get(field);
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Makes a note. Call inside a transaction whose origin the author's undo does not track: see `undo-own-notes.ts`. */
export function addNote(
  document: Y.Doc,
  id: NoteId,
  origin: NoteOrigin,
  content: { text: string; tags: readonly string[]; isMarked: boolean },
): void {
  const note = new Y.Map<unknown>();
  note.set('m', origin);
  note.set('text', new Y.Text(content.text));
  for (const tag of content.tags) note.set(`#${tag}`, true);
  if (content.isMarked) note.set(`mark:${origin.author}`, { by: origin.author, at: origin.createdAt });
  document.getMap('notes').set(id, note);
}

/** The note's shared map, or undefined when there is none under this id. */
export function noteMap(document: Y.Doc, id: NoteId): Y.Map<unknown> | undefined {
  const note: unknown = document.getMap('notes').get(id);
  return note instanceof Y.Map ? note : undefined;
}

export function setNoteTag(document: Y.Doc, id: NoteId, tag: string, isSet: boolean): void {
  const note = noteMap(document, id);
  if (isSet) note?.set(`#${tag}`, true);
  else note?.delete(`#${tag}`);
}

export function setNoteMark(
  document: Y.Doc,
  id: NoteId,
  mark: { by: PersonId; at: string },
  isSet: boolean,
): void {
  const note = noteMap(document, id);
  if (isSet) note?.set(`mark:${mark.by}`, mark);
  else note?.delete(`mark:${mark.by}`);
}

/** Makes a note a follow-up after the fact, as in the debrief; null takes that back. */
export function setFollowUp(document: Y.Doc, id: NoteId, by: { by: PersonId; at: string } | null): void {
  const note = noteMap(document, id);
  if (by === null) note?.delete('asks');
  else note?.set('asks', by);
}

/** A person takes a follow-up to ask it themselves, or gives it back with null. */
export function setFollowUpTaken(
  document: Y.Doc,
  id: NoteId,
  taken: { by: PersonId; at: string } | null,
): void {
  const note = noteMap(document, id);
  if (taken === null) note?.delete('taken');
  else note?.set('taken', taken);
}

/** Notes that a follow-up was asked, at which call time and by whom; null takes it back. */
export function setFollowUpAsked(
  document: Y.Doc,
  id: NoteId,
  asked: { by: PersonId; atMs: number | null } | null,
): void {
  const note = noteMap(document, id);
  if (asked === null) note?.delete('asked');
  else note?.set('asked', asked);
}

/** Deleting is a flag: a hard delete would beat a concurrent edit and lose its words. */
export function setNoteDeleted(document: Y.Doc, id: NoteId, deletedAt: string | null): void {
  const note = noteMap(document, id);
  if (deletedAt === null) note?.delete('deletedAt');
  else note?.set('deletedAt', deletedAt);
}

/** Remembers that a person of the team had the interview open while its clock ran; the first time stays. */
export function recordAttendance(document: Y.Doc, personId: PersonId, at: string): void {
  const attendance = document.getMap('attendance');
  if (!attendance.has(personId)) attendance.set(personId, { at });
}

export function setClockRecord(document: Y.Doc, clock: CallClock): void {
  document.getMap('meta').set('clock', clock);
}
