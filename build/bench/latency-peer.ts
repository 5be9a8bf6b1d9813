// What latency is measured against: y-websocket where it can be had, else a bare relay of the same protocol.
import { startBareRelay } from './bare-relay.ts';
import type { JoinedDocument } from './joined-document.ts';
import type { Bench } from './row.ts';
import { startYWebsocket } from './y-websocket.ts';
import { fetchYWebsocket } from './y-websocket-files.ts';

export interface LatencyPeer {
  /** As it stands in the table. */
  readonly name: string;
  readonly pid: number;
  join(): Promise<JoinedDocument>;
  /** Where a browser page finds its room, and the program that such a page runs; null when this peer has none. */
  readonly page: { readonly url: string; readonly program: string } | null;
  close(): Promise<void>;
}

/** The peer, and a sentence when it is not the one that was wanted. */
export async function startLatencyPeer(
  bench: Pick<Bench, 'root' | 'importFile'>,
): Promise<{ readonly peer: LatencyPeer; readonly complaint: string | null }> {
  const files = await fetchYWebsocket(bench.root);
  if (files.ok) return { peer: await startYWebsocket(bench, files.value), complaint: null };
  const relay = await startBareRelay(bench.root);
  return {
    peer: { ...relay, name: 'bare relay', page: null },
    complaint: `(y-websocket could not be had, so the peer is a bare relay of its protocol: ${files.error})`,
  };
}
