// What two windows, or two quick clicks, do to the host at the same time.
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InterviewId, ParticipantId } from '../../shared/ids.ts';
import { startTestHost, type TestHost } from './testing/start-test-host.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.close());

async function newInterview(): Promise<{ id: InterviewId; participantId: ParticipantId }> {
  return test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
}

it('keeps both of two changes of one participant', async () => {
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { participantId } = await newInterview();
  await Promise.all([
    test.call('participants.update', { id: participantId, description: 'Two food trucks' }),
    test.call('participants.update', { id: participantId, pseudonym: 'Hazel' }),
  ]);
  const [row] = await test.call('interviews.list', {});
  expect(row).toMatchObject({ participant: 'Hazel', description: 'Two food trucks' });
});

it('keeps two fields of one participant that are set at once, and takes away one that is emptied', async () => {
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { participantId: id } = await newInterview();
  const find = async () => {
    const { groups } = await test.call('search.query', { text: 'Rowan', kinds: ['people'], limit: 5 });
    return groups[0]?.hits[0]?.text;
  };
  await Promise.all([
    test.call('participants.update', { id, fields: { Segment: 'Hotels' } }),
    test.call('participants.update', { id, fields: { Country: 'Wales ' } }),
  ]);
  expect((await find())?.split(', ').sort()).toEqual(['Hotels', 'Rowan', 'Wales']);
  await test.call('participants.update', { id, fields: { Segment: '' } });
  expect(await find()).toBe('Rowan, Wales');
});

it('keeps both of two changes of one interview', async () => {
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { id } = await newInterview();
  await Promise.all([
    test.call('interviews.update', { id, plannedAt: '2026-11-24T08:30:00+01:00' }),
    test.call('interviews.update', { id, isNotRecorded: true }),
  ]);
  const [row] = await test.call('interviews.list', {});
  expect(row).toMatchObject({ plannedAt: '2026-11-24T08:30:00+01:00', progress: 'not-recorded' });
});

it('makes one record of a person who is added twice', async () => {
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const add = () => test.call('people.add', { name: 'Tomas', role: 'engineer' });
  const [one, other] = await Promise.all([add(), add()]);
  expect(one?.id).toBe(other?.id);
});

it('leaves no workspace open behind the one that was opened last', async () => {
  const first = await test.call('workspaces.create', { name: 'First', folder: null });
  const second = await test.call('workspaces.create', { name: 'Second', folder: null });
  const third = await test.call('workspaces.create', { name: 'Third', folder: null });
  await Promise.all([
    test.call('workspaces.open', { folder: first.folder }),
    test.call('workspaces.open', { folder: second.folder }),
    test.call('workspaces.rename', { name: 'Third, renamed' }),
  ]);
  // A lock that nobody gives back would refuse these.
  for (const { folder } of [first, third, second])
    expect((await test.call('workspaces.open', { folder })).folder).toBe(folder);
});

it('knows its own folder by another way to it, and does not call it somebody else’s', async () => {
  const { folder } = await test.call('workspaces.create', { name: 'Larder', folder: null });
  const link = join(test.folder, 'link');
  await symlink(folder, link);
  expect((await test.call('workspaces.open', { folder: link })).folder).toBe(folder);
});

it('takes a transcript in though the file of another interview cannot be read', async () => {
  const { folder } = await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { id } = await newInterview();
  await test.call('workspaces.close', {});
  await writeFile(join(folder, 'documents', `interview-${id}.ylog`), 'this is a shopping list, and no log');
  await test.call('workspaces.open', { folder });
  const bytes = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:04.000\nR. Okafor: The takings.\n');
  const { alreadyIn } = await test.call('transcripts.preview', { fileName: 'a.vtt', bytes, format: null });
  expect(alreadyIn).toBeNull();
  const imported = await test.call('transcripts.import', {
    interviewId: null,
    newParticipant: 'Hazel',
    fileName: 'a.vtt',
    bytes,
    format: null,
    offsetMs: 0,
    speakers: {},
  });
  expect((await test.call('transcripts.read', { interviewId: imported.interviewId }))?.turns).toHaveLength(1);
});
