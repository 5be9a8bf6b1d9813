// A host on a disk that is really full: what was called saved is there, what was not is not called so, nothing is half
// done, and everything arrives once there is room.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { InterviewId } from '../../shared/ids.ts';
import { interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { openDocumentLogs } from '../host/documents/document-logs.ts';
import { silentLog } from '../host/log.ts';
import { smallDisk, whyNoSmallDisk } from '../host/storage/testing/small-disk.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { chance } from './testing/chance.ts';
import { clientOf } from './testing/client-of.ts';
import { missingWords, NoteWriter, untilLive } from './testing/note-writer.ts';

const reason = whyNoSmallDisk();
const KILOBYTES = 1_024;

async function startOnSmallDisk() {
  const disk = await smallDisk(KILOBYTES);
  let test = await startTestHost({}, disk.folder);
  // Not the test host's own close, which would remove the disk's mount point.
  onTestFinished(() => test.host.close());
  const { folder } = await test.call('workspaces.create', { name: 'Study', folder: null });
  const { id } = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  return {
    disk,
    folder,
    interview: id,
    test: () => test,
    async restart(): Promise<TestHost> {
      test = await test.restart();
      return test;
    },
  };
}

async function joinPage(test: TestHost, interview: InterviewId) {
  const page = clientOf(test.host);
  onTestFinished(() => page.close());
  const handle = page.documents.openDocument(interviewDocumentName(interview));
  await untilLive(handle);
  const { me } = await test.call('session.state', {});
  return { ...page, handle, writer: new NoteWriter(handle, me.id, chance(7)) };
}

const storageStates = ({ events }: TestHost) =>
  events.filter(({ event }) => event === 'storage.changed').map(({ payload }) => payload);

/** What a new start would find, read beside the running host. */
async function onDisk(folder: string, interview: InterviewId) {
  const logs = await openDocumentLogs(folder, silentLog(), true);
  const document = await logs.load(interviewDocumentName(interview));
  await logs.close();
  return document;
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const vtt = (lines: number) =>
  new TextEncoder().encode(
    `WEBVTT\n\n${Array.from(
      { length: lines },
      (_, i) =>
        `00:${String(i % 60).padStart(2, '0')}:01.000 --> 00:${String(i % 60).padStart(2, '0')}:02.000\nAda: line ${i}, they said so\n`,
    ).join('\n')}`,
  );

const imported = (lines: number, interviewId: InterviewId | null = null) => ({
  interviewId,
  newParticipant: 'Hazel',
  fileName: 'call.vtt',
  bytes: vtt(lines),
  format: null,
  offsetMs: 0,
  speakers: {},
});

describe.skipIf(reason !== '')(`a host on a full disk${reason && ` (left out: ${reason})`}`, () => {
  it('has every saved note, calls no other one saved, and saves the rest by itself once there is room', async () => {
    const study = await startOnSmallDisk();
    const { disk, folder, interview, test } = study;
    const { documents, handle, writer } = await joinPage(test(), interview);
    while (storageStates(test()).length === 0) {
      writer.type();
      await vi.waitUntil(() => documents.unsavedEdits === 0 || storageStates(test()).length > 0, {
        interval: 1,
      });
    }
    expect(storageStates(test())).toMatchObject([{ kind: 'failed', code: 'disk-full' }]);
    writer.type();
    expect(documents.unsavedEdits).toBeGreaterThan(0);
    expect(writer.saved.size).toBeGreaterThan(20);
    expect(missingWords(writer.saved, await onDisk(folder, interview))).toEqual([]);
    expect(missingWords(writer.typed, await onDisk(folder, interview))).not.toEqual([]);
    expect(await test().call('interviews.list', {})).toMatchObject([{ id: interview, damage: null }]);

    await disk.makeRoom();
    await untilLive(handle, true);
    expect(storageStates(test()).at(-1)).toEqual({ kind: 'healthy' });
    expect(missingWords(writer.typed, await onDisk(folder, interview))).toEqual([]);
    const again = await study.restart();
    const [row] = await again.call('interviews.list', {});
    expect(row?.notes).toBe(writer.typed.size);
  });

  it('imports nothing by halves, and imports when there is room', async () => {
    const { disk, folder, interview, test } = await startOnSmallDisk();
    const before = await test().call('interviews.list', {});
    await disk.fill();
    expect(await refusal(test().call('transcripts.import', imported(50)))).toBe('disk-full');
    expect(await refusal(test().call('transcripts.import', imported(50, interview)))).toBe('disk-full');
    expect(await test().call('interviews.list', {})).toEqual(before);
    expect(await test().call('transcripts.read', { interviewId: interview })).toBeNull();
    expect(await readdir(join(folder, 'originals')).catch(() => [])).toEqual([]);
    await disk.makeRoom();
    const made = await test().call('transcripts.import', imported(50));
    expect((await test().call('transcripts.read', { interviewId: made.interviewId }))?.isOriginalThere).toBe(
      true,
    );
  });

  it('starts, and opens the workspace to read, then to write once there is room', async () => {
    const study = await startOnSmallDisk();
    const { disk, folder, interview, test } = study;
    const { handle, writer } = await joinPage(test(), interview);
    for (let edits = 0; edits < 10; edits += 1) writer.type();
    await untilLive(handle, true);
    // Closing gives the room of the lock back.
    await test().host.close();
    await disk.fill();
    const onFull = await study.restart();
    const { workspace } = await onFull.call('session.state', {});
    expect(workspace).toMatchObject({ folder, readOnlyBecause: expect.stringMatching(/disk is full/) });
    const [row] = await onFull.call('interviews.list', {});
    expect(row?.notes).toBe(writer.typed.size);
    expect(await refusal(onFull.call('people.add', { name: 'Ben', role: 'engineer' }))).toBe(
      'workspace-read-only',
    );
    await disk.makeRoom();
    expect(await onFull.call('workspaces.open', { folder })).toMatchObject({ readOnlyBecause: null });
    expect(await refusal(onFull.call('people.add', { name: 'Ben', role: 'engineer' }))).toBe('none');
  });

  it('keeps the settings as they were', async () => {
    const study = await startOnSmallDisk();
    const { disk, test } = study;
    await test().call('session.setMe', { name: 'Ines', role: 'pm' });
    const file = join(disk.folder, 'user', 'settings.json');
    const before = await readFile(file, 'utf8');
    await disk.fill();
    expect(await refusal(test().call('session.setMe', { name: 'Somebody', role: 'designer' }))).toBe(
      'disk-full',
    );
    expect(await readFile(file, 'utf8')).toBe(before);
    const again = await study.restart();
    expect((await again.call('session.state', {})).me.name).toBe('Ines');
  });

  it('makes no workspace by halves', async () => {
    const { disk, folder, test } = await startOnSmallDisk();
    await disk.fill();
    expect(await refusal(test().call('workspaces.create', { name: 'Second', folder: null }))).toBe(
      'disk-full',
    );
    expect((await test().call('session.state', {})).workspace?.folder).toBe(folder);
    await disk.makeRoom();
    expect(await refusal(test().call('workspaces.create', { name: 'Second', folder: null }))).toBe('none');
  });
});
