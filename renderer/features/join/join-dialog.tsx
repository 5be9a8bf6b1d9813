// Opens an invite: a teammate's workspace comes to this computer, one interview opens in this window as its guest. It asks
// for the link, a name and a role; everything else is told only after the other computer's key was proven, by the host.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { InviteLook } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import { checkWordsOf } from '../../../shared/sharing/check-words.ts';
import { parseInviteLink } from '../../../shared/sharing/invite-link.ts';
import type { Role } from '../../../shared/workspace/people.ts';
import { rememberHostName } from '../../client/invite-token.ts';
import { beginVisit } from '../../client/visited-interview.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { RoleChoice } from '../../ui/role-choice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './join.module.css';
import { type JoinRefusal, joinRefusal } from './join-refusal.ts';
import { ToldInvite } from './told-invite.tsx';
import { useInviteLook } from './use-invite-look.ts';

export interface JoinDialogProps {
  /** The link that was opened with Earshot; empty asks for it. */
  readonly link: string;
  readonly onClose: () => void;
}

export function JoinDialog({ link: given, onClose }: JoinDialogProps) {
  const { client } = useHost();
  const session = useSession();
  const toasts = useToasts();
  const nameField = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState(given);
  const [name, setName] = useState(session?.isNamed ? session.me.name : '');
  const [isNameless, setNameless] = useState(false);
  const [role, setRole] = useState<Role | null>(
    session?.isNamed && session.me.role !== 'observer' ? session.me.role : null,
  );
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<JoinRefusal | null>(null);
  const parsed = parseInviteLink(link);
  const words = parsed.ok ? checkWordsOf(parsed.value.key) : [];
  const looked = useInviteLook(parsed.ok && link !== given ? link.trim() : null);
  const look = looked.kind === 'told' ? looked.look : null;
  const refusal = failed ?? (looked.kind === 'refused' ? looked.refusal : null);
  const roles = rolesFor(look);
  const joinsAs = role !== null && roles.includes(role) ? role : (look?.roles[0] ?? 'engineer');

  async function join(): Promise<void> {
    if (!parsed.ok || isBusy) return;
    const who = { link: link.trim(), name: name.trim(), role: joinsAs };
    if (who.name === '') {
      setNameless(true);
      nameField.current?.focus();
      return;
    }
    setBusy(true);
    setFailed(null);
    try {
      const { kind, folder } = look ?? (await client.call('peers.look', { link: who.link }));
      if (kind === 'teammate') {
        const { name: joined } = await client.call('peers.join', { ...who, folder: null });
        if (folder !== null)
          toasts.show({ text: `${joined} was here already. It goes on with this invite.` });
        onClose();
        return;
      }
      const { hostName } = await client.call('peers.visit', who);
      beginVisit(window, who.link);
      rememberHostName(window, hostName);
      window.location.reload();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFailed(joinRefusal(error));
      setBusy(false);
    }
  }
  const onEnter = (event: KeyboardEvent) => {
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    void join();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Join with an invite"
      description="A whole workspace, or one interview. No account, no e-mail."
      primary={{
        label: isBusy
          ? 'Joining…'
          : look === null || look.kind === 'teammate'
            ? 'Join'
            : 'Join the interview',
        onDo: () => void join(),
        isDisabled: !parsed.ok || isBusy,
      }}
    >
      <TextArea
        label="Invite link"
        rows={2}
        value={link}
        spellCheck={false}
        className={styles.code}
        placeholder="earshot://join/#…"
        error={link.trim() === '' || parsed.ok ? undefined : NO_LINK}
        onKeyDown={onEnter}
        onChange={(next) => {
          setLink(next);
          setFailed(null);
        }}
      />
      {looked.kind === 'looking' ? (
        <p role="status" className={styles.words}>
          Asking their computer what it opens…
        </p>
      ) : null}
      {look === null ? null : <ToldInvite look={look} />}
      <TextField
        ref={nameField}
        label="Your name, as the others see it"
        value={name}
        maxLength={80}
        error={isNameless ? 'Write the name by which the others know you.' : undefined}
        onChange={(next) => {
          setName(next);
          setNameless(false);
        }}
        onKeyDown={onEnter}
      />
      <RoleChoice label="You join as" roles={roles} value={joinsAs} onChange={setRole} />
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

/** Who was invited to write does so as whom they like; a reader is an observer. */
function rolesFor(look: InviteLook | null): readonly Role[] {
  if (look === null) return WRITING;
  return look.kind === 'viewer' ? look.roles : WRITING.filter((role) => look.roles.includes(role));
}

const NO_LINK =
  'This is not a whole invite link. It begins with earshot:// or https://. Copy it again, whole.';
const WRITING: readonly Role[] = ['pm', 'engineer', 'designer', 'researcher'];
