import { Documents } from '../../../renderer/client/documents.ts';
import { HostClient } from '../../../renderer/client/host-client.ts';
import { MemoryTransport } from '../../../renderer/client/memory-transport.ts';
import type { Transport } from '../../../renderer/client/transport.ts';
import type { UnsentStorage } from '../../../renderer/client/unsent-edits.ts';
import type { Viewer } from '../../host/connection.ts';
import type { Host } from '../../host/host.ts';

/** A page's client without a page: everything between a transport and the documents. */
export interface TestClient<T extends Transport> {
  readonly transport: T;
  readonly client: HostClient;
  readonly documents: Documents;
  close(): void;
}

/** @param storage what outlives the page */
export function clientOver<T extends Transport>(
  transport: T,
  storage: UnsentStorage | null = null,
): TestClient<T> {
  const client = new HostClient(transport);
  const documents = new Documents(client, storage);
  return {
    transport,
    client,
    documents,
    close() {
      documents.close();
      client.close();
    },
  };
}

export function clientOf(
  host: Pick<Host, 'connect'>,
  viewer: Viewer = { access: 'owner' },
): TestClient<MemoryTransport<Viewer>> {
  return clientOver(new MemoryTransport<Viewer>(host, viewer));
}
