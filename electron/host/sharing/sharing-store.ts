// Invites and who came by them, in lowdb. Of secrets only hashes are kept: whoever reads this file gets in nowhere.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { InviteKind, InviteLifetime } from '../../../shared/contract/sharing.ts';
import { InterviewId, InviteId, PersonId, WorkspaceId } from '../../../shared/ids.ts';
import { Role } from '../../../shared/workspace/people.ts';
import { openJsonStore } from '../storage/durable-json.ts';

const InviteRecord = z.object({
  id: InviteId,
  workspaceId: WorkspaceId,
  kind: InviteKind,
  interviewId: InterviewId.nullable(),
  role: Role,
  lifetime: InviteLifetime,
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  secretHash: z.string(),
  isRevoked: z.boolean(),
  /** Takes in nobody new. */
  isClosed: z.boolean(),
});
export type InviteRecord = z.infer<typeof InviteRecord>;

/** A computer or browser that came by an invite; known again by a secret of its own. */
const VisitorRecord = z.object({
  inviteId: InviteId,
  workspaceId: WorkspaceId,
  keyHash: z.string(),
  personId: PersonId,
  name: z.string().min(1).max(80),
  role: Role,
  lastSeenAt: z.string(),
  isRevoked: z.boolean(),
  /** Yjs clients they have written as, the newest last: nobody else may. */
  clients: z.array(z.number()),
});
export type VisitorRecord = z.infer<typeof VisitorRecord>;

const Sharing = z.object({
  isOn: z.boolean(),
  port: z.number().int().min(0).max(65_535),
  areBrowsersAllowed: z.boolean(),
  invites: z.array(InviteRecord),
  visitors: z.array(VisitorRecord),
});

export type SharingStore = Awaited<ReturnType<typeof openSharingStore>>;

export function openSharingStore(userFolder: string) {
  return openJsonStore(join(userFolder, 'sharing.json'), Sharing, {
    isOn: false,
    port: 0,
    areBrowsersAllowed: false,
    invites: [],
    visitors: [],
  });
}

/** 128 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256, base64url. The secrets are random, so a slow hash would add nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** In one time, whatever was guessed; also when there is nothing to compare with. */
export function isSecretOf(secret: string, hash: string | undefined): boolean {
  const guessed = Buffer.from(hashOf(secret));
  const wanted = Buffer.from(hash ?? hashOf(''));
  return guessed.length === wanted.length && timingSafeEqual(guessed, wanted) && hash !== undefined;
}
