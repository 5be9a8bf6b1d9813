// Lets one person in, for one thing, for as long as wanted. No port is open before the first link is made here; what an
// invite opens and how long is the host's to decide and to keep.
import { useState } from 'react';
import type { InviteLifetime } from '../../../shared/contract/sharing.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/workspace/people.ts';
import { useHost } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { useSharing } from '../../state/use-sharing.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { RoleChoice } from '../../ui/role-choice.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { InviteLinkField } from './invite-link-field.tsx';
import styles from './share.module.css';
import { type Scope, useInviteLink } from './use-invite-link.ts';
import { WhoCanHear } from './who-can-hear.tsx';

export interface ShareDialogProps {
  /** The interview it was opened from; null offers the whole workspace alone. */
  readonly interviewId: InterviewId | null;
  readonly onClose: () => void;
}

export function ShareDialog({ interviewId, onClose }: ShareDialogProps) {
  const { client } = useHost();
  const sharing = useSharing();
  const attempt = useAttempt();
  const facts = useWorkspace();
  const [scope, setScope] = useState<Scope>('workspace');
  const [role, setRole] = useState<Role>('engineer');
  const [lifetime, setLifetime] = useState<InviteLifetime>('until-revoked');
  const [isStopping, setStopping] = useState(false);
  const invite = useInviteLink();
  const entry = facts.interviews.find((one) => one.id === interviewId);
  const participant = facts.participants.find((one) => one.id === entry?.participantId)?.pseudonym;
  const state = sharing.status === 'loading' ? undefined : sharing.value;
  const areBrowsersIn = state?.areBrowsersAllowed === true;

  function chooseScope(next: Scope): void {
    setScope(next);
    setLifetime(next === 'interview' ? 'interview' : 'until-revoked');
    if (next === 'workspace' && role === 'observer') setRole('engineer');
    invite.forget();
  }
  function letBrowsersIn(areAllowed: boolean): void {
    invite.forget();
    attempt(() => client.call('sharing.setBrowsers', { areAllowed }));
  }

  if (state?.canShare === false) {
    return (
      <Dialog isOpen onClose={onClose} title="Share" secondary={{ label: 'Done', onDo: onClose }}>
        <p>This Earshot has no door to other computers. Nothing leaves it.</p>
      </Dialog>
    );
  }
  return (
    <>
      <Dialog
        isOpen
        onClose={onClose}
        size="wide"
        title={scope === 'interview' ? 'Share this interview' : 'Share this workspace'}
        description={
          scope === 'interview'
            ? areBrowsersIn
              ? 'They open it in their Earshot, or in a browser with nothing installed.'
              : 'They open it in their Earshot. For a browser, let browsers in below.'
            : 'They keep all of it in their own Earshot, and it works without a connection.'
        }
        footNote={
          state?.isOn ? (
            <Button variant="danger" onClick={() => setStopping(true)}>
              Stop sharing
            </Button>
          ) : undefined
        }
        secondary={{ label: 'Done', onDo: onClose }}
      >
        {interviewId === null ? null : (
          <RadioGroup
            label="What they get"
            value={scope}
            onChange={chooseScope}
            options={[
              {
                value: 'workspace',
                label: 'The whole workspace, in their Earshot',
                description: 'All interviews, needs and briefs, also while they are offline.',
              },
              {
                value: 'interview',
                label: `Only ${participant === undefined || participant === '' ? 'this interview' : `the interview with ${participant}`}`,
                description:
                  'Its notes and guide, kept on this computer alone. No other interview, no real name.',
              },
            ]}
          />
        )}
        <RoleChoice
          label="They join as"
          roles={scope === 'interview' ? ROLES : ROLES.filter((one) => one !== 'observer')}
          value={role}
          onChange={(next) => {
            setRole(next);
            invite.forget();
          }}
        />
        <div className={styles.lifetime}>
          <Select
            label="Works"
            value={lifetime}
            options={LIFETIMES.filter(({ value }) => scope === 'interview' || value !== 'interview')}
            onChange={(next) => {
              setLifetime(next);
              invite.forget();
            }}
          />
          <p className={styles.quiet}>{ABOUT[lifetime]}</p>
        </div>
        {scope === 'interview' ? (
          <div className={styles.browsers}>
            <Switch
              label="Let browsers in too"
              description="Their browser warns once, since no company vouches for your computer. Compare the check words."
              isOn={areBrowsersIn}
              onChange={letBrowsersIn}
            />
          </div>
        ) : null}
        <InviteLinkField
          invite={invite}
          checkWords={state?.checkWords ?? []}
          isOn={state?.isOn === true}
          onMake={() =>
            void invite.make({
              scope,
              interviewId: scope === 'interview' ? interviewId : null,
              role,
              lifetime,
            })
          }
        />
        <WhoCanHear invites={state?.invites ?? []} guestsHere={state?.guestsHere ?? 0} />
      </Dialog>
      <AlertDialog
        isOpen={isStopping}
        onClose={() => setStopping(false)}
        title="Stop sharing?"
        isDestructive
        act={{
          label: 'Stop sharing',
          onDo: () => {
            setStopping(false);
            invite.forget();
            attempt(() => client.call('sharing.stop', {}));
          },
        }}
      >
        <p>
          Everybody is disconnected at once. What they wrote stays. Links that were not revoked work again
          when you share again.
        </p>
      </AlertDialog>
    </>
  );
}

const ROLES: readonly Role[] = ['pm', 'engineer', 'designer', 'researcher', 'observer'];

const LIFETIMES = [
  { value: 'interview', label: 'until the interview ends' },
  { value: 'today', label: 'today' },
  { value: 'until-revoked', label: 'until revoked' },
] as const;

const ABOUT: Readonly<Record<InviteLifetime, string>> = {
  interview: 'And one hour longer, so that the debrief fits in.',
  today: 'Until midnight on this computer.',
  'until-revoked': 'Until you revoke it here.',
};
