import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName, readInterview } from '../../../shared/interviews/interview-document.ts';
import { openDocumentLogs } from '../../host/documents/document-logs.ts';
import { silentLog } from '../../host/log.ts';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples', 'larder');
const TALK = 'Anna: What did you do then?\nBen: I counted it by hand, all of it, twice.\nAnna: Why?\n';

let cli: BuiltCli;
let folder: string;
let host: TestHost;
let workspace: string;

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-import-'));
  host = await startTestHost();
  workspace = (await host.call('workspaces.create', { name: 'Study', folder: join(folder, 'study') })).folder;
  await host.call('workspaces.close', {});
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  return cli.run(['import', workspace, ...args, '--user-folder', join(folder, 'user')]);
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Who each name in the file was taken for, as it is on the disk. */
async function speakersIn(interviewId: string): Promise<unknown> {
  const logs = await openDocumentLogs(workspace, silentLog(), true);
  const document = await logs.load(interviewDocumentName(InterviewId.parse(interviewId)));
  await logs.close();
  return Object.fromEntries(readInterview(document).speakers);
}

describe('earshot import', () => {
  it('makes an interview of each file and keeps the originals', async () => {
    const paths = ['alder.vtt', 'hazel.vtt'].map((name) => join(SAMPLES, name));
    const outcome = await run(...paths, '--json');
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    const imported = JSON.parse(outcome.stdout);
    expect(imported).toMatchObject(paths.map((path) => ({ file: path, wasThere: false })));
    expect((await readdir(join(workspace, 'originals'))).sort()).toEqual(
      imported.map((one: { original: string }) => `${one.original}.vtt`).sort(),
    );
    await host.call('workspaces.open', { folder: workspace });
    const ids = (await host.call('interviews.list', {})).map((row) => row.id);
    expect(ids.sort()).toEqual(imported.map((one: { interviewId: string }) => one.interviewId).sort());
  });

  it('prints ids alone without --json', async () => {
    expect((await run(await file('talk.txt', TALK))).stdout).toMatch(/^[0-9a-z]{26}\n$/);
  });

  it('says that a file is there already, and that is no failure', async () => {
    const path = await file('talk.txt', TALK);
    const first = await run(path);
    const again = await run(path, '--json');
    expect(again).toMatchObject({
      exitCode: 0,
      stderr: `earshot: ${path} is there already, in interview ${first.stdout.trim()}.\n`,
    });
    expect(JSON.parse(again.stdout)).toMatchObject([{ interviewId: first.stdout.trim(), wasThere: true }]);
    await host.call('workspaces.open', { folder: workspace });
    expect(await host.call('interviews.list', {})).toHaveLength(1);
  });

  it('calls the participant as asked', async () => {
    const { stdout } = await run(await file('talk.txt', TALK), '--participant', 'Rowan', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ participant: 'Rowan' }]);
  });

  it('takes the named team for the team and says when nobody has that name', async () => {
    const outcome = await run(await file('talk.txt', TALK), '--team', 'Ben, Nobody', '--json');
    expect(outcome.stderr).toMatch(/^earshot: Nobody in .+talk\.txt is called Nobody\.\n$/);
    const [{ interviewId }] = JSON.parse(outcome.stdout);
    expect(await speakersIn(interviewId)).toEqual({
      Anna: { kind: 'participant' },
      Ben: { kind: 'team' },
    });
  });

  it('guesses who asks and who answers when nobody says it', async () => {
    const { stdout } = await run(await file('talk.txt', TALK));
    expect(await speakersIn(stdout.trim())).toEqual({
      Anna: { kind: 'team' },
      Ben: { kind: 'participant' },
    });
  });
});

describe('earshot import into an interview that is there', () => {
  const LONG = Array.from(
    { length: 12 },
    (_, index) => `Anna: What of number ${index}?\nBen: Thing ${index} took ${index * 7} minutes by hand.\n`,
  ).join('');

  it('takes a newer export as a version only when told, and keeps the earlier file', async () => {
    const first = (await run(await file('talk.txt', LONG))).stdout.trim();
    const newer = await file('newer.txt', `Ben: Hello.\n${LONG}`);
    const refused = await run(newer);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--as-version');
    const { exitCode, stdout } = await run(newer, '--as-version', '--offset', '-2.5', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ interviewId: first, isVersion: true, wasThere: false }]);
    expect(await readdir(join(workspace, 'originals'))).toHaveLength(2);
    await host.call('workspaces.open', { folder: workspace });
    const reading = await host.call('transcripts.read', { interviewId: InterviewId.parse(first) });
    expect(reading?.offsetMs).toBe(-2_500);
    expect(reading?.turns).toHaveLength(25);
  });

  it('goes into the interview that is named, with the speakers that are said', async () => {
    await host.call('workspaces.open', { folder: workspace });
    const { id } = await host.call('interviews.create', {
      participant: { pseudonym: 'Rowan', description: '', realName: '' },
      plannedAt: null,
      guide: '',
    });
    await host.call('workspaces.close', {});
    const talk = await file('talk.txt', TALK);
    const said = ['--speaker', 'Anna=participant', '--speaker', 'Ben=not-here'];
    expect((await run(talk, '--interview', 'rowan', ...said)).stdout.trim()).toBe(id);
    expect(await speakersIn(id)).toEqual({ Anna: { kind: 'participant' }, Ben: { kind: 'not-here' } });
    expect(await run(talk, '--interview', 'nobody')).toMatchObject({ exitCode: 0 });
    const other = await file('other.txt', `${TALK}Ben: Well.\n`);
    expect(await run(other, '--interview', 'nobody')).toMatchObject({ exitCode: 2 });
    expect(await run(other, '--speaker', 'Anna=Zoe')).toMatchObject({ exitCode: 2 });
    expect(await run(other, '--offset', 'soon')).toMatchObject({ exitCode: 2 });
  });
});

describe('earshot import refuses with 2', () => {
  it('a file that is no transcript, and keeps what went in before it', async () => {
    const good = await file('talk.txt', TALK);
    const empty = await file('empty.vtt', 'WEBVTT\n');
    const outcome = await run(good, empty, '--json');
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toMatch(/^earshot: [^\n]*empty\.vtt: [^\n]+\n$/);
    expect(JSON.parse(outcome.stdout)).toMatchObject([{ file: good, wasThere: false }]);
  });

  it('a folder that is no workspace', async () => {
    workspace = join(folder, 'nowhere');
    const outcome = await run(await file('talk.txt', TALK));
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toContain('this folder is no Earshot workspace');
  });

  it('one name for several people', async () => {
    const path = await file('talk.txt', TALK);
    const outcome = await run(path, path, '--participant', 'Rowan');
    expect(outcome).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--participant') });
  });
});
