// Fills the copy of the sample workspace: three interviews, noted by two, heard and computed, with one brief. Ids are
// fixed, so that a fill that was cut off is finished by the next one, and so that statements have the same ids everywhere.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { BRIEF_SCHEMA, briefDocumentName, briefText } from '../../../shared/briefs/brief-document.ts';
import { BriefId, InterviewId, NoteId, ParticipantId, type PersonId, TagId } from '../../../shared/ids.ts';
import { readGuideText, tickQuestion } from '../../../shared/interviews/guide.ts';
import {
  addNote,
  INTERVIEW_SCHEMA,
  interviewDocumentName,
  noteMap,
  recordAttendance,
  setClockRecord,
  TranscriptRef,
} from '../../../shared/interviews/interview-document.ts';
import { readNoteLine } from '../../../shared/interviews/note-line.ts';
import { readTranscript } from '../../../shared/transcripts/detect.ts';
import {
  appendDecision,
  linkKey,
  putRecord,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
import { writeLastRun } from '../extraction/stored-run.ts';
import type { OpenedWorkspace } from './opened-workspace.ts';
import {
  readSampleContent,
  readSampleNeeds,
  type SampleContent,
  type SampleNeeds,
} from './sample-content.ts';

type SampleInterview = SampleContent['interviews'][number];

/** Does nothing in a copy that is filled: what a person changed in it stays. */
export async function fillSample(workspace: OpenedWorkspace, folder: string): Promise<void> {
  if (workspace.facts().interviews.length > 0) return;
  const content = await readSampleContent(folder);
  const needs = await readSampleNeeds(folder);
  for (const interview of content.interviews) await fillInterview(workspace, folder, content, interview);
  for (const brief of content.briefs) await fillBrief(workspace, brief, needs);
  if (needs) {
    await writeLastRun(workspace, {
      at: lastDay(content),
      model: needs.model,
      seconds: 0,
      interviews: content.interviews.map(interviewId),
      needs: needs.needs.map(({ key: _, ...need }) => need),
    });
  }
  // The index last: with it the copy counts as filled.
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => fillIndex(document, content, needs));
}

async function fillInterview(
  workspace: OpenedWorkspace,
  folder: string,
  content: SampleContent,
  interview: SampleInterview,
): Promise<void> {
  const bytes = new Uint8Array(await readFile(join(folder, interview.transcript)));
  const read = readTranscript(bytes);
  if (!read.ok) throw new Error(`the sample's ${interview.transcript} cannot be read: ${read.error.message}`);
  const { turns, format } = read.value;
  const stored = await workspace.originals.put(bytes, 'vtt');
  const author = interview.room[0];
  if (author === undefined) throw new Error(`nobody is in the room of the sample's ${interview.id}`);
  const ref = TranscriptRef.parse({
    original: stored.hash,
    fileName: interview.transcript,
    extension: 'vtt',
    format,
    importedAt: interview.plannedAt,
    importedBy: author,
    offsetMs: interview.offsetMs,
    lengthMs: turns.at(-1)?.endMs ?? null,
    words: turns.reduce((sum, turn) => sum + (turn.text.match(/\S+/g)?.length ?? 0), 0),
  });
  await workspace.documents.edit(interviewDocumentName(interviewId(interview)), (document) => {
    document.getMap('meta').set('schema', INTERVIEW_SCHEMA);
    document.getMap('meta').set('id', interviewId(interview));
    const endedAtEpochMs = Date.parse(interview.plannedAt) + interview.lengthMs;
    setClockRecord(document, { kind: 'ended', atMs: interview.lengthMs, endedAtEpochMs });
    document.getMap('transcripts').set(stored.hash, ref);
    for (const [name, identity] of Object.entries(interview.speakers))
      document.getMap('speakers').set(name, identity);
    for (const person of interview.room) recordAttendance(document, person, interview.plannedAt);
    fillGuide(document, interview);
    for (const index of interview.notes.keys()) fillNote(document, content, interview, index);
  });
}

function fillGuide(document: Y.Doc, interview: SampleInterview): void {
  const guide = document.getText('guide');
  if (guide.length > 0) return;
  guide.insert(0, interview.guide.map((line) => `? ${line.question}`).join('\n'));
  readGuideText(guide.toString()).forEach((line, index) => {
    const asked = interview.guide[index];
    if (asked?.askedAtMs == null || asked.askedBy == null) return;
    tickQuestion(document, line, { id: `tick-${index}`, atMs: asked.askedAtMs, by: asked.askedBy });
  });
}

