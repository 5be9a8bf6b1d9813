// What no page of ours ever sends, byte by byte: see the hostile table of docs/sharing.md.
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import * as Y from 'yjs';
import { encodeDocumentFrame } from '../../../shared/protocol.ts';
import { room } from './hostile-room.ts';

type Write = (encoder: ReturnType<typeof createEncoder>) => void;
export function message(type: number, write: Write, name = room.host.documentName): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, type);
  write(encoder);
  return encodeDocumentFrame(toUint8Array(encoder));
}
export const sync = (step: number, payload: Uint8Array) =>
  message(0, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, payload);
  });
export const update = (payload: Uint8Array) => sync(2, payload);
export function presence(client: number, state: unknown, clock = 1): Uint8Array {
  const states = createEncoder();
  writeVarUint(states, 1);
  writeVarUint(states, client);
  writeVarUint(states, clock);
  writeVarString(states, JSON.stringify(state));
  return message(1, (encoder) => writeVarUint8Array(encoder, toUint8Array(states)));
}
export const numbers = (...values: number[]) => {
  const encoder = createEncoder();
  for (const value of values) writeVarUint(encoder, value);
  return toUint8Array(encoder);
};

export function edit(change: (document: Y.Doc) => void, clientID?: number): Uint8Array {
  const document = new Y.Doc();
  if (clientID !== undefined) document.clientID = clientID;
  document.transact(() => change(document));
  return Y.encodeStateAsUpdate(document);
}

export function nested(depth: number): Uint8Array {
  return edit((document) => {
    let map = document.getMap('notes');
    for (let count = 0; count < depth; count += 1) {
      const inner = new Y.Map();
      map.set('k', inner);
      map = inner;
    }
  });
}

/** A value within values, as deep as no JSON is. */
export function deepValue(depth: number): Uint8Array {
  const encoder = createEncoder();
  for (const value of [1, 1, 9, 0]) writeVarUint(encoder, value);
  writeUint8(encoder, 0x28);
  writeVarUint(encoder, 1);
  writeVarString(encoder, 'notes');
  writeVarString(encoder, 'k');
  writeVarUint(encoder, 1);
  for (let count = 0; count < depth; count += 1) {
    writeUint8(encoder, 117);
    writeVarUint(encoder, 1);
  }
  writeUint8(encoder, 126);
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}

export function gap(): Uint8Array {
  const document = new Y.Doc();
  document.getMap('a').set('a', 1);
  const before = Y.encodeStateVector(document);
  document.getMap('a').set('b', 'y'.repeat(80));
  return Y.encodeStateAsUpdate(document, before);
}
