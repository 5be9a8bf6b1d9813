// The contract's part about letting others in: invites, who came by them, and what a visitor may know.
import { z } from 'zod';
import { InterviewId, InviteId, PersonId, type WorkspaceId } from '../ids.ts';
import { type Person, Role } from '../workspace/people.ts';
import type { Tag } from '../workspace/tags.ts';
import { type Access, name, nothing } from './parts.ts';

/**
 * `teammate`: the whole workspace, kept by their own Earshot. `editor` and `viewer`: one interview, in a browser or in
 * Earshot; a viewer reads, and may ask.
 */
export const InviteKind = z.enum(['teammate', 'editor', 'viewer']);
export type InviteKind = z.infer<typeof InviteKind>;

/** `interview`: until an hour after its clock was ended, so that the debrief fits in; `today`: until midnight at the host. */
export const InviteLifetime = z.enum(['interview', 'today', 'until-revoked']);
export type InviteLifetime = z.infer<typeof InviteLifetime>;

export interface InvitedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly lastSeenAt: string;
  readonly isHere: boolean;
  readonly isRevoked: boolean;
}

export interface Invite {
  readonly id: InviteId;
  readonly kind: InviteKind;
  /** The one interview it opens; null for a teammate, who has them all. */
  readonly interviewId: InterviewId | null;
  readonly role: Role;
  readonly lifetime: InviteLifetime;
  readonly createdAt: string;
  /** Null while the end is not known: see `lifetime`. */
  readonly expiresAt: string | null;
  readonly isRevoked: boolean;
  /** Takes in nobody new, since somebody who came by it was revoked; who else came by it stays. */
  readonly isClosed: boolean;
  readonly people: readonly InvitedPerson[];
}

export interface SharingState {
  readonly isOn: boolean;
  /** False where this Earshot has no door to open. */
  readonly canShare: boolean;
  /** `host:port` of this computer, the likeliest first; empty while it is off, or on no network. */
  readonly addresses: readonly string[];
  /** Words that stand for this computer's key, to be compared aloud; empty until a key was made. */
  readonly checkWords: readonly string[];
  readonly areBrowsersAllowed: boolean;
  /** Of the open workspace, newest first. */
  readonly invites: readonly Invite[];
  readonly guestsHere: number;
}

/** What somebody who came by an invite may know before and after they said who they are. */
export interface VisitState {
  readonly kind: InviteKind;
  /** Null until `visit.introduce`. */
  readonly person: Person | null;
  /** What they may be: the role of the invite first. */
  readonly roles: readonly Role[];
  readonly workspaceId: WorkspaceId;
  readonly workspaceName: string;
  /** Opens documents here: the token that `DocumentProvider` proves. */
  readonly workspaceKey: string;
  /** Who sits at the computer that is visited. */
  readonly hostName: string;
  readonly interview: {
    readonly id: InterviewId;
    readonly participant: string;
    readonly description: string;
    readonly plannedAt: string | null;
  } | null;
  /** Empty until they are introduced; participants are no people of the team. */
  readonly people: readonly Person[];
  readonly tags: readonly Tag[];
  /** Why nothing can be written at the host, in a sentence; null when it can. */
  readonly readOnlyBecause: string | null;
}

export const sharingParams = {
  'sharing.state': nothing,
  'sharing.start': nothing,
  'sharing.stop': nothing,
  'sharing.invite': z.object({
    kind: InviteKind,
    interviewId: InterviewId.nullable(),
    role: Role,
    lifetime: InviteLifetime,
  }),
  /** Ends an invite for everybody who came by it, or with `personId` for one of them. */
  'sharing.revoke': z.object({ inviteId: InviteId, personId: PersonId.nullable().default(null) }),
  /** The invite that somebody opened on this computer and no window has taken yet. */
  'sharing.takeInvite': nothing,
  'sharing.setBrowsers': z.object({ areAllowed: z.boolean() }),
  'visit.state': nothing,
  /** `personId`: a teammate's Earshot has one already; it is kept unless it is somebody else's here. */
  'visit.introduce': z.object({ name, role: Role.optional(), personId: PersonId.optional() }),
  /** A follow-up question from somebody who may only read. */
  'visit.ask': z.object({ text: z.string().trim().min(1).max(2_000) }),
} as const;

export interface SharingResults {
  'sharing.state': SharingState;
  /** Rejects with `sharing-failed` when the system gives no port. */
  'sharing.start': SharingState;
  'sharing.stop': SharingState;
  /** The link is told this once: only the hash of its secret is kept. `browserLink` opens a page, when browsers are allowed. */
  'sharing.invite': { readonly invite: Invite; readonly link: string; readonly browserLink: string | null };
  'sharing.revoke': SharingState;
  'sharing.setBrowsers': SharingState;
  'sharing.takeInvite': { readonly link: string | null };
  'visit.state': VisitState;
  'visit.introduce': VisitState;
  'visit.ask': null;
}

export const sharingAccess: Readonly<Record<keyof typeof sharingParams, Access>> = {
  'sharing.state': 'owner',
  'sharing.start': 'owner',
  'sharing.stop': 'owner',
  'sharing.invite': 'owner',
  'sharing.revoke': 'owner',
  'sharing.setBrowsers': 'owner',
  'sharing.takeInvite': 'owner',
  'visit.state': 'guest',
  'visit.introduce': 'guest',
  'visit.ask': 'guest',
};

export interface SharingEvents {
  /** Invites, who is here, or whether the door is open. */
  'sharing.changed': Record<string, never>;
  /** Somebody opened an invite on this computer: ask `sharing.takeInvite`. */
  'invite.opened': Record<string, never>;
  /** To visitors: people, tags or the interview's title changed; ask `visit.state`. */
  'visit.changed': Record<string, never>;
}
