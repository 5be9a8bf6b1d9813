// Transcripts: looked at before anything is stored, imported with their original kept, read, and told who is who.

import type { SpeakerPreview, TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import {
  interviewDocumentName,
  type SpeakerIdentity,
} from '../../../shared/interviews/interview-document.ts';
import { languageWords } from '../../../shared/text/spoken-language.ts';
import type { TranscriptLook } from '../../../shared/transcripts/look-at-transcript.ts';
import { recordingStartOf } from '../../../shared/transcripts/propose-offset.ts';
import { guessSpeakers } from '../../../shared/transcripts/speaker-guess.ts';
import type { TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
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
import { isForeign, modelInUse } from '../settings/model-in-use.ts';
import { sha256 } from '../sha256.ts';
import { exportTranscript } from './export-transcript.ts';
import { createImporter, interviewWith } from './import-transcript.ts';
import { createNewerExports } from './newer-export.ts';
import { proposeOffsetFor } from './offset-clues.ts';
import type { TranscriptReading } from './transcript-reader.ts';
import { readTurns } from './transcript-store.ts';

type Covered =
  | 'transcripts.preview'
  | 'transcripts.import'
  | 'transcripts.read'
  | 'transcripts.proposeOffset'
  | 'transcripts.export'
  | 'transcripts.setSpeakers'
  | 'transcripts.setOffset';

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
      const look: Look = (file, how) => context.transcripts.look(file, how, signal);
      const transcript = await lookAt(look, bytes, format);
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
        turns: transcript.turns,
        words: transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0) || transcript.words,
        lengthMs: transcript.lengthMs,
        approximate: transcript.approximate,
        firstTurns: transcript.firstTurns,
        warnings: transcript.warnings,
        otherReadings: await readOtherwise(look, bytes, transcript.otherReadings),
        alreadyIn: already?.interviewId ?? null,
        alreadyInSince: already?.ref.importedAt ?? null,
        newerOf: already === null ? await findNewer(transcript) : null,
        otherLanguage:
          transcript.language !== null && isForeign(transcript.language, modelInUse(context))
            ? languageWords(transcript.language)
            : null,
        recordedAt: recordedMs === null ? null : new Date(recordedMs).toISOString(),
      } satisfies TranscriptPreview;
    },

    async 'transcripts.import'(input, _viewer, signal) {
      const look: Look = (file, how) => context.transcripts.look(file, how, signal);
      const transcript = await lookAt(look, input.bytes, input.format);
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
        const map = document.getMap('speakers');
        for (const [name, identity] of Object.entries(speakers)) {
          if (identity === null) map.delete(name);
          else map.set(name, identity);
        }
      });
      if (isRemembered !== false) {
        const by = await actingPerson(context);
        const at = context.now().toISOString();
        const said = Object.fromEntries(
          Object.entries(speakers).flatMap(([name, identity]) =>
            identity === null ? [] : [[name, identity]],
          ),
        );
        await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
          rememberSpeakers(document, said, { by: by.id, at }),
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

type Look = TranscriptReading['look'];

async function lookAt(
  look: Look,
  bytes: Uint8Array,
  format: TranscriptFormat | null,
): Promise<TranscriptLook> {
  const read = await look(bytes, format === null ? {} : { format });
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
  look: Look,
  bytes: Uint8Array,
  formats: readonly TranscriptFormat[],
): Promise<TranscriptPreview['otherReadings']> {
  const readings = await Promise.all(
    formats.map(async (format) => ({ format, read: await look(bytes, { format }) })),
  );
  return readings.flatMap(({ format, read }) =>
    read.ok ? [{ format, firstTurns: read.value.firstTurns }] : [],
  );
}

function previewSpeakers(
  { speakers }: TranscriptLook,
  people: readonly Person[],
  memory: SpeakerMemory,
): SpeakerPreview[] {
  const guesses = guessSpeakers(
    speakers,
    people.map((person) => person.name),
  );
  const byName = new Map(guesses.map((guess) => [guess.name, guess]));
  return speakers.map((speaker) => {
    const guess = byName.get(speaker.name);
    const known = memory.get(speakerKey(speaker.name));
    return {
      ...speaker,
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
