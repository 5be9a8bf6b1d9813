// What an interview knows of when things were heard, for the proposal of where its transcript lies.
import type { InterviewId } from '../../../shared/ids.ts';
import { readTickedGuide } from '../../../shared/interviews/guide.ts';
import { interviewDocumentName, readInterview } from '../../../shared/interviews/interview-document.ts';
import {
  type OffsetProposal,
  proposeOffset,
  recordingStartOf,
} from '../../../shared/transcripts/propose-offset.ts';
import type { HostContext } from '../host-context.ts';
import { readTurns } from './transcript-store.ts';

/** Null where nothing says it, and for an interview without words. */
export async function proposeOffsetFor(
  context: HostContext,
  id: InterviewId,
): Promise<OffsetProposal | null> {
  const workspace = context.workspace();
  const { facts, guide } = await workspace.documents.read(interviewDocumentName(id), (document) => ({
    facts: readInterview(document),
    guide: readTickedGuide(document),
  }));
  const ref = facts.transcripts.at(-1);
  if (ref === undefined) return null;
  const { turns } = await readTurns(workspace, ref);
  const asked = guide.flatMap(({ text, tick }) =>
    tick === null || tick.atMs === null ? [] : [{ text, atMs: tick.atMs }],
  );
  // A note is kept some seconds after its typing began, so the earliest of these is the nearest to the truth.
  const starts = facts.notes
    .map((note) => Date.parse(note.createdAt) - note.atMs)
    .filter((start) => Number.isFinite(start));
  return proposeOffset(turns, {
    moments: [...facts.notes.map(({ text, atMs }) => ({ text, atMs })), ...asked],
    callStartEpochMs: starts.length === 0 ? null : Math.min(...starts),
    recordingStartEpochMs: recordingStartOf(ref.fileName),
  });
}
