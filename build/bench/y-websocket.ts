// y-websocket's server as a process of its own, clients of it in this one, and the program of a browser page that speaks with
// it: all three are its own code, with nothing around it that is not needed to start it.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { JoinedDocument } from './joined-document.ts';
import type { LatencyPeer } from './latency-peer.ts';
import type { Bench } from './row.ts';

/** What is used of `WebsocketProvider`. */
export interface Provider {
  once(event: 'sync', listener: () => void): void;
  destroy(): void;
}
export type ProviderConstructor = new (
  url: string,
  room: string,
  document: Y.Doc,
  options: {
    readonly WebSocketPolyfill?: typeof WebSocket;
    /** Whether windows of one browser also speak past the server. */
    readonly disableBc: boolean;
  },
) => Provider;

const ROOM = 'room';

/** What the server's own `server.js` does, on any free port, and with today's ws, whose module has no `WebSocket.Server`. */
const SERVE = `
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { setupWSConnection } from '@y/websocket-server/utils';
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** @param folder as `fetchYWebsocket` gives it */
export async function startYWebsocket(
  { root, importFile }: Pick<Bench, 'root' | 'importFile'>,
  folder: string,
): Promise<LatencyPeer> {
  const providerFile = join(folder, 'node_modules', 'y-websocket', 'src', 'y-websocket.js');
  const program = await bundlePage(root, folder, providerFile);
  // The provider of the version that was fetched: its constructor is known.
  const { WebsocketProvider } = (await importFile(pathToFileURL(providerFile).href)) as {
    WebsocketProvider: ProviderConstructor;
  };
  // Every provider listens for this process' end.
  process.setMaxListeners(0);
  await writeFile(join(folder, 'serve.mjs'), SERVE);
  const child = spawn(process.execPath, [join(folder, 'serve.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`y-websocket's server ended with ${code}`)));
  });
  const url = `ws://127.0.0.1:${port}`;
  return {
    name: 'y-websocket',
    pid: child.pid ?? 0,
    page: { url, program },
    async join(): Promise<JoinedDocument> {
      const document = new Y.Doc();
      const provider = new WebsocketProvider(url, ROOM, document, {
        WebSocketPolyfill: WebSocket,
        disableBc: true,
      });
      await new Promise<void>((resolve) => provider.once('sync', resolve));
      return { document, close: () => provider.destroy() };
    },
    async close() {
      process.off('exit', killWithUs);
      child.kill('SIGKILL');
    },
  };
}

async function bundlePage(root: string, folder: string, providerFile: string): Promise<string> {
  const entry = join(folder, 'page.mjs');
  await writeFile(
    entry,
    `import { WebsocketProvider } from ${JSON.stringify(providerFile)};
import { showText } from ${JSON.stringify(join(root, 'build', 'bench', 'bare-page.ts'))};
globalThis.joinRoom = (url) => showText(WebsocketProvider, url, '${ROOM}');`,
  );
  // With `write: false` and one entry, the answer is this one output.
  const built = (await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome140',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
