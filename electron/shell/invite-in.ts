import { parseInviteLink } from '../../shared/sharing/invite-link.ts';

/** The first invite among what a program was started with; null when there is none. Anything that is no invite is left alone. */
export function inviteIn(args: readonly string[]): string | null {
  return args.find((arg) => arg.startsWith('earshot:') && parseInviteLink(arg).ok) ?? null;
}
