// Asks the host of an invite what it opens, and says to it who comes. What that host answers is input from outside.
import { z } from 'zod';
import { InviteKind } from '../../../shared/contract/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import { WorkspaceId } from '../../../shared/ids.ts';
import { Role } from '../../../shared/workspace/people.ts';
import { type Connect, openPeerLine, type PeerLine } from './peer-line.ts';

const name = z.string().max(200);
const ToldVisit = z.object({
  kind: InviteKind,
  roles: z.array(Role).min(1).max(20),
  workspaceId: WorkspaceId,
  workspaceName: name,
  hostName: name,
  interview: z.object({ participant: name }).nullable(),
});
export type ToldVisit = z.infer<typeof ToldVisit>;

/**
 * @param who introduces them: with the role they want where the invite is for it, else with the invite's own. Left out,
 * nothing is said of who asks.
 * Rejects with AppError: what the line or the host refuses with; `not-allowed` with `details.reason` `whole-workspace`
 * when somebody would visit what is to be joined.
 */
export async function lookAtInvite(
  connect: Connect,
  who: { readonly name: string; readonly role: Role } | null = null,
): Promise<ToldVisit> {
  const line = await openPeerLine(connect, {
    event: () => undefined,
    document: () => undefined,
    closed: () => undefined,
  });
  try {
    const told = await ask(line);
    if (who === null) return told;
    if (told.kind === 'teammate')
      throw new AppError('not-allowed', 'this invite is for the whole workspace', {
        details: { reason: 'whole-workspace' },
      });
    const [first] = told.roles;
    const role = told.roles.includes(who.role) ? who.role : first;
    await line.call('visit.introduce', { name: who.name, ...(role !== undefined && { role }) });
    return told;
  } finally {
    line.close();
  }
}

async function ask(line: PeerLine): Promise<ToldVisit> {
  const told = ToldVisit.safeParse(await line.call('visit.state', {}));
  if (!told.success) throw new AppError('invalid-input', 'the other host speaks in another way');
  return told.data;
}
