// Brings files to both sides of a line: what the documents speak of and one side lacks is fetched from the other or sent
// to it, one file after the other, in pieces.
import { MAX_BLOB_PIECE_BYTES } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { HostLog } from '../log.ts';
import type { BlobStore, WantedBlob } from './blob-store.ts';
import { MAX_BLOB_BYTES, type PartialBlobs } from './partial-blobs.ts';
import type { PeerLine } from './peer-line.ts';

/** Changes come in bursts; files do not hurry. */
const GATHER_MS = 200;

export interface BlobExchange {
  /** Something that the documents speak of may be missing on either side. */
  lookAgain(): void;
  /** Whether nothing is on its way or waits to be looked for. */
  readonly isIdle: boolean;
  close(): void;
}

export function createBlobExchange(options: {
  readonly line: PeerLine;
  readonly store: BlobStore;
  readonly partial: PartialBlobs;
  readonly log: HostLog;
  readonly onProgress: () => void;
}): BlobExchange {
  const { line, store, partial, log } = options;
  let timer: NodeJS.Timeout | null = null;
  let isRunning = false;
  let isWantedAgain = false;
  let isClosed = false;

  async function fetch(blob: WantedBlob): Promise<void> {
    const { kind, hash } = blob;
    for (;;) {
      const from = await partial.received(hash);
      const { bytes, size } = await line.call('blobs.read', {
        kind,
        hash,
        from,
        length: MAX_BLOB_PIECE_BYTES,
      });
      if (size > MAX_BLOB_BYTES || from + bytes.length > size)
        throw new AppError('too-large', 'no file of a workspace is as large as this', { details: { hash } });
      if (from + bytes.length === size) {
        const whole = await partial.take(hash, bytes);
        if (whole) await store.put(blob, whole);
        return;
      }
      if (bytes.length !== MAX_BLOB_PIECE_BYTES)
        throw new AppError('invalid-input', 'a piece is shorter than it must be', { details: { hash } });
      await partial.add(hash, bytes);
    }
  }

  async function send({ kind, hash, extension }: WantedBlob): Promise<void> {
    const bytes = await store.read(kind, hash);
    let from = 0;
    // Twice as many as it takes: a host that begins anew again and again does not keep us for ever.
    for (let pieces = (2 * bytes.length) / MAX_BLOB_PIECE_BYTES + 2; pieces > 0; pieces -= 1) {
      const piece = bytes.subarray(from, from + MAX_BLOB_PIECE_BYTES);
      const answer = await line.call('blobs.write', {
        kind,
        hash,
        extension,
        from,
        size: bytes.length,
        bytes: piece,
      });
      if (answer.isStored) return;
      from = Math.min(answer.received, bytes.length - 1);
    }
    throw new AppError('storage-failed', 'the other host does not take it', { details: { hash } });
  }

  async function exchange(): Promise<void> {
    const wanted = await store.wanted();
    if (wanted.length === 0) return;
    const theirs = await line.call('blobs.list', {});
    const there = new Set([...theirs.originals, ...theirs.runs]);
    for (const blob of wanted) {
      if (isClosed) return;
      const isHere = await store.has(blob);
      const isThere = there.has(blob.hash);
      if (isHere === isThere) continue;
      try {
        await (isHere ? send(blob) : fetch(blob));
      } catch (error) {
        // The line's end is told elsewhere; a file that cannot be read or stored now must not keep the others.
        if (!(error instanceof AppError)) throw error;
        log.warn('blob-not-exchanged', { kind: blob.kind, hash: blob.hash, code: error.code });
        if (error.code === 'connection-lost') return;
      }
    }
  }

  async function run(): Promise<void> {
    timer = null;
    if (isRunning) {
      isWantedAgain = true;
      return;
    }
    isRunning = true;
    try {
      await exchange();
    } catch (error) {
      log.warn('blobs-not-compared', { reason: error instanceof Error ? error.message : 'unknown' });
    }
    isRunning = false;
    if (isWantedAgain) lookAgain();
    isWantedAgain = false;
    options.onProgress();
  }

  function lookAgain(): void {
    if (!isClosed) timer ??= setTimeout(() => void run(), GATHER_MS);
  }

  return {
    lookAgain,
    get isIdle() {
      return timer === null && !isRunning;
    },
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
    },
  };
}
