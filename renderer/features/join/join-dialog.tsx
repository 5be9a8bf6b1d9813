// Brings a teammate's workspace to this computer by their invite: the link, a name, a role. What the link says of the other
// computer is its check words; everything else is told only after its key was proven, by the host.
import { type KeyboardEvent, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { checkWordsOf } from '../../../shared/sharing/check-words.ts';
import { parseInviteLink } from '../../../shared/sharing/invite-link.ts';
import type { Role } from '../../../shared/workspace/people.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { RoleChoice } from '../../ui/role-choice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './join.module.css';
import { type JoinRefusal, joinRefusal } from './join-refusal.ts';

export interface JoinDialogProps {
  /** The link that was opened with Earshot; empty asks for it. */
  readonly link: string;
  readonly onClose: () => void;
}

export function JoinDialog({ link: given, onClose }: JoinDialogProps) {
  const { client } = useHost();
  const session = useSession();
  const [link, setLink] = useState(given);
  const [name, setName] = useState(session?.isNamed ? session.me.name : '');
  const [role, setRole] = useState<Role>(
    session?.isNamed && session.me.role !== 'observer' ? session.me.role : 'engineer',
  );
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<JoinRefusal | null>(null);
  const parsed = parseInviteLink(link);
  const words = parsed.ok ? checkWordsOf(parsed.value.key) : [];
  const canJoin = parsed.ok && name.trim() !== '' && !isBusy;

  async function join(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await client.call('peers.join', { link: link.trim(), name: name.trim(), role, folder: null });
      onClose();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setRefusal(joinRefusal(error));
      setBusy(false);
    }
  }
  const onEnter = (event: KeyboardEvent) => {
    if (!isPlainEnter(event) || !canJoin) return;
    event.preventDefault();
    void join();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Join with an invite"
      description="The workspace comes to this computer and stays here. No account, no e-mail."
      primary={{
        label: isBusy ? 'Joining…' : 'Join',
        onDo: () => void join(),
        isDisabled: !canJoin,
      }}
    >
      <TextArea
        label="Invite link"
        rows={2}
        value={link}
        spellCheck={false}
        className={styles.code}
        placeholder="earshot://join/#…"
        error={
          link.trim() === '' || parsed.ok
            ? undefined
            : 'This is not a whole invite link. It begins with earshot://.'
        }
        onKeyDown={onEnter}
        onChange={(next) => {
          setLink(next);
          setRefusal(null);
        }}
      />
      <TextField
        label="Your name, as the others see it"
        value={name}
        maxLength={80}
        onChange={setName}
        onKeyDown={onEnter}
      />
      <RoleChoice label="You join as" roles={ROLES} value={role} onChange={setRole} />
      {words.length === 0 ? null : (
        <p className={styles.words}>
          Check words: <b>{words.join(' ')}</b>. If theirs differ, close this.
        </p>
      )}
      {refusal === null ? null : (
        <p role="alert" className={styles.error}>
          <b>{refusal.title}</b> {refusal.next}
        </p>
      )}
    </Dialog>
  );
}

const ROLES: readonly Role[] = ['pm', 'engineer', 'designer', 'researcher'];
