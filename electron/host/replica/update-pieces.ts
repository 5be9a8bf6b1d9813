// Cuts a large Yjs update into pieces that are updates themselves, so that what was typed in hours apart travels within
// the limits of a door. Every piece stands on those before it: applied in order, none leaves a gap.
import { writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Deletes = ReturnType<typeof Y.decodeUpdate>['ds'];

/** About how large a piece becomes; one value that is larger by itself is not cut. */
export const PIECE_BYTES = 1024 * 1024;

/** The update in pieces of about `maxBytes`; itself when it is no larger. What it deletes comes in the last piece. */
export function updatePieces(update: Uint8Array, maxBytes = PIECE_BYTES): Uint8Array[] {
  if (update.length <= maxBytes) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const pieces: Uint8Array[] = [];
  let piece: Struct[] = [];
  let bytes = 0;
  for (const struct of inOrderOfNeed(structs)) {
    const size = sizeOf(struct);
    if (bytes + size > maxBytes && piece.length > 0) {
      pieces.push(encodePiece(piece, null));
      piece = [];
      bytes = 0;
    }
    piece.push(struct);
    bytes += size;
  }
  pieces.push(encodePiece(piece, ds));
  return pieces;
}

/** Each struct after those that it stands beside or within: as Yjs would integrate them. */
function inOrderOfNeed(structs: readonly Struct[]): Struct[] {
  const queues = byClient(structs);
  const places = new Map([...queues.keys()].map((client) => [client, 0]));
  const next = (client: number) => queues.get(client)?.[places.get(client) ?? 0];
  const ordered: Struct[] = [];
  for (const first of queues.keys()) {
    const stack = [first];
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const struct = next(client);
      if (struct === undefined) {
        stack.pop();
        continue;
      }
      const needed = needs(struct).find((id) => {
        const pending = next(id.client);
        return pending !== undefined && pending.id.clock <= id.clock && !stack.includes(id.client);
      });
      if (needed !== undefined) {
        stack.push(needed.client);
        continue;
      }
      ordered.push(struct);
      places.set(client, (places.get(client) ?? 0) + 1);
      // Whoever waited for it looks again.
      if (stack.length > 1) stack.pop();
    }
  }
  return ordered;
}

function byClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = clients.get(struct.id.client) ?? [];
    own.push(struct);
    clients.set(struct.id.client, own);
  }
  return clients;
}

function needs(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  // Of a decoded update the parent is a name, an id, or null where a neighbour tells it.
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  );
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().length;
}

/** Yjs' update format, version 1: https://github.com/yjs/yjs/blob/v13.6.33/src/utils/encoding.js */
function encodePiece(structs: readonly Struct[], deletes: Deletes | null): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const clients = byClient(structs);
  writeVarUint(encoder.restEncoder, clients.size);
  for (const [client, own] of [...clients].sort(([one], [other]) => other - one)) {
    writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  const deleted = [...(deletes?.clients ?? [])].sort(([one], [other]) => other - one);
  writeVarUint(encoder.restEncoder, deleted.length);
  for (const [client, ranges] of deleted) {
    writeVarUint(encoder.restEncoder, client);
    writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      writeVarUint(encoder.restEncoder, clock);
      writeVarUint(encoder.restEncoder, len);
    }
  }
  return encoder.toUint8Array();
}
