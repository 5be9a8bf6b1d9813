import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { thisProcess } from './process-identity.ts';
import { bundleChild } from './testing/bundle-child.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { acquireLock, type LockOptions, type WorkspaceLock } from './workspace-lock.ts';

let child: { readonly folder: string; readonly program: string };

beforeAll(async () => {
  child = await bundleChild(join(import.meta.dirname, 'testing', 'lock-racer-child.ts'));
});

afterAll(() => rm(child.folder, { recursive: true, force: true }));

/** Takes the lock and gives it back when the test is over. */
async function hold(folder: string, options: LockOptions = {}): Promise<WorkspaceLock> {
  const lock = await acquireLock(folder, options);
  if (!lock.ok) throw new Error(`held by ${lock.error.pid}`);
  onTestFinished(() => lock.value.release());
  return lock.value;
}

interface Racer {
  readonly process: ChildProcess;
  /** Takes the lock of the folder; answers `won ID` or `lost to ID`. */
  take(folder: string): Promise<string>;
  kill(): Promise<void>;
}

async function startRacer(): Promise<Racer> {
  const racer = spawn(process.execPath, [child.program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => racer.on('close', () => resolve()));
  const lines = createInterface({ input: racer.stdout })[Symbol.asyncIterator]();
  const kill = async () => {
    racer.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  expect((await lines.next()).value).toBe('ready');
  return {
    process: racer,
    async take(folder) {
      racer.stdin.write(`${folder}\n`);
      return (await lines.next()).value ?? 'ended';
    },
    kill,
  };
}

/** A lock file as this process would write it, but for `changes`, last touched `ageMs` ago. */
async function leaveLock(file: string, changes: object, ageMs = 0): Promise<string> {
  const id = randomUUID();
  const holder = { startedAt: new Date().toISOString(), ...(await thisProcess()), ...changes, id };
  await writeFile(file, JSON.stringify(holder));
  const time = new Date(Date.now() - ageMs);
  await utimes(file, time, time);
  return id;
}

describe('a workspace lock', () => {
  it('is held by one, who is named to the others, and can be taken after its release', async () => {
    const folder = await temporaryFolder();
    const first = await hold(folder);
    expect(await acquireLock(folder)).toMatchObject({ ok: false, error: { id: first.id, pid: process.pid } });
    await first.release();
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    expect((await hold(folder)).id).not.toBe(first.id);
  });

  it('refuses while another process has it, and is free at once when that one is killed', async () => {
    const folder = await temporaryFolder();
    const racer = await startRacer();
    expect(await racer.take(folder)).toMatch(/^won /);
    expect(await acquireLock(folder)).toMatchObject({ ok: false, error: { pid: racer.process.pid } });
    await racer.kill();
    await hold(folder);
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('goes to exactly one of 8 processes that race for the lock of a dead one', async () => {
    const folder = await temporaryFolder();
    const dead = await startRacer();
    await mkdir(join(folder, 'dead'));
    await dead.take(join(folder, 'dead'));
    await dead.kill();
    const deadHolder = JSON.parse(await readFile(join(folder, 'dead', 'lock'), 'utf8'));
    const racers = await Promise.all(Array.from({ length: 8 }, startRacer));
    for (let round = 0; round < 20; round++) {
      const raced = join(folder, `${round}`);
      await mkdir(raced);
      const deadId = await leaveLock(join(raced, 'lock'), deadHolder);
      // In every third round somebody died before while taking it over.
      if (round % 3 === 0) await leaveLock(join(raced, `lock-after-${deadId}`), deadHolder);
      const answers = await Promise.all(racers.map((racer) => racer.take(raced)));
      expect(answers.filter((answer) => answer.startsWith('won '))).toHaveLength(1);
      const winner = answers.find((answer) => answer.startsWith('won '))?.slice('won '.length);
      expect(JSON.parse(await readFile(join(raced, 'lock'), 'utf8')).id).toBe(winner);
      expect(await readdir(raced)).toEqual(['lock']);
    }
  }, 30_000);

  it.skipIf(process.platform !== 'linux')(
    'sees that a pid was used again, and that the computer was started anew (Linux only: elsewhere the system does not tell)',
    async () => {
      const used = await temporaryFolder();
      await leaveLock(join(used, 'lock'), { processStart: '1' });
      await hold(used);
      const own = { ...(await thisProcess()), machineId: 'this-computer' };
      const restarted = await temporaryFolder();
      await leaveLock(join(restarted, 'lock'), { ...own, bootId: 'an-earlier-start' });
      await hold(restarted, { identity: own });
    },
  );

  it.each([
    ['is on another computer', { host: 'another-computer' }],
    ['is on another computer of the same name', { machineId: 'another' }],
    ['does not tell when it started', { processStart: null }],
  ])('leaves a holder alone that %s, until it has been silent for half a minute', async (_, changes) => {
    const folder = await temporaryFolder();
    const id = await leaveLock(join(folder, 'lock'), changes, 25_000);
    expect(await acquireLock(folder)).toMatchObject({ ok: false, error: { id } });
    await leaveLock(join(folder, 'lock'), changes, 35_000);
    await hold(folder);
  });

  it('treats a lock that cannot be read as held, until it has been silent for half a minute', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lock'), '');
    expect(await acquireLock(folder)).toMatchObject({ ok: false, error: { pid: 0, host: '' } });
    const past = new Date(Date.now() - 35_000);
    await utimes(join(folder, 'lock'), past, past);
    await hold(folder);
  });

  it('gives signs of life', async () => {
    const folder = await temporaryFolder();
    await hold(folder, { heartbeatMs: 10 });
    const past = new Date(Date.now() - 60_000);
    await utimes(join(folder, 'lock'), past, past);
    await vi.waitFor(async () => {
      expect((await stat(join(folder, 'lock'))).mtimeMs).toBeGreaterThan(past.getTime() + 30_000);
    });
  });

  it('tells its holder once when it was taken by another, and leaves that one its lock', async () => {
    const folder = await temporaryFolder();
    const onLost = vi.fn();
    const lock = await hold(folder, { heartbeatMs: 10, onLost });
    await unlink(join(folder, 'lock')); // a takeover puts a new file in its place
    await leaveLock(join(folder, 'lock'), {});
    const content = await readFile(join(folder, 'lock'), 'utf8');
    await vi.waitFor(() => expect(onLost).toHaveBeenCalled());
    await lock.release();
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(content);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('tells its holder when it was deleted', async () => {
    const folder = await temporaryFolder();
    const onLost = vi.fn();
    await hold(folder, { heartbeatMs: 10, onLost });
    await unlink(join(folder, 'lock'));
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledTimes(1));
  });

  it('names the error when the folder is not there or the lock is a folder', async () => {
    const folder = await temporaryFolder();
    await expect(acquireLock(join(folder, 'gone'))).rejects.toMatchObject({ code: 'folder-not-usable' });
    await mkdir(join(folder, 'lock'));
    await expect(acquireLock(folder)).rejects.toMatchObject({ code: 'folder-not-usable' });
    expect(await readdir(folder)).toEqual(['lock']);
  });
});
