// Takes a parsed transcript into the workspace: its original first, then the interview, then who its speakers are. One
// import after the other, so that the same bytes given twice at once make one interview.
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName, TranscriptRef } from '../../../shared/interviews/interview-document.ts';
import type { TranscriptLook } from '../../../shared/transcripts/look-at-transcript.ts';
import { timeShift } from '../../../shared/transcripts/time-shift.ts';
import { rememberSpeakers } from '../../../shared/workspace/speaker-memory.ts';
import { appendEvent, WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import { attachTranscript, createInterview, importedEvent } from '../interviews/interview-handlers.ts';
import { leftOut } from '../needs/heard-interviews.ts';
import { sha256 } from '../sha256.ts';
import { readTurns } from './transcript-store.ts';

type Wanted = Params<'transcripts.import'>;
type Imported = { readonly interviewId: InterviewId; readonly original: TranscriptRef['original'] };

export interface TranscriptImporter {
  /** AppError `already-imported`, with the interview, when the same bytes are here. */
  readonly run: (wanted: Wanted, look: TranscriptLook) => Promise<Imported>;
}

export function createImporter(context: HostContext): TranscriptImporter {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    run(wanted, look) {
      const imported = turn.then(() => importTranscript(context, wanted, look));
      turn = imported.catch(() => undefined); // told to the caller; the next one goes on
      return imported;
    },
  };
}

/** The interview that holds an original, with how it hangs there; null when none does. */
export async function interviewWith(
  context: HostContext,
  original: string,
): Promise<{ readonly interviewId: InterviewId; readonly ref: TranscriptRef } | null> {
  for (const entry of context.workspace().facts().interviews) {
    const facts = await leftOut(context, entry.id, () => context.interviews().get(entry.id));
    const ref = facts?.transcripts.find((one) => one.original === original);
    if (ref !== undefined) return { interviewId: entry.id, ref };
  }
  return null;
}

async function importTranscript(
  context: HostContext,
  wanted: Wanted,
  look: TranscriptLook,
): Promise<Imported> {
  const workspace = context.workspace();
  const already = await interviewWith(context, sha256(wanted.bytes));
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(wanted.fileName)?.[1]?.toLowerCase() ?? 'txt';
  if (already !== null) {
    // An original that was changed or lost is put right by its true bytes.
    await workspace.originals.put(wanted.bytes, extension);
    throw new AppError('already-imported', 'this file is in the workspace already', {
      details: { interviewId: already.interviewId },
    });
  }
  if (wanted.interviewId !== null)
    found(
      workspace.facts().interviews.find((entry) => entry.id === wanted.interviewId),
      'interview',
    );
  const by = await actingPerson(context);
  const at = context.now().toISOString();
  // The original first: from here on the words cannot be lost, and a crash leaves nothing half imported.
  const stored = await workspace.originals.put(wanted.bytes, extension);
  const ref = TranscriptRef.parse({
    original: stored.hash,
    fileName: wanted.fileName,
    extension,
    format: look.format,
    importedAt: at,
    importedBy: by.id,
    offsetMs: wanted.offsetMs ?? (await carriedOffset(context, wanted, look)),
    lengthMs: look.lengthMs,
    words: look.words,
  });
  const { speakers } = wanted;
  const interviewId = wanted.interviewId ?? (await createFor(context, ref, wanted));
  if (wanted.interviewId !== null)
    await workspace.documents.edit(interviewDocumentName(interviewId), (document) =>
      attachTranscript(document, { ref, speakers }),
    );
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
    if (wanted.interviewId !== null) appendEvent(document, importedEvent(interviewId, ref));
    if (wanted.isRemembered !== false) rememberSpeakers(document, speakers, { by: by.id, at });
  });
  return { interviewId, original: stored.hash };
}

/** A new interview comes into the list with its words, or not at all. */
async function createFor(context: HostContext, ref: TranscriptRef, wanted: Wanted): Promise<InterviewId> {
  const made = await createInterview(context.workspace(), {
    participant: { pseudonym: wanted.newParticipant, description: '', realName: '' },
    plannedAt: null,
    guide: '',
    by: ref.importedBy,
    at: ref.importedAt,
    newId: () => context.newId(),
    transcript: { ref, speakers: wanted.speakers },
  });
  return made.id;
}

/** Notes stay beside the same words although another export counts its time from elsewhere. */
async function carriedOffset(
  context: HostContext,
  { interviewId, bytes }: Wanted,
  { format }: TranscriptLook,
): Promise<number> {
  if (interviewId === null) return 0;
  const before = (await context.interviews().get(interviewId)).transcripts.at(-1);
  if (before === undefined) return 0;
  const read = await leftOut(context, interviewId, () => readTurns(context.workspace(), before));
  const after = await context.transcripts.read(bytes, { format });
  const shift = read === null || !after.ok ? null : timeShift(read.turns, after.value.turns);
  return shift === null ? before.offsetMs : before.offsetMs - shift;
}
