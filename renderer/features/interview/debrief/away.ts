// Who of those with a viewpoint may have noted more than is here, and up to when theirs is. Pure; the debrief itself
// never waits for it.
import type { Peer } from '../../../../shared/contract/peers.ts';
import type { PersonId } from '../../../../shared/ids.ts';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Voice } from '../live/people-here.ts';

export interface Away {
  readonly ids: readonly PersonId[];
  readonly names: readonly string[];
  /** Call time of the newest that is here of theirs. */
  readonly upToMs: number;
}

export interface AwayFacts {
  readonly clock: CallClock;
  readonly peers: readonly Peer[];
  readonly voices: readonly Voice[];
  /** Ids of everybody who is in the room now. */
  readonly here: readonly string[];
  readonly gone: readonly { readonly voice: Voice; readonly atMs: number }[];
  readonly notes: readonly Note[];
}

/**
 * Null while another computer is there, and once its copy and ours have been the same after the call had ended: then
 * nothing of the call is missing.
 */
export function awayFrom({ clock, peers, voices, here, gone, notes }: AwayFacts): Away | null {
  const isBehind = (peer: Peer) =>
    clock.kind !== 'ended' ||
    peer.lastSyncedAt === null ||
    Date.parse(peer.lastSyncedAt) < clock.endedAtEpochMs;
  if (peers.length === 0 || peers.some(({ connection }) => connection.kind === 'connected')) return null;
  if (!peers.some(isBehind)) return null;
  const absent = voices.filter((voice) => !here.includes(voice.id));
  const seen = [
    ...notes.filter((note) => absent.some((voice) => voice.id === note.author)).map((note) => note.atMs),
    ...gone.filter(({ voice }) => absent.some((one) => one.id === voice.id)).map(({ atMs }) => atMs),
  ];
  return absent.length === 0 || seen.length === 0
    ? null
    : {
        ids: absent.map((voice) => voice.id),
        names: absent.map((voice) => voice.name),
        upToMs: Math.max(...seen),
      };
}

/** Names in a sentence: “Tomas, Mara and Sam”. */
export function awayNames(names: readonly string[]): string {
  const [last = '', ...before] = [...names].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}