function fillNote(document: Y.Doc, content: SampleContent, interview: SampleInterview, index: number): void {
  const note = interview.notes[index];
  if (!note) return;
  const id = NoteId.parse(`sample-${interview.id}-${String(index).padStart(2, '0')}`);
  const line = readNoteLine(note.text);
  const createdAt = new Date(Date.parse(interview.plannedAt) + note.atMs).toISOString();
  addNote(
    document,
    id,
    {
      author: note.author,
      role: content.people.find((person) => person.id === note.author)?.role ?? 'pm',
      atMs: note.atMs,
      createdAt,
      kind: note.followUp === undefined ? 'note' : 'follow-up',
    },
    { text: line.text, tags: line.tags, isMarked: note.marked === true },
  );
  const map = noteMap(document, id);
  if (note.followUp?.takenBy) map?.set('taken', { by: note.followUp.takenBy, at: createdAt });
  if (note.followUp?.asked) map?.set('asked', note.followUp.asked);
}

async function fillBrief(
  workspace: OpenedWorkspace,
  brief: SampleContent['briefs'][number],
  needs: SampleNeeds | undefined,
): Promise<void> {
  const id = BriefId.parse(brief.id);
  const text = brief.text.replace(/\[\[need:([A-Z-]+)\]\]/g, (_, key: string) => {
    const need = needs?.needs.find((one) => one.key === key);
    return need ? `[[need:${need.id}]]` : '';
  });
  await workspace.documents.edit(briefDocumentName(id), (document) => {
    document.getMap('meta').set('schema', BRIEF_SCHEMA);
    document.getMap('meta').set('id', id);
    if (briefText(document).length === 0) briefText(document).insert(0, text);
  });
}

function fillIndex(document: Y.Doc, content: SampleContent, needs: SampleNeeds | undefined): void {
  for (const person of content.people) putRecord(document, 'people', person.id, person);
  for (const { key, ...tag } of content.tags) {
    const id = TagId.parse(`sample-${tag.name}`);
    putRecord(document, 'tags', id, { ...tag, id, aliases: [], hotkey: key, isArchived: false });
  }
  for (const participant of content.participants) {
    putRecord(document, 'participants', participant.id, {
      ...participant,
      id: ParticipantId.parse(participant.id),
      fields: {},
      consent: { state: 'given', note: '' },
      isNameExported: false,
    });
  }
  for (const interview of content.interviews) {
    const createdBy = interview.room[0] ?? content.people[0]?.id;
    if (createdBy === undefined) continue;
    putRecord(document, 'interviews', interviewId(interview), {
      id: interviewId(interview),
      participantId: ParticipantId.parse(interview.participant),
      plannedAt: interview.plannedAt,
      createdAt: interview.plannedAt,
      createdBy,
      isArchived: false,
      isNotRecorded: false,
    });
  }
  // One need has a name that a person gave it; the other is left as a suggestion, for the newcomer to decide on.
  const [named] = content.needs;
  const found = needs?.needs.find((need) => need.key === named?.key);
  if (named && found) {
    const { label, subtitle, statements, requests } = found;
    appendDecision(document, {
      id: 'sample-named',
      at: lastDay(content),
      by: named.namedBy,
      kind: 'rename',
      needId: found.id,
      label: named.name,
      pinned: { label, subtitle, statements: [...statements], requests: [...requests] },
    });
  }
  for (const brief of content.briefs) {
    const id = BriefId.parse(brief.id);
    const { title, createdAt, createdBy } = brief;
    putRecord(document, 'briefs', id, { id, title, createdAt, createdBy, isArchived: false });
    for (const key of brief.needs)
      link(
        document,
        id,
        needs?.needs.find((need) => need.key === key),
        createdBy,
        createdAt,
      );
  }
}

function link(
  document: Y.Doc,
  briefId: BriefId,
  need: SampleNeeds['needs'][number] | undefined,
  by: PersonId,
  at: string,
): void {
  if (need) putRecord(document, 'links', linkKey(briefId, need.id), { briefId, needId: need.id, at, by });
}

function interviewId(interview: { readonly id: string }): InterviewId {
  return InterviewId.parse(`sample-${interview.id}`);
}

function lastDay(content: SampleContent): string {
  return (
    content.interviews
      .map((interview) => interview.plannedAt)
      .sort()
      .at(-1) ?? ''
  );
}
