// What an invite allows and when it ends, as pure rules.
import type { InviteKind, InviteLifetime } from '../../../shared/contract/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Role } from '../../../shared/workspace/people.ts';
import type { InviteRecord, VisitorRecord } from './sharing-store.ts';

/** People at once in one interview, or of the team; the rest wait until somebody has left. */
export const MAX_GUESTS = 50;
/** The debrief comes right after the call. */
const DEBRIEF_MS = 60 * 60 * 1_000;

export type RefusalReason = 'unknown' | 'expired' | 'revoked' | 'full' | 'another-workspace';

/** What who comes by an invite may be, the invite's own role first: writing roles among each other, a reader reads. */
export function rolesOf({ kind, role }: { readonly kind: InviteKind; readonly role: Role }): readonly Role[] {
  if (kind === 'viewer' || role === 'observer') return ['observer'];
  const writing: readonly Role[] = ['pm', 'engineer', 'designer', 'researcher'];
  return [role, ...writing.filter((other) => other !== role), 'observer'];
}

/** When an invite made now ends; null where that is not known yet. */
export function expiryOf(lifetime: InviteLifetime, now: Date): string | null {
  if (lifetime !== 'today') return null;
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.toISOString();
}

/** @param endedAtEpochMs when the clock of the invite's interview was ended; null while it was not */
export function inviteReason(
  invite: InviteRecord,
  visitor: VisitorRecord | undefined,
  endedAtEpochMs: number | null,
  now: Date,
): 'revoked' | 'expired' | null {
  if (invite.isRevoked || visitor?.isRevoked) return 'revoked';
  if (invite.isClosed && visitor === undefined) return 'revoked';
  if (invite.expiresAt !== null && Date.parse(invite.expiresAt) <= now.getTime()) return 'expired';
  const isPast = endedAtEpochMs !== null && endedAtEpochMs + DEBRIEF_MS <= now.getTime();
  return invite.lifetime === 'interview' && isPast ? 'expired' : null;
}

export function refusal(reason: RefusalReason): AppError {
  return new AppError('not-invited', words(reason), {
    retryable: reason === 'full' || reason === 'another-workspace',
    details: { reason },
  });
}

function words(reason: RefusalReason): string {
  switch (reason) {
    case 'unknown':
      return 'this invite is not known here';
    case 'expired':
      return 'this invite has ended';
    case 'revoked':
      return 'this invite was revoked';
    case 'full':
      return `the room is full: ${MAX_GUESTS} are here`;
    case 'another-workspace':
      return 'another workspace is open there';
    default:
      return assertNever(reason);
  }
}
