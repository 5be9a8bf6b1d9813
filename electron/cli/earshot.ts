#!/usr/bin/env node
// The command line: one file for each command, registered here. Commands throw AppError for what a person can put
// right; this turns it into one line and exit code 2, and never cuts off what is still being written.
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { AppError } from '../../shared/errors.ts';
import { registerBackupCommand } from './commands/backup.ts';
import { registerCheckCommand } from './commands/check.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import { registerJoinCommand } from './commands/join.ts';
import { registerNeedsCommand } from './commands/needs.ts';
import { registerParse } from './commands/parse.ts';
import { registerRestoreCommand } from './commands/restore.ts';
import { registerServeCommand } from './commands/serve.ts';
import { onBrokenPipe, writeError } from './output.ts';

/** Bad arguments and files that cannot be read; anything else that goes wrong is a bug and ends with 1. */
const EXIT_REFUSED = 2;

// `| head` closes the pipe early: that is the reader's right and no failure.
onBrokenPipe(() => process.exit(0));

const program = new Command('earshot')
  .description(packageJson.description)
  .version(packageJson.version, '-V, --version', 'print the version and stop')
  .helpOption('-h, --help', 'print this help and stop')
  .showSuggestionAfterError()
  .exitOverride()
  .configureOutput({ outputError: (message) => writeError(message.replace(/^error: /, '')) });

registerBackupCommand(program);
registerCheckCommand(program);
registerExport(program);
registerImport(program);
registerJoinCommand(program);
registerNeedsCommand(program);
registerParse(program);
registerRestoreCommand(program);
registerServeCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
}

function reportFailure(error: unknown): number {
  // Help and version end this way, too, with 0; commander has said already what was wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_REFUSED;
  if (error instanceof AppError) {
    writeError(error.message);
    return EXIT_REFUSED;
  }
  writeError(
    `unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    'all',
  );
  return 1;
}
