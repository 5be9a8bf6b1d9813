// Transcripts: looked at before anything is stored, imported with their original kept, read, and told who is who.

import type { SpeakerPreview, TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import {
  interviewDocumentName,
  type SpeakerIdentity,
} from '../../../shared/interviews/interview-document.ts';
import { recordingStartOf } from '../../../shared/transcripts/propose-offset.ts';
import { guessSpeakers } from '../../../shared/transcripts/speaker-guess.ts';
import type { Transcript, TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import {
  readSpeakerMemory,
  rememberSpeakers,
  type SpeakerMemory,
  speakerKey,
} from '../../../shared/workspace/speaker-memory.ts';
import { WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { sha256 } from '../sha256.ts';
import { exportTranscript } from './export-transcript.ts';
import { countWords, createImporter, interviewWith, lengthOf } from './import-transcript.ts';
import { createNewerExports } from './newer-export.ts';
import { proposeOffsetFor } from './offset-clues.ts';
import type { ReadTranscriptFile } from './transcript-reader.ts';
import { readTurns } from './transcript-store.ts';

type Covered =
  | 'transcripts.preview'
  | 'transcripts.import'
  | 'transcripts.read'
  | 'transcripts.proposeOffset'
  | 'transcripts.export'
  | 'transcripts.setSpeakers'
  | 'transcripts.setOffset';

const FIRST_TURNS = 20;
const SAMPLE_CHARACTERS = 160;

export function transcriptHandlers(context: HostContext): Pick<Handlers, Covered> {
  const importer = createImporter(context);
  const findNewer = createNewerExports(context);

  async function tellTranscript(interviewId: InterviewId): Promise<void> {
    context.tell('transcript.changed', { interviewId });
    context.tell('interviews.changed', { ids: [interviewId] });
    context.tell('needs.changed', {});
  }

  return {
    async 'transcripts.preview'({ fileName, bytes, format }, _viewer, signal) {
      const read: ReadTranscriptFile = (file, how) => context.readTranscript(file, how, signal);
      const transcript = await parse(read, bytes, format);
      const original = sha256(bytes);
      // A preview needs no workspace: a file may be looked at before one is made.
      const workspace = context.current();
      const people = workspace?.facts().people ?? [];
      const memory = (await workspace?.documents.read(WORKSPACE_DOCUMENT, readSpeakerMemory)) ?? new Map();
      const already = workspace === null ? null : await interviewWith(context, original);
      const recordedMs = recordingStartOf(fileName);
      return {
        original,
        format: transcript.format,
        speakers: previewSpeakers(transcript, people, memory),
        turns: transcript.turns.length,
        words: transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0) || countWords(transcript),
        lengthMs: lengthOf(transcript),
        approximate: transcript.approximate,
        firstTurns: transcript.turns.slice(0, FIRST_TURNS),
        warnings: transcript.warnings,
        otherReadings: await readOtherwise(read, bytes, transcript.otherReadings),
        alreadyIn: already?.interviewId ?? null,
        alreadyInSince: already?.ref.importedAt ?? null,
        newerOf: already === null ? await findNewer(transcript) : null,
        recordedAt: recordedMs === null ? null : new Date(recordedMs).toISOString(),
      } satisfies TranscriptPreview;
    },

    async 'transcripts.import'(input, _viewer, signal) {
      const read: ReadTranscriptFile = (file, how) => context.readTranscript(file, how, signal);
      const transcript = await parse(read, input.bytes, input.format);
      // From here on it is carried out: who gives up now finds it in the list.
      if (signal?.aborted) throw new AppError('cancelled', 'the import was given up');
      const imported = await importer.run(input, transcript);
      await tellTranscript(imported.interviewId);
      return imported;
    },

    async 'transcripts.proposeOffset'({ interviewId }) {
      found(
        context
          .workspace()
          .facts()
          .interviews.find((entry) => entry.id === interviewId),
        'interview',
      );
      return proposeOffsetFor(context, interviewId);
    },

    'transcripts.export': (input) => exportTranscript(context, input),

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

    async 'transcripts.setSpeakers'({ interviewId, speakers, isRemembered }) {
      const workspace = context.workspace();
      found(
        workspace.facts().interviews.find((entry) => entry.id === interviewId),
        'interview',
      );
      await workspace.documents.edit(interviewDocumentName(interviewId), (document) => {
        for (const [name, identity] of Object.entries(speakers))
          document.getMap('speakers').set(name, identity);
      });
      if (isRemembered !== false) {
        const by = await actingPerson(context);
        const at = context.now().toISOString();
        await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
          rememberSpeakers(document, speakers, { by: by.id, at }),
        );
      }
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

async function parse(
  readFile: ReadTranscriptFile,
  bytes: Uint8Array,
  format: TranscriptFormat | null,
): Promise<Transcript> {
  const read = await readFile(bytes, format === null ? {} : { format });
  if (read.ok) return read.value;
  throw new AppError(
    read.error.reason === 'too-large' ? 'too-large' : 'unreadable-file',
    read.error.message,
    {
      details: { reason: read.error.reason, line: read.error.line },
    },
  );
}

/** Those of the formats under which the file has words at all. */
async function readOtherwise(
  readFile: ReadTranscriptFile,
  bytes: Uint8Array,
  formats: readonly TranscriptFormat[],
): Promise<TranscriptPreview['otherReadings']> {
  const readings = await Promise.all(
    formats.map(async (format) => ({ format, read: await readFile(bytes, { format }) })),
  );
  return readings.flatMap(({ format, read }) =>
    read.ok ? [{ format, firstTurns: read.value.turns.slice(0, FIRST_TURNS) }] : [],
  );
}

function previewSpeakers(
  transcript: Transcript,
  people: readonly Person[],
  memory: SpeakerMemory,
): SpeakerPreview[] {
  const guesses = guessSpeakers(
    transcript.speakers,
    people.map((person) => person.name),
  );
  return transcript.speakers.map((speaker) => {
    const guess = guesses.find((one) => one.name === speaker.name);
    const known = memory.get(speakerKey(speaker.name));
    return {
      ...speaker,
      sample: sampleOf(transcript, speaker.name),
      guess:
        known ??
        (guess?.guess === 'team' ? teamIdentity(speaker.name, people) : { kind: 'participant' as const }),
      isGuessCertain: known !== undefined || (guess?.isCertain ?? false),
      isRemembered: known !== undefined,
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
