// `earshot needs WORKSPACE` as a person has it: a process of its own, on the sample that a real host opened.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { findWorkspaceNeeds } from '../find-workspace-needs.ts';
import { withWorkspace } from '../in-process-host.ts';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';
import type { WorkspaceNeeds } from '../workspace-needs.ts';

let cli: BuiltCli;
let folder: string;
let host: TestHost;
let workspace: string;

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-needs-of-'));
  host = await startTestHost();
  workspace = (await host.call('workspaces.openSample', {})).folder;
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => cli.run(['needs', ...args, '--user-folder', join(folder, 'user')]);
const view = (): Promise<NeedsView> => host.call('needs.list', {});

async function listed(): Promise<WorkspaceNeeds> {
  const outcome = await run(workspace, '--json');
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  // What the command prints is of this type by its own compiler.
  return JSON.parse(outcome.stdout) as WorkspaceNeeds;
}

/** Name and hash of every file, left out the lock's heartbeat and turns, which are read again whenever they are wanted. */
async function contents(): Promise<string[]> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.name.startsWith('lock') && !entry.parentPath.endsWith('turns'),
  );
  const hashed = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return `${path} ${createHash('sha256')
      .update(await readFile(path))
      .digest('hex')}`;
  });
  return (await Promise.all(hashed)).sort();
}

