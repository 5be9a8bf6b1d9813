import { appendFile, chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { openUpdateLog } from '../storage/update-log.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { Finding } from './findings.ts';
import { openSampleWorkspace } from './testing/sample-workspace.ts';

/** The sample, closed: nobody has it open, and no lock is left. */
async function closedSample(): Promise<string> {
  const { test, folder } = await openSampleWorkspace();
  await test.host.close();
  return folder;
}

async function logsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'documents'));
  return names.filter((name) => name.endsWith('.ylog') && name.startsWith('interview-'));
}

async function firstInterviewLog(folder: string): Promise<string> {
  const [name = ''] = await logsOf(folder);
  return join('documents', name);
}

async function firstOriginal(folder: string): Promise<string> {
  const [name = ''] = await readdir(join(folder, 'originals'));
  return join('originals', name);
}

async function snapshot(folder: string): Promise<unknown> {
  const names = await readdir(folder, { recursive: true });
  const entries = await Promise.all(
    names.sort().map(async (name) => {
      const facts = await stat(join(folder, name));
      return [name, facts.size, facts.mtimeMs];
    }),
  );
  return entries;
}

function worst(findings: readonly Finding[]): Pick<Finding, 'what' | 'where'>[] {
  return findings
    .filter((finding) => finding.severity === 'damage')
    .map(({ what, where }) => ({ what, where }));
}

describe('checking a workspace', () => {
  it('counts what is in it, finds nothing wrong, and changes nothing', async () => {
    const folder = await closedSample();
    const before = await snapshot(folder);
    const report = await checkWorkspace(folder);
    expect(await snapshot(folder)).toEqual(before);
    expect(report).toMatchObject({ name: 'Larder', isWhole: true });
    expect(report.counts).toMatchObject({
      interviews: 3,
      originals: 3,
      transcripts: 3,
      briefs: 1,
      unreadable: 0,
    });
    expect(report.counts.notes).toBeGreaterThanOrEqual(30);
    expect(report.counts.quotes).toBeGreaterThan(0);
    expect(report.counts.brokenQuotes).toBe(0);
    expect(report.findings.map((finding) => finding.severity)).toEqual(['ok', 'ok', 'ok']);
  });

  it('reads beside a host that has it open, and sees what that host has acknowledged', async () => {
    const { test, folder } = await openSampleWorkspace();
    const before = await checkWorkspace(folder);
    await test.call('briefs.create', { title: 'Another' });
    const after = await checkWorkspace(folder);
    expect(after.isWhole).toBe(true);
    expect(after.counts.briefs).toBe(before.counts.briefs + 1);
  });

  it('takes an unfinished record for a note while somebody writes, and for damage when nobody does', async () => {
    const { test, folder } = await openSampleWorkspace();
    const log = await firstInterviewLog(folder);
    await appendFile(join(folder, log), new Uint8Array([200, 0, 0, 0, 1, 2]));
    const open = await checkWorkspace(folder);
    expect(open.isWhole).toBe(true);
    expect(open.findings).toContainEqual(expect.objectContaining({ severity: 'note', where: log }));
    await test.host.close();
    await appendFile(join(folder, log), new Uint8Array([200, 0, 0, 0, 1, 2]));
    expect(worst((await checkWorkspace(folder)).findings)).toEqual([
      { where: log, what: expect.stringContaining('cut short') },
    ]);
  });

  it('tells a record whose bytes changed from all others', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    const bytes = await readFile(join(folder, log));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(join(folder, log), bytes);
    const { findings, isWhole } = await checkWorkspace(folder);
    expect(isWhole).toBe(false);
    expect(worst(findings).map(({ where }) => where)).toContain(log);
  });

  it('finds the document that the index names and the folder has not', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    await rm(join(folder, log));
    const { findings } = await checkWorkspace(folder);
    expect(worst(findings)).toContainEqual({ what: 'the document is missing', where: log });
  });

  it('finds an edit that is missing among whole records', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    const writer = new Y.Doc();
    const edits: Uint8Array[] = [];
    writer.on('update', (edit: Uint8Array) => edits.push(edit));
    for (const word of ['first', 'second']) writer.getText('guide').insert(0, word);
    const { log: opened } = await openUpdateLog(join(folder, log));
    for (const edit of edits.slice(1)) await opened.append(edit);
    await opened.close();
    expect(worst((await checkWorkspace(folder)).findings)).toContainEqual({
      what: 'edits are missing that later ones build upon',
      where: log,
    });
  });

  it('finds a whole record that holds no edit', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    const { log: opened } = await openUpdateLog(join(folder, log));
    await opened.append(new Uint8Array([255, 255, 255]));
    await opened.close();
    expect(worst((await checkWorkspace(folder)).findings)).toContainEqual({
      what: 'a whole record does not hold an edit',
      where: log,
    });
  });

  it('finds an original that was changed, and lists the quotes from it by id and never by their words', async () => {
    const folder = await closedSample();
    const original = await firstOriginal(folder);
    await chmod(join(folder, original), 0o644);
    await appendFile(join(folder, original), ' ');
    const report = await checkWorkspace(folder);
    expect(worst(report.findings)).toContainEqual({ what: expect.stringContaining('hash'), where: original });
    expect(report.counts.brokenQuotes).toBeGreaterThan(0);
    const broken = worst(report.findings).filter(({ what }) => what.includes('quote'));
    expect(broken).toHaveLength(report.counts.brokenQuotes);
    expect(broken.every(({ where }) => /^[0-9a-f]{32}$/.test(where))).toBe(true);
  });

  it('finds the transcript whose original is gone', async () => {
    const folder = await closedSample();
    const original = await firstOriginal(folder);
    await rm(join(folder, original), { force: true });
    expect(worst((await checkWorkspace(folder)).findings)).toContainEqual({
      what: expect.stringMatching(/^the original of a transcript of interview \S+ is missing$/),
      where: original.slice(0, -'.vtt'.length),
    });
  });

  it('names what was set aside and what nothing refers to, and loses no sleep over it', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    await writeFile(join(folder, `${log}.torn-20261125T100000000Z`), 'x');
    await writeFile(join(folder, 'documents', 'interview-nobody.ylog'), await readFile(join(folder, log)));
    const stray = join(
      'originals',
      `${'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}.txt`,
    );
    await writeFile(join(folder, stray), '');
    const report = await checkWorkspace(folder);
    expect(report.isWhole).toBe(true);
    const notes = report.findings.filter((finding) => finding.severity === 'note').map(({ where }) => where);
    expect(notes.sort()).toEqual(
      [`${log}.torn-20261125T100000000Z`, 'documents/interview-nobody.ylog', stray].sort(),
    );
  });

  it('reads the generation before where a log is missing, and says so', async () => {
    const folder = await closedSample();
    const log = await firstInterviewLog(folder);
    const { counts } = await checkWorkspace(folder);
    await rename(join(folder, log), join(folder, `${log}.prev`));
    const report = await checkWorkspace(folder);
    expect(report.counts.notes).toBe(counts.notes);
    expect(worst(report.findings)).toEqual([{ where: log, what: expect.stringContaining('log is missing') }]);
  });

  it('refuses a folder that is no workspace', async () => {
    await expect(checkWorkspace(await temporaryFolder())).rejects.toMatchObject({ code: 'not-a-workspace' });
  });
});
