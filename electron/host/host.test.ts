import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TranscriptPreview } from '../../shared/contract/transcripts.ts';
import { startTestHost, type TestHost } from './testing/start-test-host.ts';

const zoom = new TextEncoder().encode(
  [
    'WEBVTT',
    '',
    '1',
    '00:00:01.000 --> 00:00:04.000',
    'Ines Carvalho: What did you look at this morning?',
    '',
    '2',
    '00:00:05.000 --> 00:00:09.000',
    'R. Okafor: The takings, and then the waste, and I did not believe either of them.',
    '',
  ].join('\n'),
);

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.close());

async function newInterview(): Promise<string> {
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const made = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: 'Two food trucks', realName: 'R. Okafor' },
    plannedAt: '2026-11-24T08:30:00+01:00',
    guide: '? What did last Sunday look like?\nA remark\n? Which numbers do you look at?',
  });
  return made.id;
}

describe('the host', () => {
  it('starts with nothing open and says so to whoever asks for more', async () => {
    const session = await test.call('session.state', {});
    expect(session.workspace).toBeNull();
    await expect(test.call('interviews.list', {})).rejects.toMatchObject({ code: 'no-workspace' });
  });

  it('refuses unknown methods and wrong params by name', async () => {
    // A foreign program's call: the types would not let it through.
    const call = test.call as (method: string, params: unknown) => Promise<unknown>;
    await expect(call('toString', {})).rejects.toMatchObject({ code: 'unknown-method' });
    await expect(call('__proto__', {})).rejects.toMatchObject({ code: 'unknown-method' });
    await expect(call('workspaces.create', { name: 7 })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('makes a workspace, an interview with its guide, and shows both after a restart', async () => {
    await newInterview();
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    test = await test.restart();
    expect((await test.call('session.state', {})).workspace?.folder).toBe(folder);
    const rows = await test.call('interviews.list', {});
    expect(rows).toMatchObject([
      {
        participant: 'Rowan',
        description: 'Two food trucks',
        progress: 'planned',
        questions: 2,
        questionsAsked: 0,
      },
    ]);
  });

  it('opens nothing by itself after a person closed the workspace', async () => {
    await newInterview();
    await test.call('workspaces.close', {});
    test = await test.restart();
    expect((await test.call('session.state', {})).workspace).toBeNull();
  });

  it('never makes a workspace in a folder that holds something', async () => {
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    const before = await readFile(join(folder, 'earshot.json'), 'utf8');
    await expect(test.call('workspaces.create', { name: 'Other', folder })).rejects.toMatchObject({
      code: 'folder-not-usable',
    });
    expect(await readFile(join(folder, 'earshot.json'), 'utf8')).toBe(before);
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    expect((await test.call('session.state', {})).workspace?.folder).toBe(`${folder} 2`);
  });

  it('keeps the open workspace when another cannot be opened', async () => {
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    await expect(test.call('workspaces.open', { folder: test.folder })).rejects.toMatchObject({
      code: 'not-a-workspace',
    });
    expect((await test.call('session.state', {})).workspace?.name).toBe('Larder');
  });

  it('refuses a folder that another Earshot holds', async () => {
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    const other = await startTestHost();
    await expect(other.call('workspaces.open', { folder })).rejects.toMatchObject({
      code: 'workspace-locked',
    });
    await other.close();
  });

  it('shows what it read before it stores anything', async () => {
    await newInterview();
    const preview = await test.call('transcripts.preview', {
      fileName: 'rowan.vtt',
      bytes: zoom,
      format: null,
    });
    expect(preview).toMatchObject({ format: 'webvtt', turns: 2, alreadyIn: null });
    expect(preview.speakers.map((speaker) => [speaker.name, speaker.guess.kind])).toEqual([
      ['Ines Carvalho', 'team'],
      ['R. Okafor', 'participant'],
    ]);
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    expect(await readdir(folder)).not.toContain('originals');
  });

  it('imports a transcript, keeps the original byte for byte, and knows it again', async () => {
    const interviewId = await newInterview();
    const imported = await importZoom(interviewId);
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    const [original] = await readdir(join(folder, 'originals'));
    expect(new Uint8Array(await readFile(join(folder, 'originals', original ?? '')))).toEqual(zoom);
    await expect(importZoom(interviewId)).rejects.toMatchObject({
      code: 'already-imported',
      details: { interviewId: imported.interviewId },
    });
    expect((await test.call('interviews.list', {}))[0]?.progress).toBe('ready-to-extract');
  });

  it('reads the words again after the derived folder was deleted while open', async () => {
    const interviewId = await newInterview();
    const imported = await importZoom(interviewId);
    const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
    await test.call('transcripts.read', { interviewId: imported.interviewId });
    await rm(join(folder, 'derived'), { recursive: true });
    const read = await test.call('transcripts.read', { interviewId: imported.interviewId });
    expect(read?.turns.map((turn) => turn.speaker)).toEqual(['Ines Carvalho', 'R. Okafor']);
  });

  it('refuses a file that it cannot read and leaves nothing of it', async () => {
    const interviewId = await newInterview();
    const bytes = new Uint8Array([0, 1, 2, 3, 0, 255]);
    await expect(
      test.call('transcripts.preview', { fileName: 'x.vtt', bytes, format: null }),
    ).rejects.toMatchObject({
      code: 'unreadable-file',
    });
    expect((await test.call('interviews.list', {})).find((row) => row.id === interviewId)?.progress).toBe(
      'planned',
    );
  });

  it('says at once which interviews no computation has seen, and under which names', async () => {
    const interviewId = await newInterview();
    expect((await test.call('needs.list', {})).notInRun).toEqual([]);
    await importZoom(interviewId);
    expect((await test.call('needs.list', {})).notInRun).toEqual([interviewId]);
    const [row] = await test.call('interviews.list', {});
    if (!row) throw new Error('the interview is gone');
    await test.call('interviews.update', { id: row.id, isArchived: true });
    expect((await test.call('needs.list', {})).interviewsWithWords).toBe(0);
  });

  it('swaps the key of two tags, and keeps the name of a kind', async () => {
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    const monday = await test.call('tags.create', { name: 'monday', definition: '' });
    expect(monday.hotkey).toBe(6);
    const need = await test.call('tags.update', { id: monday.id, hotkey: 1 });
    expect(need.hotkey).toBe(1);
    expect((await test.call('tags.create', { name: 'Monday', definition: '' })).id).toBe(monday.id);
  });

  it('exports a brief, writes over its own file, and refuses to write over another', async () => {
    await test.call('workspaces.create', { name: 'Larder', folder: null });
    const { id } = await test.call('briefs.create', { title: 'Monday numbers' });
    const first = await test.call('briefs.exportMarkdown', { id, folder: null });
    expect(first).toMatchObject({ wasThere: false });
    expect(await readFile(first.path, 'utf8')).toBe(first.text);
    expect(await test.call('briefs.exportMarkdown', { id, folder: null })).toMatchObject({ wasThere: true });
    const same = await test.call('briefs.create', { title: 'Monday numbers' });
    await expect(test.call('briefs.exportMarkdown', { id: same.id, folder: null })).rejects.toMatchObject({
      code: 'not-our-file',
    });
    expect(await readFile(first.path, 'utf8')).toBe(first.text);
  });
});

async function importZoom(interviewId: string) {
  const preview: TranscriptPreview = await test.call('transcripts.preview', {
    fileName: 'rowan.vtt',
    bytes: zoom,
    format: null,
  });
  const rows = await test.call('interviews.list', {});
  return test.call('transcripts.import', {
    interviewId: rows.find((row) => row.id === interviewId)?.id ?? null,
    newParticipant: '',
    fileName: 'rowan.vtt',
    bytes: zoom,
    format: null,
    offsetMs: 0,
    speakers: Object.fromEntries(preview.speakers.map((speaker) => [speaker.name, speaker.guess])),
  });
}
