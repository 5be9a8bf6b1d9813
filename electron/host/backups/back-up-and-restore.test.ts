import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BriefId } from '../../../shared/ids.ts';
import { bundleChild } from '../storage/testing/bundle-child.ts';
import { atEveryChange, faultyFileSystem } from '../storage/testing/faulty-file-system.ts';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { startTestHost } from '../testing/start-test-host.ts';
import { backUpWorkspace } from './back-up.ts';
import { checkWorkspace } from './check-workspace.ts';
import { compareWorkspaces } from './compare-workspaces.ts';
import { restoreWorkspace } from './restore.ts';
import { openSampleWorkspace } from './testing/sample-workspace.ts';
import { openZip } from './zip-archive.ts';

const NOW = new Date(2026, 10, 25, 23, 30);
const now = () => NOW;

async function partsIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const kept = names.filter((name) => /^(earshot\.json$|(documents|originals|exports)\/)/.test(name));
  return new Map(
    await Promise.all(
      kept.map(async (name) => {
        const bytes = (await stat(join(folder, name))).isFile() ? await readFile(join(folder, name)) : '';
        return [name, bytes.toString('base64')] as const;
      }),
    ),
  );
}

/** One interview and one original, closed: small, since some tests copy it hundreds of times. */
async function smallWorkspace(): Promise<string> {
  const { test, folder } = await openSampleWorkspace();
  const small = join(test.folder, 'small');
  await test.call('workspaces.create', { name: 'Small', folder: small });
  await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  await test.host.close();
  const [original = ''] = await readdir(join(folder, 'originals'));
  await mkdir(join(small, 'originals'), { recursive: true });
  await copyFile(join(folder, 'originals', original), join(small, 'originals', original));
  return small;
}

