// Recordings: attached by path, known to the team by hash, found again after a move, played by ticket.
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { RECORDINGS_PATH } from '../../../shared/contract/recordings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import {
  putRecording,
  type Recording,
  readRecording,
  removeRecordings,
} from '../../../shared/interviews/recording.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { lookAtRecording } from './look-at-recording.ts';
import type { RecordingStore } from './recording-store.ts';
import type { RecordingFile, RecordingTickets } from './recording-tickets.ts';

type Covered =
  | 'recordings.attach'
  | 'recordings.detach'
  | 'recordings.state'
  | 'recordings.setOffset'
  | 'recordings.choose';

export function recordingHandlers(
  context: HostContext,
  store: RecordingStore,
  tickets: RecordingTickets,
): Pick<Handlers, Covered> {
  function recordingOf(id: InterviewId): Promise<Recording | null> {
    const { documents, facts } = context.workspace();
    found(
      facts().interviews.find((entry) => entry.id === id),
      'interview',
    );
    return documents.read(interviewDocumentName(id), readRecording);
  }

  function write(id: InterviewId, recording: Recording): Promise<void> {
    return context
      .workspace()
      .documents.edit(interviewDocumentName(id), (document) => putRecording(document, recording));
  }

  /** The file as it was hashed, while it still is. */
  async function fileOf(id: InterviewId, { hash, mediaType }: Recording): Promise<RecordingFile | null> {
    const place = store.placeOf(id);
    if (place?.hash !== hash) return null;
    const { path, size, mtimeMs } = place;
    // Whatever keeps it from being looked at, it cannot be played.
    const now = await stat(path).catch(() => null);
    return now?.isFile() && now.size === size && now.mtimeMs === mtimeMs
      ? { path, size, mtimeMs, mediaType }
      : null;
  }

  return {
    async 'recordings.attach'({ interviewId, path, hash }) {
      const before = await recordingOf(interviewId);
      const given = unquoted(path);
      // Relative to what, nobody at a window could say.
      if (!isAbsolute(given))
        throw new AppError('unreadable-file', 'the path is not whole', { details: { reason: 'not-there' } });
      const { mediaType, ...place } = await lookAtRecording(given);
      if (hash !== null && place.hash !== hash)
        throw new AppError('unreadable-file', 'the file holds another recording', {
          details: { reason: 'another-recording' },
        });
      await store.put(interviewId, place);
      if (before?.hash !== place.hash) {
        const by = await actingPerson(context);
        await write(interviewId, {
          hash: place.hash,
          size: place.size,
          mediaType,
          fileName: basename(place.path).slice(0, 300),
          offsetMs: 0,
          attachedAt: context.now().toISOString(),
          attachedBy: by.id,
        });
      }
      context.tell('recording.changed', { interviewId });
      return null;
    },

    async 'recordings.detach'({ interviewId }) {
      if ((await recordingOf(interviewId)) !== null)
        await context.workspace().documents.edit(interviewDocumentName(interviewId), removeRecordings);
      await store.forget(interviewId);
      context.tell('recording.changed', { interviewId });
      return null;
    },

    async 'recordings.state'({ interviewId }, viewer) {
      const recording = await recordingOf(interviewId);
      if (recording === null) return { kind: 'none' };
      const { hash, fileName, offsetMs } = recording;
      const file = await fileOf(interviewId, recording);
      return file === null
        ? { kind: 'moved', hash, fileName, offsetMs }
        : { kind: 'here', hash, fileName, offsetMs, url: RECORDINGS_PATH + tickets.give(viewer, file) };
    },

    async 'recordings.setOffset'({ interviewId, offsetMs }) {
      const recording = found((await recordingOf(interviewId)) ?? undefined, 'recording');
      await write(interviewId, { ...recording, offsetMs });
      context.tell('recording.changed', { interviewId });
      return null;
    },

    async 'recordings.choose'() {
      return { path: (await context.options.chooseRecording?.()) ?? null };
    },
  };
}

/** Systems copy a path with quotation marks around it. */
function unquoted(path: string): string {
  return path.trim().replace(/^"(.*)"$/, '$1');
}
