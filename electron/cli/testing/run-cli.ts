// For tests: the command line as a person has it, bundled and in a process of its own. It is built once for each
// test file that asks for it, beside dist/, so that what it looks for next to itself is found.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

export interface CliOutcome {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** For tests that need the process itself, such as one that closes a pipe early. */
  readonly programPath: string;
  run(args: readonly string[], input?: string | Uint8Array): Promise<CliOutcome>;
  remove(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAMS = [
  'electron/cli/earshot.ts',
  'electron/engine/engine-process.ts',
  'electron/engine/encoder-thread.ts',
  'electron/host/transcripts/reading-thread.ts',
];
const EXTERNAL = ['electron', '@xenova/transformers'];

/** Bundles with the settings of build/build.mjs that matter on Node, in about a second. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = join(ROOT, `dist.building-cli-${process.pid}`);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: PROGRAMS.map((path) => join(ROOT, path)).filter((path) => existsSync(path)),
        external: [/^node:/, ...EXTERNAL],
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
  });
  const programPath = join(folder, 'earshot.js');
  return {
    programPath,
    run: (args, input) => runProgram(programPath, args, input),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function runProgram(
  path: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<CliOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args]);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({
        exitCode,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
    // A program that ends without reading its input closes the pipe; what it printed is what counts.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(input);
  });
}
