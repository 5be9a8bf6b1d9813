import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { silentLog } from '../log.ts';
import { type DocumentLogs, openDocumentLogs } from './document-logs.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-logs-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function edit(words: string): Uint8Array {
  const document = new Y.Doc();
  document.getText('text').insert(0, words);
  return Y.encodeStateAsUpdate(document);
}

async function wordsIn(logs: DocumentLogs, name: string): Promise<string> {
  return (await logs.load(name)).getText('text').toString();
}

it('writes nothing after it was closed, when the folder may be another’s', async () => {
  const folder = await temporaryFolder();
  const logs = await openDocumentLogs(folder, silentLog(), false);
  await logs.append('brief-b', edit('before'));
  const file = join(folder, 'documents', 'brief-b.ylog');
  await logs.close();
  const { size } = await stat(file);
  await expect(logs.append('brief-b', edit('after'))).rejects.toMatchObject({ code: 'no-workspace' });
  await expect(logs.load('brief-b')).rejects.toMatchObject({ code: 'no-workspace' });
  expect((await stat(file)).size).toBe(size);
});

it('waits for what was appended when it is closed', async () => {
  const folder = await temporaryFolder();
  const logs = await openDocumentLogs(folder, silentLog(), false);
  const appends = ['one ', 'two ', 'three '].map((words) => logs.append('brief-b', edit(words)));
  await logs.close();
  await Promise.all(appends);
  const read = await openDocumentLogs(folder, silentLog(), true);
  expect((await wordsIn(read, 'brief-b')).length).toBe('one two three '.length);
});

it('passes over a record that Yjs cannot apply, and keeps the words before and behind it', async () => {
  const folder = await temporaryFolder();
  const logs = await openDocumentLogs(folder, silentLog(), false);
  await logs.append('brief-b', edit('before '));
  for (const record of nestedAndDeleted(5_000)) await logs.append('brief-b', record);
  await logs.append('brief-b', edit('behind '));
  const document = await logs.load('brief-b');
  expect(document.getText('text').toString()).toContain('before ');
  expect(document.getText('text').toString()).toContain('behind ');
  // What is handed to a window must be applicable there as well.
  const window = new Y.Doc();
  Y.applyUpdate(window, Y.encodeStateAsUpdate(document));
  expect(window.getText('text').toString()).toBe(document.getText('text').toString());
  await logs.close();
});

/** Maps within maps, and the deletion of the outermost: deleting them is a recursion that ends in a full stack. */
function nestedAndDeleted(depth: number): Uint8Array[] {
  const document = new Y.Doc();
  document.clientID = 7;
  let map = document.getMap<unknown>('notes');
  for (let level = 0; level < depth; level += 1) {
    const inner = new Y.Map<unknown>();
    map.set('a', inner);
    map = inner;
  }
  // No structs; one client with one deleted range, from 0, of length 1.
  const deletion = new Uint8Array([0, 1, 7, 1, 0, 1]);
  return [Y.encodeStateAsUpdate(document), deletion];
}
