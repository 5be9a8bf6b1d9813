// What Hocuspocus takes for WebSockets: one for every window, guest or teammate whose connection carries documents. It knows
// who comes and what they may; what they bring is checked, logged and applied by the server's extensions.
import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server';
import type { Viewer } from '../door.ts';
import { requireDocumentAddress } from './document-address.ts';
import type { DocumentContext } from './document-context.ts';

export interface DocumentSocket {
  receive(message: Uint8Array): void;
  close(): void;
}

/** The connection that a socket speaks through. */
export interface NearEnd {
  send(message: Uint8Array): void;
  close(): void;
}

export interface DocumentSockets {
  connect(near: NearEnd, viewer: Viewer): DocumentSocket;
  /** Ends all of them, and resolves when what they had brought is on the disk. */
  close(): Promise<void>;
}

export function openDocumentSockets(
  server: Hocuspocus<DocumentContext>,
  options: { readonly isReadOnly: boolean },
): DocumentSockets {
  const sockets = new Set<DocumentSocket>();
  const leaving = new Set<Promise<void>>();

  /** Until what a socket has brought is on the disk. A window may be gone the moment after it sent its last words. */
  async function handled(webSocket: WebSocketLike): Promise<void> {
    const connections = [...server.documents.values()].flatMap((document) => document.getConnections());
    const own = connections.filter((connection) => connection.webSocket === webSocket);
    await Promise.allSettled(own.map((connection) => connection.waitForPendingMessages()));
  }

  return {
    connect(near, viewer) {
      let isOpen = true;
      // Open a little longer for Hocuspocus than for the far end: until what has come is dealt with.
      let isHandled = false;
      const webSocket: WebSocketLike = {
        get readyState() {
          return isHandled ? 3 : 1;
        },
        send(message) {
          if (isOpen && message instanceof Uint8Array) near.send(message);
        },
        close() {
          if (!isOpen) return;
          isOpen = false;
          isHandled = true;
          near.close();
        },
      };
      const mayWrite = viewer.access !== 'guest' && !options.isReadOnly;
      const context = { mayWrite, from: viewer, viewer };
      const client = server.handleConnection(webSocket, new Request('http://earshot.invalid/'), context);
      const socket: DocumentSocket = {
        receive(message) {
          if (!isOpen) return;
          // Hocuspocus keeps its connections in plain objects under this name, where `__proto__` is no key.
          requireDocumentAddress(message);
          client.handleMessage(message);
        },
        close() {
          if (!sockets.delete(socket)) return;
          isOpen = false;
          const left = handled(webSocket).then(() => {
            isHandled = true;
            client.handleClose({ code: 1001, reason: 'gone' });
          });
          leaving.add(left);
          void left.finally(() => leaving.delete(left));
        },
      };
      sockets.add(socket);
      return socket;
    },
    async close() {
      for (const socket of [...sockets]) socket.close();
      await Promise.all(leaving);
    },
  };
}
