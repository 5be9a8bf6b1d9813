// npm start with a house in miniature: the real start and install scripts, and small programs in place of npm, Electron,
// the built app and the system's browser, that tell what they were asked to do.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FETCH_FAILED = "throw new Error('fetch failed');";
const SERVE = `console.log('Earshot: http://127.0.0.1:4173/#secret ' + process.argv.slice(2).join(' '));
process.on('SIGTERM', () => { console.log('closed'); process.exit(0); });
setInterval(() => {}, 1000);`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'earshot-start-'));
  await mkdir(join(root, 'build'));
  for (const name of ['start.mjs', 'install.mjs', 'electron-program.mjs', 'run-command.mjs']) {
    await copyFile(join(import.meta.dirname, name), join(root, 'build', name));
  }
  await write('package.json', '{"type":"module"}');
  await write('package-lock.json', '{}');
  await write('build/build.mjs', "export async function buildApp() { return 'current'; }");
  await write('node_modules/electron/package.json', '{"name":"electron"}');
  await write('node_modules/electron/install.js', FETCH_FAILED);
  await write('dist/earshot.js', SERVE);
  await program('bin/npm', 'echo "npm $1" >> "$LOG"');
  await program('bin/xdg-open', 'echo "opened $1" >> "$LOG"');
  await write('log', '');
});
afterEach(() => rm(root, { recursive: true, force: true }));

// The programs in place of the real ones are shell scripts.
describe.skipIf(process.platform !== 'linux')('npm start', () => {
  it('opens the browser, with the secret, when Electron cannot be fetched, and ends cleanly when told to', async () => {
    const run = start();
    await run.until(/#secret serve/);
    expect(run.output()).toContain("Electron's program could not be fetched (fetch failed)");
    await expect.poll(log).toContain('opened http://127.0.0.1:4173/#secret');
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('closed');
  });

  it('installs once, and asks for Electron once a day', async () => {
    await endAfterStart();
    const second = await endAfterStart();
    expect(second).not.toContain('Fetching');
    expect(second).toContain('could not be fetched (fetch failed)');
    expect((await log()).match(/npm ci/g)).toHaveLength(1);
  });

  it('installs again when the lock file has changed', async () => {
    await endAfterStart();
    await write('package-lock.json', '{"changed":true}');
    await endAfterStart();
    expect((await log()).match(/npm ci/g)).toHaveLength(2);
  });

  it('says why packages could not be fetched', async () => {
    await program('bin/npm', 'echo "npm error code ENOTFOUND" >&2; exit 1');
    const run = start();
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('the package registry cannot be reached');
  });

  it('gives up fetching Electron after its time', async () => {
    await write('node_modules/electron/install.js', 'setInterval(() => {}, 1000);');
    const run = start({ ELECTRON_FETCH_MS: '300' });
    await run.until(/#secret/);
    expect(run.output()).toContain('(it took too long)');
    run.child.kill('SIGTERM');
    await run.ended;
  });

  it('stays with Electron where it runs', async () => {
    await program('electron/electron', 'echo "window of $1"; exit 0');
    const run = start({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'electron') });
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(/once\)…\nwindow of \.\n$/);
  });

  it('takes the browser when Electron ends at once', async () => {
    await program('electron/electron', 'exit 127');
    const run = start({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'electron') });
    await run.until(/#secret/);
    expect(run.output()).toContain('Electron ended at once (code 127)');
    run.child.kill('SIGTERM');
    await run.ended;
  });

  it('takes the browser when asked to, without looking for Electron', async () => {
    await program('electron/electron', 'echo "window"');
    const output = await endAfterStart({
      EARSHOT_BROWSER: '1',
      ELECTRON_OVERRIDE_DIST_PATH: join(root, 'electron'),
    });
    expect(output).not.toContain('window');
  });

  it('does without a browser that cannot be opened', async () => {
    await rm(join(root, 'bin', 'xdg-open'));
    const run = start({ EARSHOT_BROWSER: '1' }, `${join(root, 'bin')}:${dirname(process.execPath)}:/bin`);
    await run.until(/#secret/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });
});

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  until(pattern: RegExp): Promise<void>;
}

function start(
  env: Readonly<Record<string, string>> = {},
  path = `${join(root, 'bin')}:${process.env.PATH}`,
): Run {
  const child = spawn(process.execPath, [join(root, 'build', 'start.mjs')], {
    env: { PATH: path, LOG: join(root, 'log'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => text,
    until: (pattern) => expect.poll(() => text, { timeout: 10_000 }).toMatch(pattern),
  };
}

async function endAfterStart(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const run = start(env);
  await run.until(/#secret/);
  run.child.kill('SIGTERM');
  await run.ended;
  return run.output();
}

function log(): Promise<string> {
  return readFile(join(root, 'log'), 'utf8');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function program(path: string, script: string): Promise<void> {
  await write(path, `#!/bin/sh\n${script}\n`);
  await chmod(join(root, path), 0o755);
}
