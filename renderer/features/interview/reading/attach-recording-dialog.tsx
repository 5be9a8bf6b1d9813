// Asks where the recording lies. The file is never copied or sent: this computer remembers its place, the team its hash.
import { useState } from 'react';
import { AppError } from '../../../../shared/errors.ts';
import type { InterviewId, OriginalHash } from '../../../../shared/ids.ts';
import { useHost, useSession } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { errorWords } from '../../../text/error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './recording-row.module.css';

export interface AttachRecordingDialogProps {
  readonly interviewId: InterviewId;
  /** The recording that has moved: only the same bytes are taken. */
  readonly moved: { readonly hash: OriginalHash; readonly fileName: string } | null;
  readonly onClose: () => void;
}

export function AttachRecordingDialog({ interviewId, moved, onClose }: AttachRecordingDialogProps) {
  const { client } = useHost();
  const attempt = useAttempt();
  const session = useSession();
  const [path, setPath] = useState('');
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<string | undefined>();

  async function attach(): Promise<void> {
    setReading(true);
    setError(undefined);
    try {
      await client.call('recordings.attach', { interviewId, path, hash: moved?.hash ?? null });
      onClose();
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      setError(wordsFor(failure));
    } finally {
      setReading(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={moved === null ? 'Attach a recording' : 'Find the recording'}
      description={
        moved === null
          ? 'An audio or video file on this computer. It stays where it is: it is not copied, sent to anybody, or part of backups.'
          : `Where does “${moved.fileName}” lie now? Earshot knows it by its bytes, whatever its name is.`
      }
      primary={{
        label: isReading ? 'Reading the file…' : moved === null ? 'Attach' : 'Use this file',
        isDisabled: path.trim() === '' || isReading,
        onDo: () => void attach(),
      }}
    >
      <div className={styles.field}>
        <TextField
          label="Path of the file"
          value={path}
          spellCheck={false}
          error={error}
          onChange={setPath}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && path.trim() !== '' && !isReading) void attach();
          }}
        />
        {session?.canChooseFolder ? (
          <Button
            onClick={() =>
              attempt(async () => {
                const chosen = await client.call('recordings.choose', {});
                if (chosen.path !== null) setPath(chosen.path);
              })
            }
          >
            Choose…
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

function wordsFor(error: AppError): string {
  switch (error.details.reason) {
    case 'not-there':
      return 'There is no file at this path that can be read. Give the whole path, from the drive or the first /.';
    case 'not-a-recording':
      return 'This file is no audio or video that Earshot knows. Nothing was attached. Try MP3, M4A, WAV, MP4 or WebM.';
    case 'another-recording':
      return 'This is another recording: its bytes differ. Nothing was changed. Attach it from the More menu if it is the right one.';
    default: {
      const words = errorWords(error);
      return `${words.title}. ${words.kept} ${words.next}`;
    }
  }
}
