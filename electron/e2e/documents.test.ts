// Whether words that people type reach the disk, each other, and only the workspace they belong to: the page's documents
// against a real host, over a transport in memory.
import { afterEach, expect, it, vi } from 'vitest';
import { MemoryTransport } from '../../renderer/client/memory-transport.ts';
import type { UnsentStorage } from '../../renderer/client/unsent-edits.ts';
import { encodeDocumentFrame } from '../../shared/protocol.ts';
import { readWorkspace } from '../../shared/workspace/workspace-document.ts';
import type { Viewer } from '../host/connection.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { clientOf, clientOver } from './testing/client-of.ts';
import { isLive, isSaved, words } from './testing/document-waits.ts';
import { startHostOnAFailingDisk } from './testing/host-on-a-failing-disk.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function startHost(name = 'First') {
  const test = await startTestHost();
  cleanUp.push(() => test.close());
  await test.call('workspaces.create', { name, folder: null });
  return test;
}

function join(host: Parameters<typeof clientOf>[0], viewer?: Parameters<typeof clientOf>[1]) {
  const client = clientOf(host, viewer);
  cleanUp.push(() => client.close());
  return client;
}

async function openBrief(test: TestHost) {
  const { id } = await test.call('briefs.create', { title: 'Problem' });
  return `brief-${id}`;
}

it('brings what one person types to the other', async () => {
  const test = await startHost();
  const name = await openBrief(test);
  const anna = join(test.host).documents.openDocument(name);
  const ben = join(test.host).documents.openDocument(name);
  await Promise.all([isLive(anna), isLive(ben)]);
  anna.document.getText('text').insert(0, 'from Anna. ');
  await vi.waitUntil(() => words(ben).includes('from Anna'));
  ben.document.getText('text').insert(0, 'from Ben. ');
  await vi.waitUntil(() => words(anna).includes('from Ben'));
  await Promise.all([isSaved(anna), isSaved(ben)]);
});

it('shows presence to each other, and takes it back when one leaves', async () => {
  const test = await startHost();
  const name = await openBrief(test);
  const annas = join(test.host);
  const anna = annas.documents.openDocument(name);
  const ben = join(test.host).documents.openDocument(name);
  await Promise.all([isLive(anna), isLive(ben)]);
  anna.awareness.setLocalStateField('who', 'anna');
  const others = () => [...ben.awareness.getStates().values()].filter((state) => state.who === 'anna').length;
  await vi.waitUntil(() => others() === 1);
  annas.transport.drop();
  await vi.waitUntil(() => others() === 0);
});

it('calls edits unsaved until they are on the disk', async () => {
  const host = await startHostOnAFailingDisk();
  cleanUp.push(() => host.close());
  const handle = join(host).documents.openDocument('brief-b1');
  await isLive(handle);
  host.setDisk('is slow');
  handle.document.getText('text').insert(0, 'one');
  await vi.waitUntil(() => host.held() === 1);
  handle.document.getText('text').insert(3, ' two');
  expect(handle.state.unsavedEdits).toBe(2);
  expect(await host.onDisk('brief-b1')).toBe('');
  const whenShownAsSaved: Promise<string>[] = [];
  handle.subscribe(({ unsavedEdits }) => {
    if (unsavedEdits === 0) whenShownAsSaved.push(host.onDisk('brief-b1'));
  });
  host.setDisk('works');
  await isSaved(handle);
  expect(await whenShownAsSaved[0]).toBe('one two');
});

it('counts the edits of an offline time, and calls them saved only when the disk has them all', async () => {
  const host = await startHostOnAFailingDisk();
  cleanUp.push(() => host.close());
  const client = join(host);
  const handle = client.documents.openDocument('brief-b1');
  await isLive(handle);
  client.transport.drop();
  expect(handle.state).toMatchObject({ kind: 'waiting', isSynced: false });
  for (let count = 1; count <= 50; count += 1) handle.document.getText('text').insert(0, `${count},`);
  expect(handle.state.unsavedEdits).toBe(50);
  expect(client.documents.unsavedEdits).toBe(50);
  host.setDisk('is slow');
  client.transport.tryNow();
  await vi.waitUntil(() => host.held() > 0);
  handle.document.getText('text').insert(0, 'meanwhile,');
  expect(handle.state.unsavedEdits).toBeGreaterThan(0);
  const whenShownAsSaved: Promise<string>[] = [];
  handle.subscribe(({ unsavedEdits }) => {
    if (unsavedEdits === 0) whenShownAsSaved.push(host.onDisk('brief-b1'));
  });
  host.setDisk('works');
  await isSaved(handle);
  expect(await whenShownAsSaved[0]).toBe(words(handle));
});

