// `earshot join LINK`: makes a replica of a teammate's workspace on this computer, or goes on with one that is here. It is
// opened in the desktop app or with `earshot serve` afterwards, and syncs whenever it is open. An invite to one interview
// brings nothing here: it is refused, and where it opens is said.
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { assertNever } from '../../../shared/result.ts';
import { type LinkFault, parseInviteLink } from '../../../shared/sharing/invite-link.ts';
import { Role } from '../../../shared/workspace/people.ts';
import { linesToOthers } from '../../sharing-door/lines-to-others.ts';
import { callHost } from '../call-host.ts';
import { createPassingHost } from '../in-process-host.ts';
import { writeOut } from '../output.ts';
import { defaultUserFolder } from '../user-folder.ts';

interface JoinOptions {
  readonly name?: string;
  readonly role?: Role;
  readonly folder?: string;
  readonly userFolder: string;
  readonly json?: boolean;
}

export function registerJoinCommand(program: Command): void {
  program
    .command('join')
    .description(
      "keep a teammate's workspace on this computer too; an interview's invite is for Earshot's window",
    )
    .argument('<link>', 'the invite, earshot://join/#…')
    .option('--name <name>', 'your name, as the others see it')
    .addOption(new Option('--role <role>', 'what you do').choices(Role.options))
    .option('--folder <folder>', 'where the workspace goes (default: a new folder in Documents/Earshot)')
    .option('--user-folder <folder>', 'where settings are kept', defaultUserFolder())
    .option('--json', 'print what was joined as JSON')
    .action(async (link: string, options: JoinOptions) => {
      const workspace = await joinWorkspace(link, options);
      await writeOut(
        options.json
          ? `${JSON.stringify({ workspace })}\n`
          : `${workspace.name} is on this computer now, in ${workspace.folder}\n`,
      );
    });
}

/** Throws AppError `invalid-input` for what is no invite, `not-invited` or what the other computer says. */
async function joinWorkspace(link: string, options: JoinOptions): Promise<{ name: string; folder: string }> {
  const parsed = parseInviteLink(link);
  if (!parsed.ok)
    throw new AppError(
      'invalid-input',
      `this is no invite: ${faultWords(parsed.error)}. Nothing was joined.`,
    );
  const userFolder = resolve(options.userFolder);
  const host = await createPassingHost(userFolder, linesToOthers({ userFolder, rendererFolder: null }));
  try {
    const { kind, participant, hostName } = await callHost(host, 'peers.look', { link });
    if (kind !== 'teammate')
      throw new AppError(
        'not-allowed',
        `${hostName} invites you to one interview${participant ? `, with ${participant}` : ''}: it stays on ${hostName}'s computer, so there is nothing to bring here. Open the link in Earshot's window (Join with an invite).`,
      );
    const { me, isNamed } = await callHost(host, 'session.state', {});
    const name = options.name ?? (isNamed ? me.name : undefined);
    if (name === undefined) throw new AppError('invalid-input', 'say who you are: --name <name>');
    const folder = options.folder === undefined ? null : resolve(options.folder);
    const joined = await callHost(host, 'peers.join', { link, name, role: options.role ?? me.role, folder });
    return { name: joined.name, folder: joined.folder };
  } finally {
    await host.close();
  }
}

function faultWords(fault: LinkFault): string {
  switch (fault) {
    case 'too-long':
      return 'it is longer than an invite can be';
    case 'not-an-invite':
      return 'it does not begin like one; copy the whole link, in quotation marks';
    case 'bad-parts':
      return 'a part of it is missing or twice there; copy the whole link, in quotation marks';
    case 'bad-address':
      return 'its address cannot be read; copy the whole link again';
    case 'bad-key':
    case 'bad-token':
      return 'its last part is damaged; copy the whole link again';
    default:
      return assertNever(fault);
  }
}
