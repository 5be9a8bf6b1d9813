// The connection as this screen shows it: the pill, what waits, and a banner once a drop has lasted.
import { useEffect, useRef, useState } from 'react';
import type { Peer } from '../../../../shared/contract/peers.ts';
import type { DocumentState } from '../../../client/shared-document.ts';
import type { DocumentHandle } from '../../../client/workspace-documents.ts';
import { useConnection } from '../../../state/use-connection.ts';
import { useStorageState } from '../../../state/use-storage.ts';
import type { ConnectionPillState } from '../../../ui/connection-pill.tsx';
import {
  isLinkDown,
  type KeptIn,
  type LiveConnection,
  pillState,
  returnedWords,
} from './connection-state.ts';
import { NOTHING_WAITS, type WaitingEdits, watchWaitingEdits } from './waiting-edits.ts';

const BANNER_AFTER_MS = 3_000;
const RETURNED_FOR_MS = 4_000;

export interface ShownConnection {
  readonly pill: ConnectionPillState;
  /** Replaces the pill's words for a moment after a return. */
  readonly pillText: string | undefined;
  readonly waiting: WaitingEdits;
  readonly isLinkDown: boolean;
  /** Where what waits is meanwhile. */
  readonly keptIn: KeptIn;
  /** Call time at which the link dropped, once that is three seconds ago; null otherwise. */
  readonly droppedAtMs: number | null;
}

export function useLiveConnection(
  handle: DocumentHandle | null,
  state: DocumentState,
  isShared: boolean,
  callTimeMs: () => number,
  /** The other computers that hold this workspace; nobody, where one is a guest. */
  peers: readonly Peer[],
  /** Asks what they have anew. */
  renewPeers: () => Promise<void>,
): ShownConnection {
  const connection = useConnection();
  const storage = useStorageState();
  const waiting = useWaitingEdits(handle);
  const hasUncountedEdits = useUncountedEdits(handle, peers.length > 0, renewPeers);
  const [lostAtEpochMs, setLostAt] = useState<number | null>(null);
  const isLost = connection.kind === 'reconnecting' || state.kind === 'waiting';
  useEffect(() => setLostAt(isLost ? Date.now() : null), [isLost]);
  const live: LiveConnection = {
    connection: connection.kind,
    document: state.kind,
    isDiskFailing: storage.kind === 'failed',
    waitingEdits: waiting.count,
    isShared,
    lostAtEpochMs,
    peers,
    hasUncountedEdits,
    documentName: handle?.name ?? '',
  };
  const pill = pillState(live);
  const isAway = pill.kind === 'reconnecting';
  const [droppedAtMs, setDroppedAtMs] = useState<number | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const most = useRef(0);
  const askTime = useRef(callTimeMs);
  useEffect(() => {
    askTime.current = callTimeMs;
    if (isAway) most.current = Math.max(most.current, waiting.count);
  });

  useEffect(() => {
    if (!isAway) return;
    const atMs = askTime.current();
    const timer = setTimeout(() => setDroppedAtMs(atMs), BANNER_AFTER_MS);
    setSent(null);
    return () => {
      clearTimeout(timer);
      setDroppedAtMs(null);
      setSent(most.current);
      most.current = 0;
    };
  }, [isAway]);

  useEffect(() => {
    if (sent === null) return;
    const timer = setTimeout(() => setSent(null), RETURNED_FOR_MS);
    return () => clearTimeout(timer);
  }, [sent]);

  const isBack = sent !== null && (pill.kind === 'connected' || pill.kind === 'alone');
  return {
    pill,
    waiting,
    isLinkDown: isLinkDown(live),
    keptIn: isLost ? 'window' : 'computer',
    droppedAtMs,
    pillText: isBack ? returnedWords(sent) : undefined,
  };
}

function useWaitingEdits(handle: DocumentHandle | null): WaitingEdits {
  const [waiting, setWaiting] = useState(NOTHING_WAITS);
  useEffect(() => {
    if (handle === null) return;
    return watchWaitingEdits(handle, (next) =>
      setWaiting((before) => (before.count === 0 && next.count === 0 ? before : next)),
    );
  }, [handle]);
  return waiting;
}

/**
 * True from an edit until the host, which has it on its disk by then, was asked what is sent. It tells of changes by itself
 * only a moment later, and meanwhile the edit would pass as sent. Where nobody else holds the workspace there is nothing to
 * ask at every letter.
 */
function useUncountedEdits(
  handle: DocumentHandle | null,
  hasPeers: boolean,
  renewPeers: () => Promise<void>,
): boolean {
  const [isUncounted, setUncounted] = useState(false);
  useEffect(() => {
    if (handle === null || !hasPeers) return;
    let isOpen = true;
    let isUnsaved = handle.state.unsavedEdits > 0;
    setUncounted(isUnsaved);
    const leave = handle.subscribe(({ unsavedEdits }) => {
      if (unsavedEdits > 0) {
        isUnsaved = true;
        setUncounted(true);
      } else if (isUnsaved) {
        isUnsaved = false;
        // An edit that is made meanwhile is asked for by itself.
        void renewPeers().then(() => {
          if (isOpen && !isUnsaved) setUncounted(false);
        });
      }
    });
    return () => {
      isOpen = false;
      leave();
    };
  }, [handle, hasPeers, renewPeers]);
  return isUncounted;
}
