// What a bare relay of Yjs' own protocol does, as y-websocket's server does it: everything in memory, nothing checked, nothing
// kept. It is the peer that latency is measured against.
import type { AddressInfo } from 'node:net';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding';
import { WebSocketServer } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

const SYNC = 0;
const document = new Y.Doc();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });

document.on('update', (update: Uint8Array) => {
  const encoder = createEncoder();
  writeVarUint(encoder, SYNC);
  writeUpdate(encoder, update);
  const message = toUint8Array(encoder);
  // As y-websocket does: to everybody, the one it came from included.
  for (const client of server.clients) client.send(message);
});

server.on('connection', (socket) => {
  socket.on('message', (message: Buffer) => {
    const decoder = createDecoder(new Uint8Array(message));
    readVarUint(decoder);
    const encoder = createEncoder();
    writeVarUint(encoder, SYNC);
    readSyncMessage(decoder, encoder, document, socket);
    if (length(encoder) > 1) socket.send(toUint8Array(encoder));
  });
  const encoder = createEncoder();
  writeVarUint(encoder, SYNC);
  writeSyncStep1(encoder, document);
  socket.send(toUint8Array(encoder));
});

server.on('listening', () => {
  // A server that listens on TCP has an address of this kind.
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
