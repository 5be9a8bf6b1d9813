// The end of an invite while somebody is in the interview. What was not sent stands in it to be copied: these words are
// nowhere else.
import { useState } from 'react';
import type { AppErrorData } from '../../../../shared/errors.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { NoticeAnswerList } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { GuestRoom } from './use-guest-room.ts';

export interface InviteEndedDialogProps {
  readonly room: GuestRoom;
  readonly error: AppErrorData;
}

export function InviteEndedDialog({ room, error }: InviteEndedDialogProps) {
  const toasts = useToasts();
  // Closed, it leaves the notes to be read; nothing can be written any more.
  const [isOpen, setOpen] = useState(true);
  const { hostName, connection, draft } = room;
  const unsent = [
    ...room.notes.filter((note) => connection.waiting.notes.has(note.id)).map((note) => note.text),
    ...(draft.draft === null ? [] : [draft.draft.text]),
  ];
  const edits = connection.waiting.count + (draft.draft === null ? 0 : 1);
  const words = unsent.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    toasts.show({ text: 'Copied.' });
  };
  const isOld = error.code === 'protocol-mismatch';
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      title={isOld ? `${hostName}’s Earshot is newer. Reload this page.` : titleOf(error, hostName)}
      primary={
        isOld
          ? { label: 'Reload this page', onDo: () => window.location.reload() }
          : unsent.length > 0
            ? { label: edits === 1 ? 'Copy it' : `Copy ${edits} edits`, onDo: () => void copy() }
            : undefined
      }
      secondary={{ label: 'Close', onDo: () => setOpen(false) }}
    >
      <NoticeAnswerList
        happened={isOld ? 'Earshot was updated there while you wrote.' : happenedOf(error)}
        kept={keptWords(hostName, edits)}
        next={
          isOld
            ? 'Reload this page.'
            : unsent.length === 0
              ? `Ask ${hostName} for a new link to go on.`
              : `Ask ${hostName} for a new link, or copy what was not sent.`
        }
      />
      {words === '' ? null : (
        <TextArea label="Not sent" value={words} onChange={() => undefined} readOnly rows={4} />
      )}
    </Dialog>
  );
}

function titleOf(error: AppErrorData, hostName: string): string {
  return error.details.reason === 'revoked' ? `${hostName} ended this invite` : 'This invite has ended';
}

function happenedOf(error: AppErrorData): string {
  switch (error.details.reason) {
    case 'full':
      return 'The room is full. 50 are here.';
    case 'another-workspace':
      return 'The interview is not open there any more.';
    default:
      return 'The link no longer lets anyone in.';
  }
}

/** What is on the host's disk, and what is here alone. */
function keptWords(hostName: string, edits: number): string {
  const before = `What you wrote before is with ${hostName}.`;
  if (edits === 0) return before;
  return edits === 1
    ? `${before} 1 edit after it was not sent; it is kept here.`
    : `${before} ${edits} edits after it were not sent; they are kept here.`;
}
