import type * as Y from 'yjs';

/** A document that is kept the same through a server. */
export interface JoinedDocument {
  readonly document: Y.Doc;
  close(): void;
}
