import { Documents } from '../../../renderer/client/documents.ts';
import { HostClient } from '../../../renderer/client/host-client.ts';
import { MemoryTransport } from '../../../renderer/client/memory-transport.ts';
import type { Viewer } from '../../host/connection.ts';
import type { Host } from '../../host/host.ts';

/** A page's client without a page: everything between a transport in memory and the documents. */
export interface TestClient {
  readonly transport: MemoryTransport<Viewer>;
  readonly client: HostClient;
  readonly documents: Documents;
  close(): void;
}

export function clientOf(host: Pick<Host, 'connect'>, viewer: Viewer = { access: 'owner' }): TestClient {
  const transport = new MemoryTransport<Viewer>(host, viewer);
  const client = new HostClient(transport);
  const documents = new Documents(client);
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
