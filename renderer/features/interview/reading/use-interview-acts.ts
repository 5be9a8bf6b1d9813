// What can be done to an interview that was listened to. Failures are said in a toast; nothing here draws.
import type * as Y from 'yjs';
import { AppError } from '../../../../shared/errors.ts';
import type { InterviewId, NoteId, OriginalHash, PersonId } from '../../../../shared/ids.ts';
import { setSaidThere } from '../../../../shared/interviews/attendance.ts';
import { setNoteDeleted } from '../../../../shared/interviews/interview-document.ts';
import { useHost, useSession } from '../../../state/host-context.tsx';
import { refusalText } from '../../../text/error-text.ts';
import { useToasts } from '../../../ui/toasts.tsx';

export interface InterviewActs {
  readonly archive: (isArchived: boolean) => void;
  readonly compute: () => void;
  /** Into the workspace's folder for exports. */
  readonly exportWords: (format: 'webvtt' | 'markdown') => void;
  readonly restoreNote: (id: NoteId) => void;
  /** Somebody was on the call without Earshot, or was not after all. */
  readonly sayThere: (id: PersonId, wasThere: boolean) => void;
  /** False when the host did not take it; the reason has been said. */
  readonly setOffset: (original: OriginalHash, offsetMs: number) => Promise<boolean>;
}

export function useInterviewActs(interviewId: InterviewId, document: Y.Doc | null): InterviewActs {
  const { client } = useHost();
  const session = useSession();
  const toasts = useToasts();

  async function tried(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      toasts.show({ text: refusalText(error) });
      return false;
    }
  }

  const archive = async (isArchived: boolean): Promise<void> => {
    if (!(await tried(() => client.call('interviews.update', { id: interviewId, isArchived })))) return;
    toasts.show({
      text: isArchived ? 'Archived. Its words no longer count.' : 'Back, and counted again.',
      undo: () => void archive(!isArchived),
    });
  };

  return {
    archive: (isArchived) => void archive(isArchived),
    exportWords: (format) =>
      void tried(async () => {
        const { path } = await client.call('transcripts.export', { interviewId, format, folder: null });
        toasts.show({
          text: `Written to ${path}. Names are pseudonyms; corrected words say what the file has.`,
        });
      }),
    compute: () => void tried(() => client.call('extraction.start', {})),
    sayThere(id, wasThere) {
      const me = session?.me.id;
      if (document === null || me === undefined) return;
      setSaidThere(document, id, wasThere ? { by: me, at: new Date().toISOString() } : null);
    },
    restoreNote(id) {
      if (document === null) return;
      document.transact(() => setNoteDeleted(document, id, null));
      toasts.show({
        text: 'The note is back at its time.',
        undo: () => document.transact(() => setNoteDeleted(document, id, new Date().toISOString())),
      });
    },
    setOffset: (original, offsetMs) =>
      tried(() => client.call('transcripts.setOffset', { interviewId, original, offsetMs })),
  };
}
