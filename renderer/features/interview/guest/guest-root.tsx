// What a page shows that was opened by an invite: the way in, the interview, or why there is no way in. It stands in
// place of the whole shell; a guest has one interview and nothing around it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { VisitState } from '../../../../shared/contract/sharing.ts';
import { type KeptInvite, rememberHostName } from '../../../client/invite-token.ts';
import { endVisit, rememberVisit } from '../../../client/visited-interview.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useCall } from '../../../state/use-call.ts';
import { useConnection } from '../../../state/use-connection.ts';
import { GuestLive } from './guest-live.tsx';
import { InviteClosed } from './invite-closed.tsx';
import { JoinPage } from './join-page.tsx';

export interface GuestRootProps {
  readonly invite: KeptInvite;
}

export function GuestRoot({ invite }: GuestRootProps) {
  const connection = useConnection();
  const { documents } = useHost();
  const workspace = useSyncExternalStore(documents.subscribe, () => documents.workspaceKey);
  const call = useCall('visit.state', {}, { refetchOn: ['visit.changed'] });
  const told = call.status === 'loading' ? undefined : call.value;
  // What was told last stays: when the invite ends, the notes and the unsent words must not vanish with it.
  const [kept, setKept] = useState<VisitState | null>(null);
  const visit = told ?? kept;
  useEffect(() => {
    if (told === undefined) return;
    setKept(told);
    rememberHostName(window, told.hostName);
  }, [told]);
  const participant = told?.interview?.participant;
  const host = told?.hostName;
  useEffect(() => {
    // A browser has no Home that could say so; there, the page itself keeps what is not sent.
    if (!invite.isInEarshot || workspace === null || participant === undefined || host === undefined) return;
    rememberVisit(window.localStorage, workspace, { participant, hostName: host });
  }, [invite.isInEarshot, workspace, participant, host]);
  const isSlow = useIsSlow(visit === null && connection.kind !== 'refused');
  const hostName = visit?.hostName ?? invite.hostName;
  const onLeave = invite.isInEarshot ? leave : null;

  if (visit?.person && visit.interview)
    return (
      <GuestLive
        visit={visit}
        person={visit.person}
        interview={visit.interview}
        isInEarshot={invite.isInEarshot}
        ended={connection.kind === 'refused' ? connection.error : null}
        onLeave={onLeave}
      />
    );
  if (connection.kind === 'refused')
    return <InviteClosed error={connection.error} hostName={hostName} onLeave={onLeave} />;
  if (visit !== null)
    return <JoinPage visit={visit} checkWords={invite.checkWords} onJoined={call.reload} onLeave={onLeave} />;
  return isSlow ? <InviteClosed error={null} hostName={hostName} onLeave={onLeave} /> : null;
}

/** Loaded again, this window has what is on this computer. */
function leave(): void {
  endVisit(window);
  window.location.reload();
}

const SLOW_AFTER_MS = 3_000;

function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWaiting]);
  return isSlow;
}