it('keeps words that a full disk refuses, and saves them by itself once there is space', async () => {
  const host = await startHostOnAFailingDisk();
  cleanUp.push(() => host.close());
  const handle = join(host).documents.openDocument('brief-b1');
  await isLive(handle);
  host.setDisk('is full');
  handle.document.getText('text').insert(0, 'refused ');
  await vi.waitUntil(() => handle.state.kind === 'waiting');
  handle.document.getText('text').insert(0, 'typed meanwhile ');
  await vi.waitUntil(() => host.refusals() >= 2, { timeout: 5_000 });
  // While it is being sent again, all that waits is one piece.
  await vi.waitUntil(() => handle.state.unsavedEdits === 2, { timeout: 5_000 });
  expect(await host.onDisk('brief-b1')).toBe('');
  host.setDisk('works');
  await isSaved(handle);
  expect(await host.onDisk('brief-b1')).toBe('typed meanwhile refused ');
});

it('sends what a closed screen has not saved before it lets the document go', async () => {
  const host = await startHostOnAFailingDisk();
  cleanUp.push(() => host.close());
  const { documents } = join(host);
  const handle = documents.openDocument('brief-b1');
  await isLive(handle);
  host.setDisk('is full');
  handle.document.getText('text').insert(0, 'kept');
  handle.release();
  await vi.waitUntil(() => host.refusals() > 0);
  expect(documents.unsavedEdits).toBe(1);
  const again = documents.openDocument('brief-b1');
  expect(words(again)).toBe('kept');
  again.release();
  host.setDisk('works');
  await vi.waitUntil(() => documents.unsavedEdits === 0, { timeout: 10_000 });
  expect(await host.onDisk('brief-b1')).toBe('kept');
  expect(words(documents.openDocument('brief-b1'))).toBe('');
});

it('shares one document between those who hold it, until the last one lets go', async () => {
  const test = await startHost();
  const { documents } = join(test.host);
  const first = documents.openDocument('workspace');
  const second = documents.openDocument('workspace');
  expect(second.document).toBe(first.document);
  await isLive(first);
  first.release();
  first.release();
  expect(second.state.kind).toBe('live');
  second.release();
  expect(documents.openDocument('workspace').document).not.toBe(first.document);
});

it('opens a document for a reader, who can change nothing', async () => {
  const test = await startHost();
  const name = await openBrief(test);
  const reader = join(test.host, { access: 'guest' }).documents.openDocument(name);
  const writer = join(test.host).documents.openDocument(name);
  await Promise.all([isLive(reader), isLive(writer)]);
  expect(reader.state.isReadOnly).toBe(true);
  reader.document.getText('text').insert(0, 'not mine to write');
  writer.document.getText('text').insert(0, 'mine ');
  await vi.waitUntil(() => words(reader).includes('mine '));
  await isSaved(writer);
  expect(words(writer)).not.toContain('not mine');
  expect(reader.state.unsavedEdits).toBeGreaterThan(0);
});

it('says why a document is not served', async () => {
  const test = await startHost();
  const handle = join(test.host).documents.openDocument('brief-nobody');
  await vi.waitUntil(() => handle.state.kind === 'refused');
  expect(handle.state.reason).toBe('no-such-document');
});

it('never brings a word of one workspace into the next one', async () => {
  const test = await startHost('First');
  const { documents, client } = join(test.host);
  const old = documents.openDocument('workspace');
  await isLive(old);
  await test.call('workspaces.create', { name: 'Second', folder: null });
  // Typed before the page has heard that another workspace is open: it is on its way under the same document name.
  old.document.getMap('meta').set('stray', 'of the first');
  await vi.waitUntil(() => old.state.kind === 'refused');
  expect(old.state.reason).toBe('another-workspace');
  old.document.getMap('meta').set('stray', 'typed later');
  const next = documents.openDocument('workspace');
  expect(next.document).not.toBe(old.document);
  await isLive(next);
  next.document.getMap('meta').set('own', 'of the second');
  await isSaved(next);
  expect(readWorkspace(next.document).name).toBe('Second');
  const seen = join(test.host).documents.openDocument('workspace');
  await isLive(seen);
  expect(seen.document.getMap('meta').toJSON()).toMatchObject({ name: 'Second', own: 'of the second' });
  expect(seen.document.getMap('meta').has('stray')).toBe(false);
  expect(seen.document.store.clients.has(old.document.clientID)).toBe(false);
  expect(client.connection.kind).toBe('connected');
});

it('gives the unsaved words back to their own workspace when it is opened again', async () => {
  const test = await startHost('First');
  const { documents } = join(test.host);
  const { workspace } = await test.call('session.state', {});
  const old = documents.openDocument('workspace');
  await isLive(old);
  await test.call('workspaces.create', { name: 'Second', folder: null });
  await vi.waitUntil(() => old.state.kind === 'refused');
  old.document.getMap('meta').set('stray', 'of the first');
  expect(documents.unsavedEdits).toBe(1);
  old.release();
  const second = documents.openDocument('workspace');
  await isLive(second);
  await test.call('workspaces.open', { folder: workspace?.folder ?? '' });
  await vi.waitUntil(() => documents.unsavedEdits === 0, { timeout: 5_000 });
  const seen = join(test.host).documents.openDocument('workspace');
  await isLive(seen);
  expect(seen.document.getMap('meta').get('stray')).toBe('of the first');
});

