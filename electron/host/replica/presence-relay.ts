// Who is where in a document, told from the windows of one host to those of another. It passes on what it is told and
// makes nothing up; names are bound to people by the host that let them in.
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type { OpenDocument } from '../documents/document-server.ts';
import { awarenessMessage } from './document-channel.ts';

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

export class PresenceRelay {
  readonly #local: OpenDocument;
  readonly #origin: { readonly source: 'local'; readonly context: { readonly from: object } };
  readonly #address: string;
  readonly #send: (message: Uint8Array) => void;
  /** Clients that the other host told us of, and those that we told it of: what comes back of these is an echo. */
  readonly #theirs = new Set<number>();
  readonly #ours = new Set<number>();
  /**
   * Added to clocks either way. Whoever left with a lost line is taken in again only with a later clock than before, and a
   * window knows nothing of the line, so its own clock did not move.
   */
  readonly #later = Date.now();
  readonly #hear: (change: AwarenessChange, origin: unknown) => void;

  constructor(local: OpenDocument, peer: object, address: string, send: (message: Uint8Array) => void) {
    this.#local = local;
    this.#origin = { source: 'local', context: { from: peer } };
    this.#address = address;
    this.#send = send;
    this.#hear = (change, origin) => {
      if (origin === this.#origin) return;
      this.#tell([...change.added, ...change.updated, ...change.removed]);
    };
    local.awareness.on('update', this.#hear);
  }

  receive(update: Uint8Array): void {
    // What another road has brought stays with that road: theirs would come back to them over us.
    const known = this.#local.awareness.getStates();
    const kept = rewritten(update, this.#later, (client) => {
      return this.#ours.has(client) || (known.has(client) && !this.#theirs.has(client));
    });
    for (const client of kept.clients) this.#theirs.add(client);
    applyAwarenessUpdate(this.#local.awareness, kept.update, this.#origin);
  }

  /** Everybody who is here, for a connection that was just let in. */
  tellAll(): void {
    this.#tell([...this.#local.awareness.getStates().keys()]);
  }

  close(): void {
    this.#local.awareness.off('update', this.#hear);
    removeAwarenessStates(this.#local.awareness, [...this.#theirs], this.#origin);
  }

  #tell(clients: readonly number[]): void {
    const ours = clients.filter((client) => !this.#theirs.has(client));
    if (ours.length === 0) return;
    for (const client of ours) this.#ours.add(client);
    const { update } = rewritten(
      encodeAwarenessUpdate(this.#local.awareness, ours),
      this.#later,
      () => false,
    );
    this.#send(awarenessMessage(this.#address, update));
  }
}

/** The same awareness update with later clocks and without some clients, and whom it still speaks of. */
function rewritten(
  update: Uint8Array,
  later: number,
  isLeftOut: (client: number) => boolean,
): { readonly update: Uint8Array; readonly clients: readonly number[] } {
  const decoder = createDecoder(update);
  const entries: { client: number; clock: number; state: string }[] = [];
  for (let count = readVarUint(decoder); count > 0; count -= 1) {
    const entry = {
      client: readVarUint(decoder),
      clock: readVarUint(decoder),
      state: readVarString(decoder),
    };
    if (!isLeftOut(entry.client)) entries.push(entry);
  }
  const encoder = createEncoder();
  writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, clock + later);
    writeVarString(encoder, state);
  }
  return { update: toUint8Array(encoder), clients: entries.map(({ client }) => client) };
}
