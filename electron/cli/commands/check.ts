// `earshot check`: is everything in a workspace whole? It reads only, and may run beside an open Earshot.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { checkWorkspace } from '../../host/backups/check-workspace.ts';
import { writeOut } from '../output.ts';
import { damageSentence, listFindings, sumUp } from '../workspace-report.ts';

export function registerCheckCommand(program: Command): void {
  program
    .command('check')
    .summary('check that everything in a workspace is whole')
    .description(
      'Reads a workspace and changes nothing, also while Earshot has it open: documents, originals, and the quotes\nthat decisions stand on. Ends with 2 when something is damaged or missing.',
    )
    .argument('<workspace>', 'the folder of the workspace')
    .option('--json', 'print counts and findings as JSON')
    .action(check);
}

async function check(workspace: string, options: { readonly json?: true }): Promise<void> {
  const folder = resolve(workspace);
  const report = await checkWorkspace(folder);
  await writeOut(
    options.json
      ? `${JSON.stringify({ folder, ...report })}\n`
      : `${report.name ?? folder}: ${sumUp(report)}\n${listFindings(report.findings)}`,
  );
  const damage = damageSentence(report);
  if (damage !== null) throw new AppError('storage-failed', `${folder}: ${damage}`);
}