it('asks which workspace is open after a connection was lost, before a document speaks', async () => {
  const test = await startHost('First');
  const client = join(test.host);
  const old = client.documents.openDocument('workspace');
  await isLive(old);
  client.transport.drop();
  old.document.getMap('meta').set('stray', 'typed while offline');
  await test.call('workspaces.create', { name: 'Second', folder: null });
  client.transport.tryNow();
  await vi.waitUntil(() => old.state.kind === 'refused');
  const next = client.documents.openDocument('workspace');
  await isLive(next);
  expect(readWorkspace(next.document).name).toBe('Second');
  expect(next.document.getMap('meta').has('stray')).toBe(false);
  expect(old.document.getMap('meta').get('stray')).toBe('typed while offline');
});

it('is refused by the host itself when it means another workspace', async () => {
  const test = await startHost('First');
  const { transport, client } = join(test.host);
  await vi.waitUntil(() => client.connection.kind === 'connected');
  const answers: string[] = [];
  client.onDocument((message) => answers.push(new TextDecoder().decode(message)));
  // Auth (2), token (0), as in @hocuspocus/provider's AuthenticationMessage, with the key of a workspace that is not open.
  const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
  transport.send(
    encodeDocumentFrame(new Uint8Array([...text('workspace'), 2, 0, ...text('w0 /elsewhere'), ...text('4')])),
  );
  await vi.waitUntil(() => answers.length > 0);
  expect(answers[0]).toContain('another-workspace');
});

it('brings back what a page had not sent when it went down, once', async () => {
  const host = await startHostOnAFailingDisk();
  cleanUp.push(() => host.close());
  const storage = inMemoryStorage();
  const page = () => {
    const client = clientOver(new MemoryTransport<Viewer>(host, { access: 'owner' }), storage);
    cleanUp.push(() => client.close());
    return client;
  };
  const first = page();
  const handle = first.documents.openDocument('brief-b1');
  await isLive(handle);
  handle.document.getText('text').insert(0, 'saved ');
  await isSaved(handle);
  expect(storage.length).toBe(0);
  host.setDisk('is full');
  handle.document.getText('text').insert(6, 'not saved');
  await vi.waitUntil(() => storage.length > 0);
  first.close();
  host.setDisk('works');
  // Nobody opens the document again, and its words go out all the same.
  const second = page();
  await vi.waitUntil(() => storage.length === 0, { timeout: 10_000 });
  expect(await host.onDisk('brief-b1')).toBe('saved not saved');
  const seen = second.documents.openDocument('brief-b1');
  await isSaved(seen);
  expect(words(seen)).toBe('saved not saved');
});

it('goes on after its host was started again, with all that was typed meanwhile', async () => {
  const first = await startTestHost();
  const created = await first.call('workspaces.create', { name: 'First', folder: null });
  const name = await openBrief(first);
  const client = join(first.host);
  const handle = client.documents.openDocument(name);
  await isLive(handle);
  handle.document.getText('text').insert(0, 'before ');
  await isSaved(handle);
  client.transport.drop();
  handle.document.getText('text').insert(0, 'while it was away ');
  const second = await first.restart();
  cleanUp.push(() => second.close());
  client.transport.moveTo(second.host);
  await second.call('workspaces.open', { folder: created.folder });
  client.transport.tryNow();
  await isSaved(handle);
  const seen = join(second.host).documents.openDocument(name);
  await isLive(seen);
  expect(words(seen)).toContain('while it was away before ');
});

it('keeps documents of no workspace apart from one that is opened later, if somebody typed into them', async () => {
  const test = await startTestHost();
  cleanUp.push(() => test.close());
  const { documents, client } = join(test.host);
  const typed = documents.openDocument('workspace');
  typed.document.getMap('meta').set('stray', 'belongs nowhere');
  await vi.waitUntil(() => client.connection.kind === 'connected');
  await test.call('workspaces.create', { name: 'First', folder: null });
  await vi.waitUntil(() => typed.state.kind === 'refused');
  const next = documents.openDocument('workspace');
  await isLive(next);
  expect(next.document.getMap('meta').has('stray')).toBe(false);
});

it('gives a document that was asked for too early to the workspace that is opened then', async () => {
  const test = await startTestHost();
  cleanUp.push(() => test.close());
  const early = join(test.host).documents.openDocument('workspace');
  expect(early.state.kind).toBe('loading');
  await test.call('workspaces.create', { name: 'First', folder: null });
  await isLive(early);
  expect(readWorkspace(early.document).name).toBe('First');
});

function inMemoryStorage(): UnsentStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}
