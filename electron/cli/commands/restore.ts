// `earshot restore`: a backup as a workspace of its own, never over another one.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { checkWorkspace } from '../../host/backups/check-workspace.ts';
import { compareWorkspaces, type WorkspaceComparison } from '../../host/backups/compare-workspaces.ts';
import { restoreWorkspace } from '../../host/backups/restore.ts';
import { writeOut } from '../output.ts';
import { damageSentence, listFindings, sumUp } from '../workspace-report.ts';

interface RestoreOptions {
  readonly to: string;
  readonly compare?: string;
  readonly json?: true;
}

export function registerRestoreCommand(program: Command): void {
  program
    .command('restore')
    .summary('unpack a backup into a new folder')
    .description(
      'Unpacks a backup into a new or empty folder, checks it, and says what is in it. A workspace that is there is\nnever touched; a damaged or hostile zip is refused and leaves nothing behind.',
    )
    .argument('<zip>', 'the backup')
    .requiredOption('--to <folder>', 'a new or empty folder')
    .option('--compare <workspace>', 'say what the backup has more or less of than this workspace')
    .option('--json', 'print counts, findings and differences as JSON')
    .action(restore);
}

async function restore(zip: string, options: RestoreOptions): Promise<void> {
  // Asked first: a mistyped folder should not leave half of what was wanted done.
  const there = options.compare === undefined ? null : await checkWorkspace(resolve(options.compare));
  const restored = await restoreWorkspace(resolve(zip), resolve(options.to));
  const comparison = there && compareWorkspaces(restored.report, there);
  await writeOut(
    options.json
      ? `${JSON.stringify({ ...restored, comparison })}\n`
      : [
          `${restored.folder}: ${sumUp(restored.report)}\n`,
          listFindings(restored.report.findings),
          comparison ? describe(comparison, resolve(options.compare ?? '')) : '',
        ].join(''),
  );
  const damage = damageSentence(restored.report);
  if (damage !== null)
    throw new AppError('storage-failed', `the backup was restored as it is; in it ${damage}`);
}

function describe({ isSameWorkspace, differences }: WorkspaceComparison, other: string): string {
  const lines = differences.map(({ what, here, there }) => {
    const [more, word] = here > there ? [here - there, 'more'] : [there - here, 'fewer'];
    return `  ${here} ${what}, ${more} ${word} than there\n`;
  });
  const heading = isSameWorkspace ? '' : '  it is another workspace\n';
  return `Compared with ${other}:\n${heading}${lines.join('') || '  as many interviews, notes and decisions\n'}`;
}
