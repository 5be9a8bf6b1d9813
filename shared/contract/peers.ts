// The contract's part about teammates' computers: what a window sees of them (`peers`), and what their hosts ask of ours
// (`replicas`, `blobs`). The words of documents travel on the document channel; here is what stands around them.
import { z } from 'zod';
import { PersonId, type WorkspaceId } from '../ids.ts';
import { Role } from '../workspace/people.ts';
import { type Access, folder, name, nothing } from './parts.ts';
import type { OpenWorkspace } from './session.ts';
import type { InviteKind } from './sharing.ts';

/**
 * Why nobody is there. `away`: a teammate who comes to us is not connected. `revoked`, `expired`: the invite no longer
 * opens the door. `newer-version`, `older-version`: their Earshot speaks another protocol. `another-workspace`: they have
 * something else open. `unreachable`: no answer; tried again and again.
 */
export type PeerAbsence =
  | 'away'
  | 'revoked'
  | 'expired'
  | 'newer-version'
  | 'older-version'
  | 'another-workspace'
  | 'unreachable';

/** Times are ISO 8601. */
export type PeerConnection =
  | { readonly kind: 'connected' }
  | { readonly kind: 'reconnecting'; readonly since: string }
  | { readonly kind: 'not-connected'; readonly reason: PeerAbsence; readonly since: string };

/** Another computer that holds this workspace. */
export interface Peer {
  readonly id: string;
  /** Whose computer it is. */
  readonly name: string;
  /** `joined`: we come to them with their invite. `joins-us`: they come to us. */
  readonly direction: 'joined' | 'joins-us';
  readonly connection: PeerConnection;
  /** Edits made here that the other host has not acknowledged; it acknowledges what is on its disk. */
  readonly waitingEdits: number;
  /** The same by document name, such as `interview-<id>`; documents without waiting edits are left out. */
  readonly waitingByDocument: Readonly<Record<string, number>>;
  /** When nothing was waiting on either side for the last time; null before the first. */
  readonly lastSyncedAt: string | null;
}

/** An invite, as its host tells it. */
export interface InviteLook {
  readonly kind: InviteKind;
  readonly hostName: string;
  readonly workspaceName: string;
  /** Whose interview it is; null for a whole workspace. */
  readonly participant: string | null;
  /** What one may be there, the role of the invite first. */
  readonly roles: readonly Role[];
  /** Where that workspace is on this computer already; null where it is not. */
  readonly folder: string | null;
}

export interface PeersState {
  readonly peers: readonly Peer[];
}

const documentName = z.string().regex(/^(workspace|(interview|brief)-[A-Za-z0-9_-]{1,64})$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** `original`: a file that was imported. `run`: the result of an extraction. Both under the hash of their bytes. */
const blobKind = z.enum(['original', 'run']);
/** Whatever memory they lie in: they come from a frame, or from a document. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const link = z.string().min(1).max(2_000);
const peerId = z.string().min(1).max(80);

/** Bytes of a blob in one call; far below the limit of a frame. */
export const MAX_BLOB_PIECE_BYTES = 1024 * 1024;

export const peerParams = {
  'peers.state': nothing,
  /** Makes a replica of the link's workspace, in a new folder unless one is named, and opens it. */
  'peers.join': z.object({
    link,
    name,
    role: Role,
    folder: folder.nullable(),
  }),
  /** What an invite opens; nothing of it is kept here. */
  'peers.look': z.object({ link }),
  /** Says to the host of an interview's invite who comes; afterwards a window may visit it with the same link. */
  'peers.visit': z.object({ link, name, role: Role }),
  /** Forgets the invite. The folder stays with all that is in it, and no longer syncs. */
  'peers.leave': z.object({ id: peerId }),
  /** Tries at once where it would wait for its next attempt. */
  'peers.retry': nothing,
  'replicas.open': z.object({
    person: z.object({ id: PersonId, name, role: Role }),
  }),
  'replicas.list': nothing,
  'blobs.list': nothing,
  'replicas.pull': z.object({ document: documentName, have: bytes }),
  'replicas.stored': z.object({
    documents: z.array(z.object({ document: documentName, snapshot: bytes })).max(500),
  }),
  'blobs.read': z.object({
    kind: blobKind,
    hash,
    from: z.number().int().nonnegative(),
    length: z.number().int().positive().max(MAX_BLOB_PIECE_BYTES),
  }),
  'blobs.write': z.object({
    kind: blobKind,
    hash,
    extension: z.string().max(8),
    from: z.number().int().nonnegative(),
    size: z.number().int().positive(),
    bytes,
  }),
} as const;

export type BlobKind = z.infer<typeof blobKind>;

export interface PeerResults {
  'peers.state': PeersState;
  'peers.join': OpenWorkspace;
  'peers.look': InviteLook;
  'peers.visit': InviteLook;
  'peers.leave': null;
  'peers.retry': null;
  'replicas.open': {
    readonly workspace: {
      readonly id: WorkspaceId;
      readonly name: string;
      readonly createdAt: string;
      readonly isSample: boolean;
    };
    /** What the document channel asks for: see `workspace-key.ts`. */
    readonly key: string;
    /** Who sits there. */
    readonly person: { readonly id: PersonId; readonly name: string };
  };
  'replicas.list': {
    /** The digest is the same on two hosts exactly when they hold the same edits of the document. */
    readonly documents: readonly { readonly name: string; readonly digest: string }[];
  };
  /** What the asker lacks, or a first piece of it; asked again with what it then has until `isMore` is false. */
  'replicas.pull': { readonly update: Uint8Array; readonly isMore: boolean };
  'replicas.stored': null;
  /** Hashes of what is here. Of runs only the one that holds: see `newest-run.ts`. */
  'blobs.list': { readonly originals: readonly string[]; readonly runs: readonly string[] };
  'blobs.read': { readonly bytes: Uint8Array; readonly size: number };
  /** `received`: bytes that are here in a row from the start; where the sender goes on. */
  'blobs.write': { readonly received: number; readonly isStored: boolean };
}

export const peerAccess: Readonly<Record<keyof typeof peerParams, Access>> = {
  'peers.state': 'member',
  'peers.join': 'owner',
  'peers.look': 'owner',
  'peers.visit': 'owner',
  'peers.leave': 'owner',
  'peers.retry': 'member',
  'replicas.open': 'member',
  'replicas.list': 'member',
  'replicas.pull': 'member',
  'replicas.stored': 'member',
  'blobs.list': 'member',
  'blobs.read': 'member',
  'blobs.write': 'member',
};

export interface PeerEvents {
  'peers.changed': PeersState;
  /** What teammates' hosts listen to: these documents are different now. */
  'documents.changed': { readonly documents: readonly string[] };
}
