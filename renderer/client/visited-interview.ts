// Somebody else's interview, looked at in this window through our own host: the host carries the frames over a line whose
// key it has checked, so that everything behind the transport is as in a guest's browser. Kept for this window alone.
import { z } from 'zod';
import { encodeCallFrame } from '../../shared/protocol.ts';
import { parseInviteLink } from '../../shared/sharing/invite-link.ts';
import type { Transport } from './transport.ts';
import { documentsWithUnsent } from './unsent-edits.ts';

const LINK = 'earshot.visit';
const VISITED = 'earshot.visited ';

type PageStorage = Pick<Window, 'sessionStorage'>;

/** From the next load on, this window shows the interview of the invite. */
export function beginVisit(page: PageStorage, link: string): void {
  page.sessionStorage.setItem(LINK, link);
}

/** From the next load on, this window shows what is on this computer again. */
export function endVisit(page: PageStorage): void {
  page.sessionStorage.removeItem(LINK);
}

/** The link of the visit, or null. */
export function visitedLink(page: PageStorage): string | null {
  const link = page.sessionStorage.getItem(LINK);
  return link !== null && parseInviteLink(link).ok ? link : null;
}

/** The same transport, which asks our host before all else to carry what follows to the host of the link. */
export function carriedTo(link: string, transport: Transport): Transport {
  const ask = () => {
    if (transport.state.kind === 'open') transport.send(encodeCallFrame({ kind: 'visit', link }));
  };
  ask();
  // Before anybody else listens, so that it is the first frame of every connection.
  transport.onState(ask);
  return transport;
}

const Visited = z.object({ participant: z.string().max(80), hostName: z.string().max(80) });
/** Whose interview somebody wrote for, and with whom. Names only: the link is its sender's to give. */
export type Visited = z.infer<typeof Visited>;

/** @param workspace the key of the visited workspace, under which unsent edits lie */
export function rememberVisit(storage: Storage, workspace: string, { participant, hostName }: Visited): void {
  storage.setItem(`${VISITED}${encodeURIComponent(workspace)}`, JSON.stringify({ participant, hostName }));
}

/** Visits that left words here which their host has not got. Others are forgotten. */
export function visitsWithUnsent(storage: Storage): readonly Visited[] {
  return Object.keys(storage)
    .filter((name) => name.startsWith(VISITED))
    .flatMap((name) => {
      if (documentsWithUnsent(storage, name.slice(VISITED.length)).length > 0) {
        return readVisited(storage.getItem(name)) ?? [];
      }
      storage.removeItem(name);
      return [];
    });
}

function readVisited(stored: string | null): Visited | null {
  try {
    return Visited.safeParse(JSON.parse(stored ?? '')).data ?? null;
  } catch {
    return null; // not ours
  }
}