describe('a backup, restored', () => {
  it('opens with the same interviews, notes, needs and briefs', async () => {
    const { test, folder } = await openSampleWorkspace();
    const rows = await test.call('interviews.list', {});
    const { needs } = await test.call('needs.list', {});
    const decided = needs.filter((need) => need.status !== 'suggested');
    const brief = { id: BriefId.parse('monday-numbers'), folder: null };
    const { text } = await test.call('briefs.exportMarkdown', brief);
    const { file } = await backUpWorkspace(folder, { now });
    expect(file).toBe(join(folder, 'backups', 'larder-2026-11-25.zip'));
    const to = join(await temporaryFolder(), 'Larder again');
    const { report, passedOver } = await restoreWorkspace(file, to);
    expect(report).toEqual(await checkWorkspace(folder));
    expect(passedOver).toEqual([]);

    const other = await startTestHost();
    onTestFinished(() => other.close());
    expect(await other.call('workspaces.open', { folder: to })).toMatchObject({ name: 'Larder', damage: [] });
    const restoredRows = await other.call('interviews.list', {});
    const facts = (row: (typeof rows)[number]) => [row.id, row.participant, row.notes, row.lengthMs];
    expect(restoredRows.map(facts)).toEqual(rows.map(facts));
    expect((await other.call('briefs.exportMarkdown', brief)).text).toBe(text);
    // Suggestions are derived and made again; what somebody decided on is there with its quotes.
    const restored = (await other.call('needs.list', {})).needs.filter((need) => need.status !== 'suggested');
    expect(restored.map((need) => [need.id, need.label, need.quotes.length])).toEqual(
      decided.map((need) => [need.id, need.label, need.quotes.length]),
    );
    expect(decided.length).toBeGreaterThan(0);
  });

  it('holds every part byte for byte, and neither lock, nor derived things, nor backups', async () => {
    const { test, folder } = await openSampleWorkspace();
    await test.host.close();
    await mkdir(join(folder, 'exports', 'für Ines'), { recursive: true });
    await writeFile(join(folder, 'exports', 'für Ines', 'brief.md'), '# Brief\n'.repeat(5_000));
    await writeFile(join(folder, 'exports', 'empty.md'), '');
    await writeFile(join(folder, 'documents', 'workspace.ylog.torn-20261125T100000000Z'), 'words, perhaps');
    await backUpWorkspace(folder, { now });
    const { file, leftOut } = await backUpWorkspace(folder, { now });
    expect(leftOut).toEqual([]);
    expect((await readdir(join(folder, 'backups'))).sort()).toEqual([
      'larder-2026-11-25-2.zip',
      'larder-2026-11-25.zip',
    ]);
    const to = await temporaryFolder();
    await restoreWorkspace(file, to);
    expect(await partsIn(to)).toEqual(await partsIn(folder));
    expect((await readdir(to)).sort()).toEqual(['documents', 'earshot.json', 'exports', 'originals']);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves out exports with names that Windows cannot have, and says which',
    async () => {
      const { folder } = await openSampleWorkspace();
      await mkdir(join(folder, 'exports'), { recursive: true });
      await writeFile(join(folder, 'exports', 'what: a name.md'), 'x');
      await writeFile(join(folder, 'exports', 'name.md'), 'x');
      const { leftOut, file } = await backUpWorkspace(folder, { now });
      expect(leftOut).toEqual(['exports/what: a name.md']);
      await restoreWorkspace(file, join(await temporaryFolder(), 'new'));
    },
  );

  it('has every log up to its last whole record', async () => {
    const { folder } = await openSampleWorkspace();
    const log = join(folder, 'documents', 'workspace.ylog');
    const whole = await readFile(log);
    await appendFile(log, new Uint8Array([200, 0, 0, 0, 1, 2]));
    const { file, report } = await backUpWorkspace(folder, { now });
    expect(report.isWhole).toBe(true);
    const zip = await openZip(file);
    onTestFinished(() => zip.close());
    expect(await zip.read('documents/workspace.ylog')).toEqual(whole);
  });

  it('keeps damage as it is, and tells of it', async () => {
    const { test, folder } = await openSampleWorkspace();
    await test.host.close();
    const log = join(folder, 'documents', 'workspace.ylog');
    const bytes = await readFile(log);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(log, bytes);
    const { file, report } = await backUpWorkspace(folder, { now });
    expect(report.isWhole).toBe(false);
    const to = await temporaryFolder();
    expect((await restoreWorkspace(file, to)).report.isWhole).toBe(false);
    expect(await readFile(join(to, 'documents', 'workspace.ylog'))).toEqual(bytes);
  });

  it('says what it has less of than a workspace that went on', async () => {
    const { test, folder } = await openSampleWorkspace();
    const { report } = await backUpWorkspace(folder, { now });
    await test.call('briefs.create', { title: 'Another' });
    expect(compareWorkspaces(report, await checkWorkspace(folder))).toEqual({
      isSameWorkspace: true,
      differences: [{ what: 'briefs', here: 1, there: 2 }],
    });
  });

  it('is only ever restored into a new or an empty folder', async () => {
    const { folder } = await openSampleWorkspace();
    const { file } = await backUpWorkspace(folder, { now });
    const before = await partsIn(folder);
    await expect(restoreWorkspace(file, folder)).rejects.toMatchObject({ code: 'folder-not-usable' });
    expect(await partsIn(folder)).toEqual(before);
    const aFile = join(await temporaryFolder(), 'file');
    await writeFile(aFile, 'x');
    await expect(restoreWorkspace(file, aFile)).rejects.toMatchObject({ code: 'folder-not-usable' });
    await expect(restoreWorkspace(file, join(aFile, 'below'))).rejects.toMatchObject({
      code: 'folder-not-usable',
    });
  });

  it('is not made of a folder that is no workspace, nor into a file', async () => {
    const { folder } = await openSampleWorkspace();
    await expect(backUpWorkspace(await temporaryFolder())).rejects.toMatchObject({ code: 'not-a-workspace' });
    const to = join(folder, 'earshot.json');
    await expect(backUpWorkspace(folder, { to })).rejects.toMatchObject({ code: 'folder-not-usable' });
  });
});

describe('a backup that is interrupted', () => {
  it('leaves nothing behind when any one step of it fails, and no half zip under a lasting name when it crashes', async () => {
    const folder = await smallWorkspace();
    for (const kind of ['once', 'space', 'crash'] as const) {
      const count = await atEveryChange(kind, 'ENOSPC', async (fileSystem) => {
        const to = join(await temporaryFolder(), 'backups');
        const outcome = await backUpWorkspace(folder, { to, now, fileSystem }).catch(
          (error: unknown) => error,
        );
        const names = await readdir(to).catch(() => []);
        for (const name of names.filter((one) => one.endsWith('.zip'))) {
          const { report } = await restoreWorkspace(join(to, name), join(await temporaryFolder(), 'new'));
          expect(report.isWhole).toBe(true);
        }
        if (!(outcome instanceof Error)) return;
        expect(outcome).toMatchObject({ code: 'disk-full' });
        if (kind !== 'crash') expect(names.filter((one) => one.endsWith('.tmp'))).toEqual([]);
      });
      expect(count).toBeGreaterThan(10);
    }
  }, 60_000);

  it('by kill -9, again and again while a host writes, leaves only whole zips under lasting names', async () => {
    const { test, folder } = await openSampleWorkspace();
    const to = await temporaryFolder();
    const child = await bundleChild(join(import.meta.dirname, 'testing', 'back-up-child.ts'));
    onTestFinished(() => rm(child.folder, { recursive: true, force: true }));
    let titles = 0;
    for (let kill = 0; kill < 8; kill += 1) {
      const backingUp: ChildProcess = spawn(process.execPath, [child.program, folder, to], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(backingUp, 'exit');
      const { stdout } = backingUp;
      if (stdout) await once(stdout, 'data');
      // Every other one has finished a backup before, and is met in its second.
      if (stdout && kill % 2 === 1) await once(stdout, 'data');
      // The writing takes its time, so every kill meets another moment of a backup.
      for (let count = 0; count < 3 + kill * 2; count += 1) {
        titles += 1;
        await test.call('briefs.create', { title: `Brief ${titles}` });
      }
      backingUp.kill('SIGKILL');
      await ended;
    }
    const zips = (await readdir(to)).filter((name) => name.endsWith('.zip'));
    for (const name of zips) {
      const { report } = await restoreWorkspace(join(to, name), join(await temporaryFolder(), 'new'));
      expect(report.findings.filter((finding) => finding.severity === 'damage')).toEqual([]);
    }
    const last = await backUpWorkspace(folder, { to, now });
    expect(last.report.counts.briefs).toBe(titles + 1);
    expect(zips.length).toBeGreaterThan(0);
  }, 60_000);

  it('is cleared away by a later one, once it is old', async () => {
    const { folder } = await openSampleWorkspace();
    const to = await temporaryFolder();
    const [old, young] = ['1', '2'].map((digit) => join(to, `.backup-${digit.repeat(36)}.tmp`));
    for (const file of [old, young]) await writeFile(file ?? '', 'half');
    const anHourAgo = new Date(Date.now() - 61 * 60 * 1_000);
    await utimes(old ?? '', anHourAgo, anHourAgo);
    await backUpWorkspace(folder, { to });
    expect((await readdir(to)).filter((name) => name.endsWith('.tmp'))).toEqual([
      `.backup-${'2'.repeat(36)}.tmp`,
    ]);
  });
});

describe('a restore that is interrupted', () => {
  it('leaves nothing behind when any one step of it fails, and nothing that counts as a workspace when it crashes', async () => {
    const { file } = await backUpWorkspace(await smallWorkspace(), { now });
    for (const kind of ['once', 'space', 'crash'] as const) {
      await atEveryChange(kind, 'ENOSPC', async (fileSystem) => {
        const parent = await temporaryFolder();
        const to = join(parent, 'new');
        const outcome = await restoreWorkspace(file, to, { fileSystem }).catch((error: unknown) => error);
        if (!(outcome instanceof Error)) return;
        expect(outcome).toMatchObject({ code: 'disk-full' });
        if (kind !== 'crash') expect(await readdir(parent)).toEqual([]);
        // A whole manifest is there only when all else is.
        const check = await checkWorkspace(to).catch((error: unknown) => error);
        if (check instanceof Error) expect(check).toMatchObject({ code: 'not-a-workspace' });
      });
    }
  }, 60_000);

  it('can be tried again in the same empty folder', async () => {
    const { folder } = await openSampleWorkspace();
    const { file } = await backUpWorkspace(folder, { now });
    const to = await temporaryFolder();
    const fileSystem = faultyFileSystem({ at: 12, code: 'EIO', kind: 'once' });
    await expect(restoreWorkspace(file, to, { fileSystem })).rejects.toMatchObject({
      code: 'storage-failed',
    });
    expect(await readdir(to)).toEqual([]);
    expect((await restoreWorkspace(file, to)).report.isWhole).toBe(true);
  });
});
