// The end of an invite while somebody is in the interview. What was not sent stands in it to be copied: these words are
// nowhere else.
import { useState } from 'react';
import type { AppErrorData } from '../../../../shared/errors.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { NoticeAnswerList } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { endedWords } from './ended-words.ts';
import { unsentWords } from './unsent-words.ts';
import type { GuestRoom } from './use-guest-room.ts';

export interface InviteEndedDialogProps {
  readonly room: GuestRoom;
  readonly error: AppErrorData;
  readonly onCopy: (words: string) => void;
}

export function InviteEndedDialog({ room, error, onCopy }: InviteEndedDialogProps) {
  // Closed, it leaves the notes to be read and the same words in place of the field; nothing can be written any more.
  const [isOpen, setOpen] = useState(true);
  const { words, edits } = unsentWords(room);
  const { title, ...answers } = endedWords(error, {
    hostName: room.hostName,
    edits,
    isInEarshot: room.isInEarshot,
  });
  const copy = { label: edits === 1 ? 'Copy it' : `Copy ${edits} edits`, onDo: () => onCopy(words) };
  const reload = { label: 'Reload this page', onDo: () => window.location.reload() };
  const mayReload = error.code === 'protocol-mismatch' && !room.isInEarshot;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      title={title}
      primary={words !== '' ? copy : mayReload ? reload : undefined}
      secondary={{ label: 'Close', onDo: () => setOpen(false) }}
    >
      <NoticeAnswerList {...answers} />
      {words === '' ? null : (
        <TextArea label="Not sent" value={words} onChange={() => undefined} readOnly rows={4} />
      )}
    </Dialog>
  );
}