describe('earshot needs WORKSPACE', () => {
  it('lists what the app shows, beside an Earshot that has the workspace open, and changes nothing', async () => {
    const { needs, run: last } = await view();
    const before = await contents();
    const list = await listed();
    expect(await contents()).toEqual(before);
    expect(list).toMatchObject({ workspace: 'Larder', run: last, notInRun: [], interviewsWithWords: 3 });
    expect(list.needs.map(({ id, label, status, people }) => ({ id, label, status, people }))).toEqual(
      needs.map(({ id, label, status, people }) => ({ id, label, status, people })),
    );
    expect(list.needs.map(({ rank }) => rank)).toEqual(needs.map((_, index) => index + 1));
    expect(list.needs[0]?.quotes.map(({ text }) => text)).toEqual(needs[0]?.quotes.map(({ text }) => text));
  });

  it('speaks of people by their pseudonyms, never by the names in the files', async () => {
    const { needs } = await view();
    const speakers = [
      ...new Set(needs.flatMap(({ quotes }) => quotes.flatMap(({ speaker }) => speaker ?? []))),
    ];
    expect(speakers.length).toBeGreaterThan(0);
    const printed = (await run(workspace, '--json')).stdout + (await run(workspace)).stdout;
    for (const speaker of speakers) expect(printed).not.toContain(speaker);
    expect(printed).toContain('Alder');
  });

  it('shows decisions: names, dismissed needs, quotes against, what is asked for and what is needed', async () => {
    const [first, second] = (await view()).needs;
    if (!first || !second) throw new Error('the sample has two needs');
    const [quote, against] = first.quotes;
    if (!quote || !against) throw new Error('the need has two quotes');
    await host.call('needs.rename', { id: first.id, label: 'Three \u001b[31mnumbers' });
    await host.call('needs.markQuote', { id: first.id, quoteIds: [against.id], verdict: 'against' });
    await host.call('needs.pair', {
      id: first.id,
      asked: { quoteId: null, text: 'A dashboard' },
      needs: { quoteId: quote.id, text: null },
    });
    await host.call('needs.dismiss', { id: second.id });
    const { me } = await host.call('session.state', {});
    const { stdout } = await run(workspace);
    expect(stdout).toMatch(/^Larder: 1 recurring, from 3 people\n\n1\. Three \[31mnumbers \(named by /);
    expect(stdout).toContain(`   asked for: A dashboard (worded by ${me.name})\n   needed: “`);
    expect(stdout).toContain(`   against: “${against.text.replace(/\s+/g, ' ')}” ${against.participant}, `);
    expect(stdout).toMatch(/\n\nDismissed\n- .+ \(\d people\)\n$/);
    expect(stdout).not.toContain('\u001b');
    const list = await listed();
    expect(list.needs.map(({ status, rank }) => [status, rank])).toEqual([
      ['accepted', 1],
      ['dismissed', null],
    ]);
    expect(list.needs[0]).toMatchObject({ namedBy: me.name, peopleAgainst: 1 });
  });

  it('says of noted evidence who noted it, and never quotes it', async () => {
    const { needs } = await view();
    const [need] = needs;
    const near = needs.flatMap(({ quotes }) =>
      quotes.flatMap(({ interviewId, notes }) => notes.map((note) => ({ interviewId, note }))),
    )[0];
    if (!need || !near) throw new Error('the sample has a tagged note beside a quote');
    const { interviewId, note } = near;
    const source = { kind: 'note', interviewId, noteId: note.id } as const;
    await host.call('needs.addQuote', { id: need.id, source, verdict: 'for' });
    const noted = (await listed()).needs[0]?.noted ?? [];
    expect(noted).toMatchObject([{ text: note.text, verdict: 'for', role: note.role }]);
    const line = (await run(workspace)).stdout.split('\n').find((one) => one.includes('noted: '));
    expect(line).toMatch(/^ {3}noted: .+ \(of \w+, [\d:]+, noted by .+\)$/);
    expect(line).toContain(noted[0]?.notedBy);
    expect(line).not.toContain('“');
  });

  it('says what is not computed yet, and whose words are missing', async () => {
    const empty = join(folder, 'Empty');
    await host.call('workspaces.create', { name: 'Empty', folder: empty });
    expect(await run(empty)).toMatchObject({
      exitCode: 0,
      stdout: 'Empty: 0 recurring\nEarshot needs words from at least two people; the workspace has none.\n',
    });
    await host.call('workspaces.close', {});
    expect(await run(empty, '--find')).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('needs words from at least two people'),
    });
  });

  it('shows what people hold when everything computed is lost', async () => {
    const accepted = (await view()).needs.filter(({ status }) => status === 'accepted');
    await host.call('workspaces.close', {});
    await rm(join(workspace, 'derived'), { recursive: true });
    const list = await listed();
    expect(list.run).toBeNull();
    // Beside them notes are grouped by the team's tags, which takes no run.
    expect(list.needs.filter(({ status }) => status === 'accepted').map(({ id }) => id)).toEqual(
      accepted.map(({ id }) => id),
    );
    expect(await readdir(workspace)).not.toContain('derived');
    expect((await run(workspace)).stdout).toContain('Nothing computed yet. Add --find to compute it here.');
  });

  it('says that needs may be missing when a document lost its end', async () => {
    await host.call('workspaces.close', {});
    await truncate(join(workspace, 'documents', 'workspace.ylog'), 300);
    const outcome = await run(workspace);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stderr).toMatch(/^earshot: .+ needs may be missing\. earshot check says what\.\n$/);
  });

  it('computes them anew with --find, with the encoder that ships, and keeps what was decided', async () => {
    const [need] = (await view()).needs;
    if (!need) throw new Error('the sample has a need');
    await host.call('needs.rename', { id: need.id, label: 'Ours' });
    await host.call('workspaces.close', {});
    await rm(join(workspace, 'derived'), { recursive: true });
    const outcome = await run(workspace, '--find', '--json');
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    const { run: last, needs } = JSON.parse(outcome.stdout);
    expect(last).toMatchObject({ interviews: 3 });
    expect(needs.find(({ id }: { id: string }) => id === need.id)).toMatchObject({ label: 'Ours' });
  }, 120_000);

  it('stops when it is told to, and changes nothing', async () => {
    await host.call('workspaces.close', {});
    const before = await contents();
    const stop = new AbortController();
    const stopped: Engine = {
      extract: (_, { signal, onProgress } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('stopped')));
          onProgress?.({
            ...{ step: 'encode', done: 1, total: 2, newInterviews: 1, knownInterviews: 0 },
            ...{ interview: null, secondsLeft: null },
          });
        }),
      embed: () => Promise.resolve([]),
      close: () => undefined,
    };
    const steps: string[] = [];
    const finding = withWorkspace(
      { userFolder: join(folder, 'user'), workspace, createEngine: () => stopped },
      (opened) =>
        findWorkspaceNeeds(opened, stop.signal, ({ step }) => {
          steps.push(step);
          if (step === 'encode') stop.abort();
        }),
    );
    await expect(finding).rejects.toMatchObject({
      code: 'cancelled',
      message: 'Stopped. Nothing was changed.',
    });
    expect(steps).toEqual(['load', 'encode']);
    expect(await contents()).toEqual(before);
  });
});

describe('earshot needs WORKSPACE refuses with 2 and one line', () => {
  async function refusal(...args: string[]): Promise<string> {
    const outcome = await run(...args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^earshot: [^\n]+\n$/);
    return outcome.stderr;
  }

  it('to compute in a folder that is open in Earshot', async () => {
    expect(await refusal(workspace, '--find')).toContain('another Earshot has this folder open');
  });

  it('what is no workspace, and a workspace with a broken head', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    for (const bytes of [null, '{"id":7}', '\0'.repeat(9_000)]) {
      if (bytes !== null) await writeFile(join(other, 'earshot.json'), bytes);
      expect(await refusal(other)).toContain('earshot: ');
    }
    expect(await refusal(join(folder, 'nowhere'))).toContain('nowhere');
  });

  it('options that go with a folder of transcripts, and neither of the two', async () => {
    for (const option of [
      ['--from', folder],
      ['--top', '3'],
    ])
      expect(await refusal(workspace, ...option)).toContain(`${option[0]} goes without a workspace`);
    expect(await refusal('--from', folder, '--find')).toContain('--find goes with a workspace');
    expect(await refusal()).toContain('name a workspace');
    expect(await refusal(workspace, 'and-another')).toContain('too many arguments');
  });
});
