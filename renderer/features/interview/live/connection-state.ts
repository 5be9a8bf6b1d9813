// What the pill and the banner say, from what the connection, the document and the disk say. Pure.
import type { Peer } from '../../../../shared/contract/peers.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { ConnectionState } from '../../../client/host-client.ts';
import type { DocumentState } from '../../../client/shared-document.ts';
import type { ConnectionPillState } from '../../../ui/connection-pill.tsx';

export interface LiveConnection {
  readonly connection: ConnectionState['kind'];
  readonly document: DocumentState['kind'];
  readonly isDiskFailing: boolean;
  readonly waitingEdits: number;
  /** Whether anyone but this person is, or was, within this interview. */
  readonly isShared: boolean;
  /** When the link to the host was lost, in ms since 1970; null while it is there. */
  readonly lostAtEpochMs: number | null;
  /** The other computers that hold this workspace. */
  readonly peers: readonly Peer[];
  /** Whether edits of this window were made since the host last said what of this interview is sent. */
  readonly hasUncountedEdits: boolean;
  /** Of this interview, as the peers count what they have not acknowledged. */
  readonly documentName: string;
}

export function pillState(live: LiveConnection): ConnectionPillState {
  if (live.connection === 'refused' || live.document === 'refused') return { kind: 'ended' };
  if (live.isDiskFailing && live.waitingEdits > 0) return { kind: 'unsaved', edits: live.waitingEdits };
  const isAway = live.connection === 'reconnecting' || live.document === 'waiting';
  if (isAway)
    return {
      kind: 'reconnecting',
      waitingEdits: live.waitingEdits,
      sinceEpochMs: live.lostAtEpochMs ?? undefined,
    };
  return peersState(live) ?? (live.isShared ? { kind: 'connected' } : { kind: 'alone' });
}

/** Saved here is not yet sent to the other: what their host has not acknowledged waits. Null where nobody else has a copy. */
function peersState({
  peers,
  documentName,
  waitingEdits: unsavedEdits,
  hasUncountedEdits,
}: LiveConnection): ConnectionPillState | null {
  if (peers.length === 0) return null;
  const waitingFor = (some: readonly Peer[]) =>
    Math.max(hasUncountedEdits ? 1 : 0, ...some.map((peer) => peer.waitingByDocument[documentName] ?? 0));
  const waitingEdits = waitingFor(peers);
  const lost = peers.flatMap(({ connection }) => (connection.kind === 'reconnecting' ? [connection] : []))[0];
  if (lost !== undefined)
    return { kind: 'reconnecting', waitingEdits, sinceEpochMs: Date.parse(lost.since) || undefined };
  const here = peers.filter(({ connection }) => connection.kind === 'connected');
  if (here.length === 0) return { kind: 'away', waitingEdits };
  return {
    kind: 'connected',
    replicas: {
      names: [...new Set(here.map((peer) => peer.name))],
      unsavedEdits,
      unsentEdits: waitingFor(here),
    },
  };
}

/**
 * Whether this person was there without the others: their own host is away, or the one they joined is. A teammate who
 * comes to us and is not here is missing themselves.
 */
export function isLinkDown({ connection, document, peers }: LiveConnection): boolean {
  if (connection !== 'connected' || document === 'waiting') return true;
  const joined = peers.filter((peer) => peer.direction === 'joined');
  return joined.length > 0 && joined.every((peer) => peer.connection.kind !== 'connected');
}

/** The first line of the banner: “The link to Tomas dropped at 28:10.” */
export function droppedWords(others: readonly string[], atMs: number): string {
  const to = others.length === 0 ? 'to Earshot on this computer' : `to ${others.join(' and ')}`;
  return `The link ${to} dropped at ${formatCallTime(atMs)}.`;
}

/** Where edits are that have not gone out: on this computer's disk, or only in this window while its own host is away. */
export type KeptIn = 'computer' | 'window';

/** What is kept and where, and that it goes out by itself. */
export function keptWords(edits: number, keptIn: KeptIn): string {
  const where = keptIn === 'computer' ? 'on this computer' : 'in this window';
  if (edits === 0) return `Keep typing. What you write is kept ${where} and goes out by itself.`;
  const [what, goes] =
    edits === 1
      ? ['Your edit is', 'goes out by itself']
      : [`Your ${edits} edits are`, 'go out by themselves'];
  const open = keptIn === 'computer' ? '' : ' Leave the window open until then.';
  return `Keep typing. ${what} kept ${where} and ${goes} when it is back.${open}`;
}

/** For four seconds after a return. */
export function returnedWords(sentEdits: number): string {
  if (sentEdits === 0) return 'Connected';
  return `Connected. ${sentEdits} ${sentEdits === 1 ? 'edit' : 'edits'} sent.`;
}
