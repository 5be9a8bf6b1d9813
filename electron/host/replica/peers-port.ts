// What the rest of the host may ask about other computers that hold the open workspace.
import type { PeersState } from '../../../shared/contract/peers.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { Viewer } from '../door.ts';
import type { BlobStore } from './blob-store.ts';
import type { DocumentDigests } from './document-digests.ts';
import type { PartialBlobs } from './partial-blobs.ts';
import type { JoinedRecord } from './peer-store.ts';

/** What another host has on its disk of a document. */
export interface StoredDocument {
  readonly document: string;
  /** Yjs' snapshot, encoded. */
  readonly snapshot: Uint8Array;
}

export interface PeersService {
  state(): PeersState;
  retry(): void;
  /** Forgets the peer; AppError `not-found` when there is none. */
  leave(id: string): Promise<void>;
  /** Comes to this peer from now on, in place of what was known of it. */
  join(record: JoinedRecord): Promise<void>;
  /** Resolves when this peer and we have everything of each other, or nothing more is tried. */
  whenSynced(id: string): Promise<void>;
  /** A teammate's host has come through a door. */
  opened(viewer: Viewer, person: Pick<Person, 'id' | 'name'>): void;
  stored(viewer: Viewer, documents: readonly StoredDocument[]): void;
  left(viewer: Viewer): void;
  readonly digests: DocumentDigests;
  readonly blobs: BlobStore;
  readonly partial: PartialBlobs;
  close(): Promise<void>;
}
