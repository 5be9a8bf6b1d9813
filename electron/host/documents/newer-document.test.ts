import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { silentLog } from '../log.ts';
import { openDocumentLogs } from './document-logs.ts';
import { createDocumentServer } from './document-server.ts';
import { isNewerDocument } from './newer-document.ts';
import { watchStorage } from './storage-watch.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

function withSchema(schema: unknown): Y.Doc {
  const document = new Y.Doc();
  document.getMap('meta').set('schema', schema);
  return document;
}

it('tells a newer document by its schema', () => {
  for (const name of ['workspace', 'interview-i', 'brief-b']) {
    expect(isNewerDocument(name, new Y.Doc())).toBe(false);
    expect(isNewerDocument(name, withSchema(1))).toBe(false);
    expect(isNewerDocument(name, withSchema(2))).toBe(true);
  }
});

it('refuses the host’s own edits of an interview that a newer Earshot has changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-newer-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  const logs = await openDocumentLogs(folder, silentLog(), false);
  await logs.append('interview-i', Y.encodeStateAsUpdate(withSchema(2)));
  const server = createDocumentServer({
    logs,
    storage: watchStorage(
      () => undefined,
      () => new Date(),
    ),
    log: silentLog(),
    isReadOnly: false,
    isKnown: () => true,
    key: 'k',
  });
  cleanUp.push(() => server.close());
  const edit = server.edit('interview-i', (document) => document.getText('guide').insert(0, 'words'));
  await expect(edit).rejects.toMatchObject({ code: 'workspace-newer' });
  expect(await server.read('interview-i', (document) => document.getText('guide').toString())).toBe('');
});
