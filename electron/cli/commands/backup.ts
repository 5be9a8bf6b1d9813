// `earshot backup`: a workspace as one dated zip that was opened and counted after it was written.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backUpWorkspace } from '../../host/backups/back-up.ts';
import { writeError, writeOut } from '../output.ts';
import { damageSentence, formatBytes, listFindings, sumUp } from '../workspace-report.ts';

interface BackupOptions {
  readonly to?: string;
  readonly json?: true;
}

export function registerBackupCommand(program: Command): void {
  program
    .command('backup')
    .summary('copy a workspace into a dated zip')
    .description(
      'Writes <name>-<date>.zip, also while Earshot has the workspace open, and reads it back before it gets its name.\nHolds documents, originals and exports; what Earshot can compute again is left out.',
    )
    .argument('<workspace>', 'the folder of the workspace')
    .option('--to <folder>', 'where the zip is put; by default "backups" in the workspace')
    .option('--json', 'print the file, counts and findings as JSON')
    .action(backup);
}

async function backup(workspace: string, options: BackupOptions): Promise<void> {
  const made = await backUpWorkspace(resolve(workspace), {
    ...(options.to !== undefined && { to: resolve(options.to) }),
  });
  const { file, bytes, report, leftOut } = made;
  await writeOut(
    options.json
      ? `${JSON.stringify(made)}\n`
      : `${file}, ${formatBytes(bytes)}\nOpened and read back: ${sumUp(report)}\n${listFindings(report.findings.filter((finding) => finding.severity !== 'ok'))}`,
  );
  for (const path of leftOut)
    writeError(`${path} is left out: not every system can have a file of this name`);
  // The copy is as good as what was copied, so this is no failure of the backup.
  const damage = damageSentence(report);
  if (damage !== null) writeError(`the backup was written; in the workspace itself ${damage}`);
}
