// Whether words that were sent reach the disk when Earshot is quit, or another workspace is opened, right behind them.
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDocumentLogs } from '../host/documents/document-logs.ts';
import { silentLog } from '../host/log.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { clientOf } from './testing/client-of.ts';
import { isLive, words } from './testing/document-waits.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function startWithBrief() {
  const test = await startTestHost();
  cleanUp.push(() => test.close());
  const { folder } = await test.call('workspaces.create', { name: 'First', folder: null });
  const { id } = await test.call('briefs.create', { title: 'Problem' });
  const client = clientOf(test.host);
  cleanUp.push(() => client.close());
  const handle = client.documents.openDocument(`brief-${id}`);
  await isLive(handle);
  return { test, folder, handle, name: `brief-${id}` };
}

/** Types letter by letter, each an edit of its own, and waits until the host has been given all of them. */
async function typeFast(handle: Awaited<ReturnType<typeof startWithBrief>>['handle'], typed: string) {
  const text = handle.document.getText('text');
  for (const letter of typed) text.insert(text.length, letter);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

async function onDisk(folder: string, name: string): Promise<string> {
  const logs = await openDocumentLogs(folder, silentLog(), true);
  const document = await logs.load(name);
  await logs.close();
  return document.getText('text').toString();
}

const SENTENCE = 'The last words before the lid was closed.';

async function quits({ host }: TestHost) {
  await host.close();
}

async function opensAnother(test: TestHost) {
  await test.call('workspaces.create', { name: 'Second', folder: join(test.folder, 'second') });
}

for (const [what, leave] of [
  ['Earshot is quit', quits],
  ['another workspace is opened', opensAnother],
] as const) {
  it(`has every word on the disk that was sent before ${what}`, async () => {
    const { test, folder, handle, name } = await startWithBrief();
    await typeFast(handle, SENTENCE);
    await leave(test);
    expect(await onDisk(folder, name)).toContain(SENTENCE);
    expect(words(handle)).toContain(SENTENCE);
  });
}
