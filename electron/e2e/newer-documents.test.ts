// A document that a newer Earshot has changed: a window reads it, and cannot write into it.
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openDocumentLogs } from '../host/documents/document-logs.ts';
import { silentLog } from '../host/log.ts';
import { startTestHost } from '../host/testing/start-test-host.ts';
import { clientOf } from './testing/client-of.ts';
import { isLive } from './testing/document-waits.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

it('opens read-only for a window, and what is typed there does not get in', async () => {
  let test = await startTestHost();
  cleanUp.push(() => test.close());
  const { folder } = await test.call('workspaces.create', { name: 'First', folder: null });
  const { id } = await test.call('briefs.create', { title: 'Problem' });
  const name = `brief-${id}`;
  await test.call('workspaces.close', {});
  const logs = await openDocumentLogs(folder, silentLog(), false);
  const newer = await logs.load(name);
  const before = Y.encodeStateVector(newer);
  newer.getMap('meta').set('schema', 2);
  await logs.append(name, Y.encodeStateAsUpdate(newer, before));
  await logs.close();
  test = await test.restart();
  await test.call('workspaces.open', { folder: folder });
  const reader = clientOf(test.host);
  cleanUp.push(() => reader.close());
  const handle = reader.documents.openDocument(name);
  await isLive(handle);
  expect(handle.state.isReadOnly).toBe(true);
  const textBefore = handle.document.getText('text').toString();
  expect(textBefore).toContain('Problem');
  handle.document.getText('text').insert(0, 'overwritten');
  const other = clientOf(test.host);
  cleanUp.push(() => other.close());
  const seen = other.documents.openDocument(name);
  await isLive(seen);
  await vi.waitUntil(() => seen.document.getText('text').toString() !== '');
  expect(seen.document.getText('text').toString()).toBe(textBefore);
});
