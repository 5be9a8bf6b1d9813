// A guest's interview: what they keep or ask, and what stays when the invite ends. The regions are components beside this
// file and of the live room, and know no store.
import { useState } from 'react';
import { readNoteLine } from '../../../../shared/interviews/note-line.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { useTakingNotes } from '../live/use-taking-notes.tsx';
import { GuestLayout } from './guest-layout.tsx';
import { InviteEndedDialog } from './invite-ended-dialog.tsx';
import { type GuestVisit, useGuestRoom } from './use-guest-room.ts';

export interface GuestLiveProps extends GuestVisit {
  /** Back to one's own; null where there is none, as in a browser. */
  readonly onLeave: (() => void) | null;
}

export function GuestLive({ onLeave, ...visit }: GuestLiveProps) {
  const { client } = useHost();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const toasts = useToasts();
  const room = useGuestRoom(visit);
  const { acts, draft, ended } = room;
  const [isAsking, setAsking] = useState(false);
  const taking = useTakingNotes(room, {
    isReadOnly: acts === null,
    offeredTags: room.tags,
    onNewTag: () => undefined,
    onLook: () => false,
  });
  const goOn = () => {
    taking.streamRef.current?.toEnd();
    taking.fieldRef.current?.focus();
  };

  const ask = () => {
    const typed = draft.draft?.text ?? '';
    const text = readNoteLine(typed).text.trim();
    if (text === '' || isAsking) return;
    setAsking(true);
    attempt(async () => {
      try {
        await client.call('visit.ask', { text });
        announce('Asked');
        draft.clearSent(typed);
        goOn();
      } finally {
        setAsking(false);
      }
    });
  };
  const keep = (isMarked: boolean) => {
    if (room.mayAsk) ask();
    const typed = draft.draft;
    if (acts === null || !room.isLoaded || (typed === null && !isMarked)) return;
    const kept = acts.keep({
      text: typed?.text ?? '//',
      atMs: typed?.atMs ?? room.now(),
      plainAt: typed?.plainAt ?? [],
      isMarked,
    });
    if (kept === null) return;
    draft.clear();
    goOn();
  };
  const copy = (words: string) => {
    attempt(async () => {
      await navigator.clipboard.writeText(words);
      announce('Copied');
      toasts.show({ text: 'Copied.' });
    });
  };

  return (
    <>
      <GuestLayout
        room={room}
        taking={taking}
        isAsking={isAsking}
        onKeep={keep}
        onTryNow={() => client.tryNow()}
        onLeave={onLeave}
        onCopy={copy}
      />
      {ended === null ? null : <InviteEndedDialog room={room} error={ended} onCopy={copy} />}
    </>
  );
}
