// From `serve --share` on one computer to `join` on another, by the link that is printed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { startTestHost } from '../../host/testing/start-test-host.ts';
import { registerJoinCommand } from './join.ts';
import { serve } from './serve.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-join-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function makeWorkspace(root: string): Promise<string> {
  const test = await startTestHost({}, root);
  const folder = join(root, 'Larder');
  await test.call('workspaces.create', { name: 'Larder', folder });
  await test.call('briefs.create', { title: 'Prices' });
  await test.host.close();
  return folder;
}

const PARTS = { rendererFolder: '/none', enginePath: '/none', modelFolder: '/none', sampleFolder: '/none' };

async function run(...args: string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    printed += String(text);
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  });
  const program = new Command().exitOverride();
  registerJoinCommand(program);
  await program.parseAsync(['node', 'earshot', 'join', ...args]);
  return printed;
}

it('brings the workspace of a host that shares to another computer', async () => {
  const [root, user, other] = [await newFolder(), await newFolder(), await newFolder()];
  const workspace = await makeWorkspace(root);
  const serving = await serve(
    { workspace, userFolder: user, port: 0, share: true, shareHost: '127.0.0.1', shareName: ['127.0.0.1'] },
    PARTS,
  );
  cleanUp.push(() => serving.close());
  expect(serving.shared?.checkWords).toHaveLength(6);
  const folder = join(other, 'Larder');
  const link = serving.shared?.teammate ?? '';
  const printed = await run(
    link,
    ...['--name', 'Tomas', '--role', 'engineer', '--folder', folder, '--user-folder', join(other, 'user')],
    '--json',
  );
  expect(JSON.parse(printed)).toEqual({ workspace: { name: 'Larder', folder } });
  expect(JSON.parse(await readFile(join(folder, 'earshot.json'), 'utf8'))).toMatchObject({ name: 'Larder' });
  // What is logged holds the invite's id, and no link and no secret.
  const log = await readFile(join(user, 'earshot.log'), 'utf8');
  expect(log).toContain('visitor-came');
  expect(log).not.toContain(link.split('.').at(-1));
}, 60_000);

it('refuses what is no invite, and does not share without a workspace', async () => {
  const user = await newFolder();
  const joining = run('https://example.org/', '--name', 'Tomas', '--user-folder', user);
  await expect(joining).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(serve({ userFolder: user, port: 0, share: true }, PARTS)).rejects.toMatchObject({
    code: 'no-workspace',
  });
});

it('says what an invite lacks that the command line has cut at its first &', async () => {
  const user = await newFolder();
  const joining = run('earshot://join/#h=10.0.0.1:4000', '--name', 'Tomas', '--user-folder', user);
  await expect(joining).rejects.toThrow('copy the whole link, in quotation marks');
});
