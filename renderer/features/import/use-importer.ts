// Writes one file into the workspace, and makes a workspace first where none is open.
import { useRef, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { type ErrorWords, errorWords } from '../../text/error-text.ts';
import { useToasts } from '../../ui/toasts.tsx';
import type { ImportFile } from './import-file.ts';
import type { FileAnswer } from './use-file-answers.ts';

export interface Importer {
  readonly isWriting: boolean;
  readonly failure: ErrorWords | null;
  /** `isLater`: who speaks is left open. Null when it failed; nothing was imported then. */
  readonly run: (file: ImportFile, answer: FileAnswer, isLater: boolean) => Promise<InterviewId | null>;
  readonly announce: (text: string) => void;
}

export function useImporter(): Importer {
  const { client } = useHost();
  const session = useSession();
  const toasts = useToasts();
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<ErrorWords | null>(null);
  /** The session says so only a moment after it was made. */
  const hasMade = useRef(false);

  async function makeWorkspace(): Promise<void> {
    if (hasMade.current || session?.workspace != null) return;
    const made = await client.call('workspaces.create', { name: 'Untitled', folder: null });
    hasMade.current = true;
    toasts.show({
      text: `Made a workspace for it: “${made.name}”, in ${made.folder}. Rename it when you like.`,
    });
  }

  async function write(file: ImportFile, answer: FileAnswer, isLater: boolean): Promise<InterviewId | null> {
    const { target, identities, offset, offsetMs, isRemembered } = answer;
    if (file.bytes === null || offsetMs === null) return null;
    await makeWorkspace();
    const { interviewId } = await client.call('transcripts.import', {
      interviewId: target.kind === 'interview' ? target.id : null,
      newParticipant: target.kind === 'new' ? target.name.trim() : '',
      fileName: file.fileName,
      bytes: file.bytes,
      format: file.format,
      // Nothing said: an earlier version of the words says it.
      offsetMs: offset.trim() === '' ? null : offsetMs,
      isRemembered,
      speakers: isLater ? {} : Object.fromEntries(identities),
    });
    return interviewId;
  }

  return {
    isWriting,
    failure,
    announce: (text) => void toasts.show({ text }),
    async run(file, answer, isLater) {
      setWriting(true);
      setFailure(null);
      try {
        return await write(file, answer, isLater);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        setFailure(errorWords(error));
        return null;
      } finally {
        setWriting(false);
      }
    },
  };
}
