// Originals and results of extractions of the open workspace, by the hash of their bytes: what another host may ask for,
// and what may come from it. Only what the workspace's documents speak of is taken, and only when it is what it says.
import type { BlobKind } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import { newestRuns } from '../../../shared/needs/newest-run.ts';
import { StoredRun } from '../extraction/stored-run.ts';
import type { InterviewIndex } from '../interviews/interview-index.ts';
import { parseJson } from '../parse-json.ts';
import { sha256 } from '../sha256.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';

export interface WantedBlob {
  readonly kind: BlobKind;
  readonly hash: string;
  readonly extension: string;
}

export interface BlobStore {
  /** All that the documents speak of: the originals of transcripts, and the newest result. */
  wanted(): Promise<readonly WantedBlob[]>;
  has(blob: Pick<WantedBlob, 'kind' | 'hash'>): Promise<boolean>;
  /** AppError `not-found` or `storage-failed`. */
  read(kind: BlobKind, hash: string): Promise<Uint8Array>;
  /** Stores what has the right hash. AppError `invalid-input` for other bytes, `disk-full` or `storage-failed`. */
  put(blob: WantedBlob, bytes: Uint8Array): Promise<void>;
}

export function createBlobStore(
  workspace: OpenedWorkspace,
  interviews: InterviewIndex,
  onStored: (blob: WantedBlob) => void,
): BlobStore {
  /** The last one that was read: it is asked for piece by piece. */
  let lastRead: { readonly key: string; readonly bytes: Promise<Uint8Array> } | null = null;

  async function readWhole(kind: BlobKind, hash: string): Promise<Uint8Array> {
    if (kind === 'original') return workspace.originals.read(hash);
    const bytes = await workspace.derived.read(`runs/${hash}`);
    if (!bytes) throw new AppError('not-found', 'there is no such result', { details: { hash } });
    return bytes;
  }

  return {
    async wanted() {
      const facts = workspace.facts();
      const wanted = new Map<string, WantedBlob>();
      for (const { id } of facts.interviews) {
        // One that cannot be read wants nothing; it is named wherever interviews are listed.
        const interview = await interviews.get(id).catch(() => null);
        for (const { original, extension } of interview?.transcripts ?? [])
          wanted.set(original, { kind: 'original', hash: original, extension });
      }
      const [newest] = newestRuns(facts.runs);
      const run: WantedBlob[] = newest ? [{ kind: 'run', hash: newest.hash, extension: 'json' }] : [];
      return [...wanted.values(), ...run];
    },
    async has({ kind, hash }) {
      if (kind === 'original') return workspace.originals.has(hash);
      return (await workspace.derived.read(`runs/${hash}`)) !== undefined;
    },
    async read(kind, hash) {
      const key = `${kind} ${hash}`;
      if (lastRead?.key !== key) lastRead = { key, bytes: readWhole(kind, hash) };
      const { bytes } = lastRead;
      bytes.catch(() => {
        lastRead = null; // the asker hears of it; the next one may try again
      });
      return bytes;
    },
    async put(blob, bytes) {
      if (sha256(bytes) !== blob.hash)
        throw new AppError('invalid-input', 'these bytes have another hash', {
          details: { hash: blob.hash },
        });
      if (blob.kind === 'original') await workspace.originals.put(bytes, blob.extension);
      else if (StoredRun.safeParse(parseJson(bytes)).success)
        await workspace.derived.write(`runs/${blob.hash}`, bytes);
      else throw new AppError('invalid-input', 'this is no result of an extraction');
      onStored(blob);
    },
  };
}
