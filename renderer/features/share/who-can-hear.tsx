// Everybody who was let in and every link that still lets in, each with Revoke. What was revoked is gone from the list.
import { useState } from 'react';
import type { Invite, InvitedPerson } from '../../../shared/contract/sharing.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { roleNames } from '../../ui/role.ts';
import { RoleMark } from '../../ui/role-mark.tsx';
import styles from './share.module.css';

export interface WhoCanHearProps {
  readonly invites: readonly Invite[];
  readonly guestsHere: number;
}

/** What is to be revoked: one person, or with null a whole link. */
interface Doomed {
  readonly invite: Invite;
  readonly person: InvitedPerson | null;
}

export function WhoCanHear({ invites, guestsHere }: WhoCanHearProps) {
  const { client } = useHost();
  const session = useSession();
  const attempt = useAttempt();
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const open = invites.filter((invite) => !invite.isRevoked && !isOver(invite));
  const people = open.flatMap((invite) =>
    invite.people.filter((person) => !person.isRevoked).map((person) => ({ invite, person })),
  );
  const links = open.filter((invite) => !invite.isClosed);

  function revoke({ invite, person }: Doomed): void {
    setDoomed(null);
    attempt(
      async () =>
        void (await client.call('sharing.revoke', {
          inviteId: invite.id,
          personId: person?.personId ?? null,
        })),
    );
  }

  return (
    <section aria-labelledby="who-can-hear">
      <div className={styles.who}>
        <h3 id="who-can-hear">Who can hear this</h3>
        <span className={styles.quiet}>
          {guestsHere} {guestsHere === 1 ? 'guest' : 'guests'}, up to 50
        </span>
      </div>
      <ul className={styles.people}>
        {session === null ? null : (
          <li>
            <Avatar name={session.me.name} role={session.me.role} size="large" isDecorative />
            <Named name={session.me.name} about="This computer, keeps the workspace" />
          </li>
        )}
        {people.map(({ invite, person }) => (
          <li key={`${invite.id} ${person.personId}`}>
            <Avatar name={person.name} role={person.role} size="large" isAway={!person.isHere} isDecorative />
            <Named name={person.name} about={`${roleNames[person.role]}, ${whatOf(invite)}`} />
            <span className={styles.when}>
              {person.isHere ? 'here now' : `left at ${clockTime(person.lastSeenAt)}`}
            </span>
            <Button
              variant="danger"
              size="small"
              aria-label={`Revoke ${person.name}`}
              onClick={() => setDoomed({ invite, person })}
            >
              Revoke
            </Button>
          </li>
        ))}
        {links.map((invite) => (
          <li key={invite.id}>
            <span className={styles.mark}>
              <RoleMark role={invite.role} />
            </span>
            <Named
              name={`Link for ${roleNames[invite.role]}`}
              about={`${whatOf(invite)}, made at ${clockTime(invite.createdAt)}, ${endOf(invite)}`}
            />
            <span className={styles.when}>{invite.people.length === 0 ? 'not used yet' : 'lets in'}</span>
            <Button
              variant="danger"
              size="small"
              aria-label={`Revoke the link for ${roleNames[invite.role]}`}
              onClick={() => setDoomed({ invite, person: null })}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      <AlertDialog
        isOpen={doomed !== null}
        onClose={() => setDoomed(null)}
        title={doomed?.person ? `Revoke ${doomed.person.name}?` : 'Revoke this link?'}
        isDestructive
        act={{ label: 'Revoke', onDo: () => (doomed === null ? undefined : revoke(doomed)) }}
      >
        <p>
          {doomed?.person
            ? 'They are disconnected at once. What they wrote stays. The link they came by lets nobody new in.'
            : 'Whoever came by it is disconnected at once. What they wrote stays.'}
        </p>
      </AlertDialog>
    </section>
  );
}

function Named({ name, about }: { readonly name: string; readonly about: string }) {
  return (
    <span className={styles.named}>
      <b>{name}</b>
      <span>{about}</span>
    </span>
  );
}

function isOver(invite: Invite): boolean {
  return invite.expiresAt !== null && Date.parse(invite.expiresAt) <= Date.now();
}

function whatOf(invite: Invite): string {
  if (invite.kind === 'teammate') return 'the whole workspace';
  return invite.kind === 'viewer' ? 'one interview, reads and asks' : 'one interview, writes';
}

function endOf(invite: Invite): string {
  switch (invite.lifetime) {
    case 'interview':
      return 'until an hour after the interview';
    case 'today':
      return 'today';
    default:
      return 'until revoked';
  }
}

function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
