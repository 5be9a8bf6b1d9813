// check, backup and restore as a person has them: processes of their own, on a workspace that a real host made.
import { appendFile, chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';

let cli: BuiltCli;
let test: TestHost;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  test = await startTestHost();
  ({ folder } = await test.call('workspaces.openSample', {}));
  return () => test.close();
});

describe('earshot check, backup and restore', () => {
  it('back up a workspace that is open, restore it, and compare the two', async () => {
    const backup = await cli.run(['backup', folder, '--to', join(test.folder, 'kept'), '--json']);
    expect(backup).toMatchObject({ exitCode: 0, stderr: '' });
    const { file, report } = JSON.parse(backup.stdout);
    expect(report).toMatchObject({ isWhole: true, counts: { interviews: 3, originals: 3 } });

    await test.call('briefs.create', { title: 'Another' });
    const to = join(test.folder, 'again');
    const restored = await cli.run(['restore', file, '--to', to, '--compare', folder]);
    expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
    expect(restored.stdout).toContain('1 briefs, 1 fewer than there');

    const check = await cli.run(['check', to, '--json']);
    expect(check).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(check.stdout)).toEqual({ folder: to, ...report });
  });

  it('say in words what there is', async () => {
    const check = await cli.run(['check', folder]);
    expect(check.stdout).toMatch(
      /^Larder: 3 interviews, \d+ notes, \d+ decisions?, 3 originals, \d+ KB\n {2}ok /,
    );
    const { stdout } = await cli.run(['backup', folder]);
    expect(stdout).toMatch(
      /larder-\d{4}-\d\d-\d\d\.zip, \d+ KB\nOpened and read back: 3 interviews, \d+ notes, /,
    );
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
  });

  it('report damage with 2, one line on stderr, and all of it on stdout, without anybody’s words', async () => {
    await test.host.close();
    const [original = ''] = await readdir(join(folder, 'originals'));
    await chmod(join(folder, 'originals', original), 0o644);
    await appendFile(join(folder, 'originals', original), 'x');
    const { exitCode, stdout, stderr } = await cli.run(['check', folder]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^earshot: [^\n]+ things are damaged or missing\n$/);
    expect(stdout).toContain(`DAMAGED  originals/${original}`);
    expect(stdout).not.toMatch(/Monday|till/);
  });

  it.each<[string, () => string[] | Promise<string[]>, string]>([
    ['no workspace', () => ['check', test.folder], 'is no Earshot workspace'],
    ['a folder that is not there', () => ['backup', join(test.folder, 'nowhere')], 'is no Earshot workspace'],
    [
      'a zip that is not there',
      () => ['restore', join(test.folder, 'x.zip'), '--to', join(test.folder, 'new')],
      'there is no',
    ],
    [
      'no zip',
      async () => {
        await writeFile(join(test.folder, 'x.zip'), 'no zip at all');
        return ['restore', join(test.folder, 'x.zip'), '--to', join(test.folder, 'new')];
      },
      'no zip',
    ],
    [
      'a workspace to restore over',
      async () => {
        const { stdout } = await cli.run(['backup', folder, '--json']);
        return ['restore', JSON.parse(stdout).file, '--to', folder];
      },
      'not empty',
    ],
    ['no folder to restore to', () => ['restore', 'x.zip'], '--to'],
    ['no argument', () => ['check'], 'workspace'],
  ])('refuse %s in one line, with 2', async (_what, args, words) => {
    const outcome = await cli.run(await args());
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^earshot: [^\n]+\n$/);
    expect(outcome.stderr).toContain(words);
  });

  it.each(['check', 'backup', 'restore'])('help with %s', async (command) => {
    const { exitCode, stdout } = await cli.run([command, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: earshot ${command}`);
    expect(stdout).toContain('--json');
  });
});
