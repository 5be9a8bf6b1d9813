// `earshot serve` as a person starts it: a process of its own, told to end in every way it may be.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';

let cli: BuiltCli;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-serve-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Resolves with the first line it prints. */
async function startServe(
  ...args: string[]
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, [cli.programPath, 'serve', '--user-folder', folder, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  started.push(child);
  let printed = '';
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const end = printed.indexOf('\n');
      if (end >= 0) resolve(printed.slice(0, end));
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return { child, line };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

it('says where it is', async () => {
  const { line } = await startServe();
  expect(line).toMatch(/^Earshot is at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
});

it('says it as JSON, too, and keeps its token from one start to the next', async () => {
  const first = await startServe('--json');
  const { url, port } = JSON.parse(first.line);
  const ended = exitOf(first.child);
  first.child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const second = await startServe('--json', '--port', String(port));
  expect(JSON.parse(second.line)).toEqual({ url, port });
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends well on %s', async (signal) => {
  const { child } = await startServe();
  const ended = exitOf(child);
  child.kill(signal);
  expect(await ended).toBe(0);
});

it('ends well when the program that started it is gone', async () => {
  const { child } = await startServe();
  const ended = exitOf(child);
  child.disconnect();
  expect(await ended).toBe(0);
});

it('logs into a file, and never its token', async () => {
  const { child, line } = await startServe();
  const ended = exitOf(child);
  child.kill('SIGTERM');
  await ended;
  const log = await readFile(join(folder, 'earshot.log'), 'utf8');
  expect(log).toContain('"event":"serving"');
  expect(log).not.toContain(line.split('=')[1]);
});

it.each([
  ['--port', '70000'],
  ['--port', 'many'],
  ['--workspace', '/nowhere/at/all'],
])('refuses %s %s in one line, with code 2', async (...args) => {
  const { exitCode, stdout, stderr } = await cli.run(['serve', '--user-folder', folder, ...args]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
