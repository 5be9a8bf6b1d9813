// Transcripts: looked at before anything is stored, imported with their original kept, read, and told who is who.

import type { SpeakerPreview, TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import {
  interviewDocumentName,
  type SpeakerIdentity,
  TranscriptRef,
} from '../../../shared/interviews/interview-document.ts';
import { readTranscript } from '../../../shared/transcripts/detect.ts';
import { guessSpeakers } from '../../../shared/transcripts/speaker-guess.ts';
import type { Transcript, TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { appendEvent, WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import { attachTranscript, createInterview, importedEvent } from '../interviews/interview-handlers.ts';
import { leftOut } from '../needs/heard-interviews.ts';
import type { Handlers } from '../router.ts';
import { sha256 } from '../sha256.ts';
import { readTurns } from './transcript-store.ts';

type Covered =
  | 'transcripts.preview'
  | 'transcripts.import'
  | 'transcripts.read'
  | 'transcripts.setSpeakers'
  | 'transcripts.setOffset';

const FIRST_TURNS = 12;
const SAMPLE_CHARACTERS = 160;

export function transcriptHandlers(context: HostContext): Pick<Handlers, Covered> {
  async function interviewWith(original: string): Promise<InterviewId | null> {
    for (const entry of context.workspace().facts().interviews) {
      const facts = await leftOut(context, entry.id, () => context.interviews().get(entry.id));
      if (facts?.transcripts.some((ref) => ref.original === original)) return entry.id;
    }
    return null;
  }

  /** A new interview comes into the list with its words, or not at all. */
  async function createFor(
    ref: TranscriptRef,
    { newParticipant, speakers }: Params<'transcripts.import'>,
  ): Promise<InterviewId> {
    const made = await createInterview(context.workspace(), {
      participant: { pseudonym: newParticipant, description: '', realName: '' },
      plannedAt: null,
      guide: '',
      by: ref.importedBy,
      at: ref.importedAt,
      newId: () => context.newId(),
      transcript: { ref, speakers },
    });
    return made.id;
  }

  async function tellTranscript(interviewId: InterviewId): Promise<void> {
    context.tell('transcript.changed', { interviewId });
    context.tell('interviews.changed', { ids: [interviewId] });
    context.tell('needs.changed', {});
  }

  return {
    async 'transcripts.preview'({ bytes, format }) {
      const transcript = parse(bytes, format);
      const original = sha256(bytes);
      // A preview needs no workspace: a file may be looked at before one is made.
      const people = context.current()?.facts().people ?? [];
      return {
        original,
        format: transcript.format,
        speakers: previewSpeakers(transcript, people),
        turns: transcript.turns.length,
        words: transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0) || countWords(transcript),
        lengthMs: lengthOf(transcript),
        approximate: transcript.approximate,
        firstTurns: transcript.turns.slice(0, FIRST_TURNS),
        warnings: transcript.warnings,
        alreadyIn: context.current() === null ? null : await interviewWith(original),
      } satisfies TranscriptPreview;
    },

    async 'transcripts.import'(input) {
      const workspace = context.workspace();
      const transcript = parse(input.bytes, input.format);
      const already = await interviewWith(sha256(input.bytes));
      const extension = /\.([A-Za-z0-9]{1,8})$/.exec(input.fileName)?.[1]?.toLowerCase() ?? 'txt';
      if (already !== null) {
        // An original that was changed or lost is put right by its true bytes.
        await workspace.originals.put(input.bytes, extension);
        throw new AppError('already-imported', 'this file is in the workspace already', {
          details: { interviewId: already },
        });
      }
      if (input.interviewId !== null)
        found(
          workspace.facts().interviews.find((entry) => entry.id === input.interviewId),
          'interview',
        );
      const by = await actingPerson(context);
      const at = context.now().toISOString();
      // The original first: from here on the words cannot be lost, and a crash leaves nothing half imported.
      const stored = await workspace.originals.put(input.bytes, extension);
      const ref = TranscriptRef.parse({
        original: stored.hash,
        fileName: input.fileName,
        extension,
        format: transcript.format,
        importedAt: at,
        importedBy: by.id,
        offsetMs: input.offsetMs,
        lengthMs: lengthOf(transcript),
        words: countWords(transcript),
      });
      const interviewId = input.interviewId ?? (await createFor(ref, input));
      if (input.interviewId !== null) {
        await workspace.documents.edit(interviewDocumentName(interviewId), (document) =>
          attachTranscript(document, { ref, speakers: input.speakers }),
        );
        await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
          appendEvent(document, importedEvent(interviewId, ref)),
        );
      }
      await tellTranscript(interviewId);
      return { interviewId, original: stored.hash };
    },

    async 'transcripts.read'({ interviewId }) {
      const workspace = context.workspace();
      found(
        workspace.facts().interviews.find((entry) => entry.id === interviewId),
        'interview',
      );
      const ref = (await context.interviews().get(interviewId)).transcripts.at(-1);
      if (!ref) return null;
      const read = await readTurns(workspace, ref);
      return {
        original: ref.original,
        fileName: ref.fileName,
        format: ref.format,
        offsetMs: ref.offsetMs,
        ...read,
      };
    },

    async 'transcripts.setSpeakers'({ interviewId, speakers }) {
      const workspace = context.workspace();
      found(
        workspace.facts().interviews.find((entry) => entry.id === interviewId),
        'interview',
      );
      await workspace.documents.edit(interviewDocumentName(interviewId), (document) => {
        for (const [name, identity] of Object.entries(speakers))
          document.getMap('speakers').set(name, identity);
      });
      await tellTranscript(interviewId);
      return null;
    },

    async 'transcripts.setOffset'({ interviewId, original, offsetMs }) {
      const workspace = context.workspace();
      found(
        workspace.facts().interviews.find((entry) => entry.id === interviewId),
        'interview',
      );
      const ref = found(
        (await context.interviews().get(interviewId)).transcripts.find((one) => one.original === original),
        'transcript',
      );
      await workspace.documents.edit(interviewDocumentName(interviewId), (document) => {
        const refs = document.getMap('transcripts');
        const before: unknown = refs.get(original);
        // With the fields that only a newer Earshot knows.
        refs.set(original, { ...ref, ...(typeof before === 'object' && before), offsetMs });
      });
      await tellTranscript(interviewId);
      return null;
    },
  };
}

function parse(bytes: Uint8Array, format: TranscriptFormat | null): Transcript {
  const read = readTranscript(bytes, format === null ? {} : { format });
  if (read.ok) return read.value;
  throw new AppError(
    read.error.reason === 'too-large' ? 'too-large' : 'unreadable-file',
    read.error.message,
    {
      details: { reason: read.error.reason, line: read.error.line },
    },
  );
}

function previewSpeakers(transcript: Transcript, people: readonly Person[]): SpeakerPreview[] {
  const guesses = guessSpeakers(
    transcript.speakers,
    people.map((person) => person.name),
  );
  return transcript.speakers.map((speaker) => {
    const guess = guesses.find((one) => one.name === speaker.name);
    return {
      ...speaker,
      sample: sampleOf(transcript, speaker.name),
      guess: guess?.guess === 'team' ? teamIdentity(speaker.name, people) : { kind: 'participant' },
      isGuessCertain: guess?.isCertain ?? false,
    };
  });
}

function teamIdentity(name: string, people: readonly Person[]): SpeakerIdentity {
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const person = people.find(
    (one) =>
      fold(name)
        .split(/[\s,]+/)
        .includes(fold(one.name)) || fold(one.name) === fold(name),
  );
  return person ? { kind: 'person', personId: person.id } : { kind: 'team' };
}

/** The speaker's longest line among their first ones: more telling than "Hi". */
function sampleOf(transcript: Transcript, name: string): string {
  const lines = transcript.turns
    .filter((turn) => turn.speaker === name)
    .slice(0, 8)
    .map((turn) => turn.text);
  const longest = lines.sort((a, b) => b.length - a.length)[0] ?? '';
  return longest.length > SAMPLE_CHARACTERS
    ? `${longest.slice(0, SAMPLE_CHARACTERS - 1).trimEnd()}…`
    : longest;
}

function countWords(transcript: Transcript): number {
  return transcript.turns.reduce((sum, turn) => sum + (turn.text.match(/\S+/g)?.length ?? 0), 0);
}

function lengthOf(transcript: Transcript): number | null {
  let last: number | null = null;
  for (const turn of transcript.turns) {
    const end = turn.endMs ?? turn.startMs;
    if (end !== null && (last === null || end > last)) last = end;
  }
  return last;
}
