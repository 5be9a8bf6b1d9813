import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';

let cli: BuiltCli;
let folder: string;
let host: TestHost;
let workspace: string;

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-export-'));
  host = await startTestHost();
  workspace = (await host.call('workspaces.openSample', {})).folder;
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  return cli.run(['export', workspace, ...args, '--user-folder', join(folder, 'user')]);
}

describe('earshot export', () => {
  it('writes the briefs whole and prints where they are', async () => {
    await host.call('workspaces.close', {});
    const outcome = await run('--json', '--to', join(folder, 'vault'));
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    const path = join(folder, 'vault', 'monday-numbers.md');
    expect(JSON.parse(outcome.stdout)).toEqual([
      { id: 'monday-numbers', title: 'Monday numbers', path, wasThere: false },
    ]);
    const file = await readFile(path, 'utf8');
    expect(file).toContain('source: "earshot:brief/monday-numbers"');
    expect(file).toMatch(/> “.+till.+”\n> — (Alder|Hazel|Linden), \d\d:\d\d, heard by /);
    expect(file).not.toContain('[[');
  });

  it('replaces its own file, into the workspace unless told otherwise', async () => {
    await host.call('workspaces.close', {});
    const path = join(workspace, 'exports', 'monday-numbers.md');
    expect((await run()).stdout).toBe(`${path}\n`);
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject([{ path, wasThere: true }]);
  });

  it('writes one brief by title or id, also an archived one, and no archived one unasked', async () => {
    const { id } = await host.call('briefs.create', { title: 'Back door' });
    await host.call('briefs.archive', { id, isArchived: true });
    await host.call('workspaces.close', {});
    const titles = async (...args: string[]) =>
      JSON.parse((await run('--json', ...args)).stdout).map((one: { title: string }) => one.title);
    expect(await titles()).toEqual(['Monday numbers']);
    expect(await titles('--brief', 'back DOOR')).toEqual(['Back door']);
    expect(await titles('--brief', id)).toEqual(['Back door']);
  });

  it('writes the words of every interview as Markdown or WebVTT, and over its own files only', async () => {
    await host.call('workspaces.close', {});
    const to = join(folder, 'words');
    const outcome = await run('--transcripts', 'webvtt', '--json', '--to', to);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toHaveLength(3);
    expect((await readdir(to)).sort()).toEqual(
      ['alder', 'hazel', 'linden'].map((name) => `${name}-transcript.vtt`),
    );
    expect(await readFile(join(to, 'alder-transcript.vtt'), 'utf8')).toMatch(/^WEBVTT\n[\s\S]+<v Alder>/);
    const path = join(to, 'alder-transcript.md');
    await writeFile(path, 'my own notes');
    expect((await run('--transcripts', 'markdown', '--to', to)).exitCode).toBe(0);
    expect(await readFile(path, 'utf8')).toBe('my own notes');
    expect(await run('--transcripts', 'markdown', '--brief', 'x')).toMatchObject({ exitCode: 2 });
  });

  it('does not change what Earshot opens next time', async () => {
    await host.call('workspaces.close', {});
    await run();
    const settings = JSON.parse(await readFile(join(folder, 'user', 'settings.json'), 'utf8'));
    expect(settings).toMatchObject({ openFolder: null, recent: [] });
  });
});

describe('earshot export refuses with 2 and one line', () => {
  async function refusal(...args: string[]): Promise<string> {
    const outcome = await run(...args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^earshot: [^\n]+\n$/);
    return outcome.stderr;
  }

  it('a folder that is open in Earshot', async () => {
    expect(await refusal()).toContain(`${workspace}: another Earshot has this folder open`);
  });

  it('a folder that is no workspace', async () => {
    workspace = folder;
    expect(await refusal()).toContain('this folder is no Earshot workspace');
    expect(await readdir(folder)).toEqual(['user']);
  });

  it('a file that Earshot did not write, and leaves it', async () => {
    await host.call('workspaces.close', {});
    const path = join(folder, 'monday-numbers.md');
    await writeFile(path, '# My own notes\n');
    expect(await refusal('--to', folder)).toContain(path);
    expect(await readFile(path, 'utf8')).toBe('# My own notes\n');
  });

  it('a brief that is not there', async () => {
    await host.call('workspaces.close', {});
    expect(await refusal('--brief', 'Tuesday')).toContain('no brief called Tuesday');
  });
});
