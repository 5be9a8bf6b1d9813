// Hocuspocus drops from an awareness message whoever leaves: its hooks see only states, and a departure has none. A
// teammate's host speaks for several windows over one connection, so one that leaves must be heard without closing it.
import type { beforeHandleMessagePayload, Extension } from '@hocuspocus/server';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { removeAwarenessStates } from 'y-protocols/awareness';

/** Hocuspocus' message type for awareness. */
const AWARENESS = 1;

export function leavingPresence(): Extension {
  return {
    extensionName: 'leaving-presence',
    priority: 400,
    async beforeHandleMessage({ update, document, connection }: beforeHandleMessagePayload) {
      // Nobody can send somebody else away.
      const own = document.getClients(connection);
      const left = departures(update).filter((client) => own.has(client));
      if (left.length > 0)
        removeAwarenessStates(document.awareness, left, { source: 'connection', connection });
    },
  };
}

/** Clients whose state in this message is null; none when it is another message, or none that can be read. */
function departures(message: Uint8Array): number[] {
  const left: number[] = [];
  try {
    const outer = createDecoder(message);
    readVarString(outer);
    if (readVarUint(outer) !== AWARENESS) return [];
    const states = createDecoder(readVarUint8Array(outer));
    for (let count = readVarUint(states); count > 0; count -= 1) {
      const client = readVarUint(states);
      readVarUint(states);
      if (readVarString(states) === 'null') left.push(client);
    }
  } catch {
    return []; // Hocuspocus reads it next, and refuses what it cannot read
  }
  return left;
}
