// The contract's part that teammates' hosts call: what is here, what differs, and files by their hash.
import * as Y from 'yjs';
import { MAX_BLOB_PIECE_BYTES } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { visitorsKey, workspaceKey } from '../../../shared/workspace/workspace-key.ts';
import type { Viewer } from '../door.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { MAX_BLOB_BYTES } from './partial-blobs.ts';
import { PIECE_BYTES, updatePieces } from './update-pieces.ts';

type Covered =
  | 'replicas.open'
  | 'replicas.list'
  | 'replicas.pull'
  | 'replicas.stored'
  | 'blobs.list'
  | 'blobs.read'
  | 'blobs.write';

export function replicaHandlers(
  context: HostContext,
  /** Ties the person to the invite they came by, where they came by one. */
  introduce: (viewer: Viewer, person: Person) => Promise<void>,
): Pick<Handlers, Covered> {
  /** Pieces of one file are taken one after the other. */
  const turns = new Map<string, Promise<unknown>>();

  function requireKnown(document: string): void {
    if (context.workspace().documentNames().includes(document)) return;
    throw new AppError('not-found', 'there is no such document in this workspace');
  }

  return {
    async 'replicas.open'({ person }, viewer) {
      await introduce(viewer, person);
      const { manifest, folder, facts } = context.workspace();
      context.peers().opened(viewer, person);
      const { me } = context.settings.value;
      return {
        workspace: {
          id: manifest.id,
          name: facts().name || manifest.name,
          createdAt: manifest.createdAt,
          isSample: manifest.isSample,
        },
        key: viewer.visit ? visitorsKey(manifest.id) : workspaceKey({ id: manifest.id, folder }),
        person: { id: me.id, name: me.name },
      };
    },
    async 'replicas.list'() {
      const { digests } = context.peers();
      const documents: { name: string; digest: string }[] = [];
      for (const name of context.workspace().documentNames())
        documents.push({ name, digest: await digests.of(name) });
      return { documents };
    },
    async 'replicas.pull'({ document, have }) {
      requireKnown(document);
      const update = await context
        .workspace()
        .documents.read(document, (one) => Y.encodeStateAsUpdate(one, checkedStateVector(have)));
      const [first = update, ...more] = updatePieces(update, 4 * PIECE_BYTES);
      return { update: first, isMore: more.length > 0 };
    },
    async 'replicas.stored'({ documents }, viewer) {
      context.peers().stored(viewer, documents);
      return null;
    },
    async 'blobs.list'() {
      const { blobs } = context.peers();
      const here = { originals: [] as string[], runs: [] as string[] };
      for (const blob of await blobs.wanted()) {
        if (!(await blobs.has(blob))) continue;
        if (blob.kind === 'original') here.originals.push(blob.hash);
        else here.runs.push(blob.hash);
      }
      return here;
    },
    async 'blobs.read'({ kind, hash, from, length }) {
      const bytes = await context.peers().blobs.read(kind, hash);
      return { bytes: bytes.slice(from, from + length), size: bytes.length };
    },
    'blobs.write'(input) {
      const { blobs, partial } = context.peers();
      const take = async () => {
        const { kind, hash, from, size, bytes } = input;
        const wanted = (await blobs.wanted()).find((blob) => blob.kind === kind && blob.hash === hash);
        // Nothing is taken that no document speaks of: a teammate's disk is no place to put things.
        if (!wanted) throw new AppError('not-found', 'no document speaks of this file', { retryable: true });
        if (size > MAX_BLOB_BYTES) throw new AppError('too-large', 'no file of a workspace is as large');
        if (await blobs.has(wanted)) return { received: size, isStored: true };
        const received = await partial.received(hash);
        if (received !== from) return { received, isStored: false };
        if (from + bytes.length === size) {
          const whole = await partial.take(hash, bytes);
          if (!whole) return { received: 0, isStored: false };
          await blobs.put(wanted, whole);
          return { received: size, isStored: true };
        }
        if (bytes.length !== MAX_BLOB_PIECE_BYTES || from + bytes.length > size)
          throw new AppError('invalid-input', 'a piece has another length');
        await partial.add(hash, bytes);
        return { received: from + bytes.length, isStored: false };
      };
      const taken = (turns.get(input.hash) ?? Promise.resolve()).then(take);
      const settled = taken.catch(() => undefined); // the caller has the rejection; the next piece goes on
      turns.set(input.hash, settled);
      void settled.then(() => turns.get(input.hash) === settled && turns.delete(input.hash));
      return taken;
    },
  };
}

function checkedStateVector(bytes: Uint8Array): Uint8Array {
  try {
    Y.decodeStateVector(bytes);
    return bytes;
  } catch (cause) {
    throw new AppError('invalid-input', 'this is no state vector', { cause });
  }
}
