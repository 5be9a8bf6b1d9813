// The bare relay as a process of its own, and clients of it that do no more than Yjs' protocol asks: the peer where
// y-websocket itself cannot be had.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { bundleChild } from '../../electron/host/storage/testing/bundle-child.ts';
import type { JoinedDocument } from './joined-document.ts';

export interface BareRelay {
  readonly pid: number;
  /** A document that is kept the same through the relay. */
  join(): Promise<JoinedDocument>;
  close(): Promise<void>;
}

const SYNC = 0;

export async function startBareRelay(root: string): Promise<BareRelay> {
  const built = await bundleChild(join(root, 'build', 'bench', 'testing', 'bare-relay-child.ts'));
  const child: ChildProcess = spawn(process.execPath, [built.program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const port = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return {
    pid: child.pid ?? 0,
    join: () => joinAt(`ws://127.0.0.1:${port}/`),
    async close() {
      process.off('exit', killWithUs);
      child.kill('SIGKILL');
      await rm(built.folder, { recursive: true, force: true });
    },
  };
}

async function joinAt(url: string): Promise<JoinedDocument> {
  const document = new Y.Doc();
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const send = (write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder();
    writeVarUint(encoder, SYNC);
    write(encoder);
    // More than the kind of the message: there is something to say.
    if (length(encoder) > 1) socket.send(toUint8Array(encoder));
  };
  socket.on('message', (message: Buffer) => {
    const decoder = createDecoder(new Uint8Array(message));
    readVarUint(decoder);
    send((encoder) => readSyncMessage(decoder, encoder, document, socket));
  });
  await once(socket, 'open');
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) send((encoder) => writeUpdate(encoder, update));
  });
  send((encoder) => writeSyncStep1(encoder, document));
  return { document, close: () => socket.terminate() };
}
