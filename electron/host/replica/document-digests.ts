// Tells two hosts which documents differ without sending them: one short digest a document, kept until it changes.
import * as Y from 'yjs';
import type { DocumentServer } from '../documents/document-server.ts';
import { sha256 } from '../sha256.ts';

export interface DocumentDigests {
  /** Equal on two hosts exactly when they hold the same edits, deleted ones included. */
  of(name: string): Promise<string>;
  close(): void;
}

export function createDocumentDigests(documents: DocumentServer): DocumentDigests {
  const known = new Map<string, Promise<string>>();
  const close = documents.onChange((name) => known.delete(name));
  return {
    of(name) {
      const digest = known.get(name) ?? documents.read(name, digestOf);
      known.set(name, digest);
      digest.catch(() => known.delete(name)); // the asker hears of it; the next one may try again
      return digest;
    },
    close,
  };
}

export function digestOf(document: Y.Doc): string {
  return sha256(snapshotOf(document));
}

/** What a document holds, as bytes that are the same for the same edits. */
export function snapshotOf(document: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(document));
}
