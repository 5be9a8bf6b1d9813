import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentsWithUnsent, UnsentEdits } from './unsent-edits.ts';

const NAME = 'w1 interview-i1';

beforeEach(() => window.localStorage.clear());

/** A page that writes into a document and keeps every edit. */
function page(unsent: UnsentEdits) {
  const document = new Y.Doc();
  for (const update of unsent.left()) Y.applyUpdate(document, update, 'left');
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'left') unsent.add(update);
  });
  return document;
}

const open = () => page(new UnsentEdits(window.localStorage, NAME));
const words = (document: Y.Doc) => document.getText('text').toString();

describe('unsent edits', () => {
  it('are there for the next page, in any number, each once', () => {
    const before = open();
    for (let index = 0; index < 200; index += 1) before.getText('text').insert(index, String(index % 10));
    expect(window.localStorage.length).toBeLessThan(100);
    expect(words(open())).toBe(words(before));
    expect(words(open())).toBe(words(before));
  });

  it('go when the host has them, also those of the page before', () => {
    open().getText('text').insert(0, 'kept');
    const unsent = new UnsentEdits(window.localStorage, NAME);
    page(unsent).getText('text').insert(0, 'more ');
    unsent.clear();
    expect(window.localStorage.length).toBe(0);
  });

  it('change nothing for a host that had them already, and bring no deleted note back', () => {
    const host = new Y.Doc();
    const before = open();
    before.getMap('notes').set('a', new Y.Map([['text', 'words']]));
    // Acknowledged, but the page went down before it could forget; meanwhile somebody deleted the note.
    Y.applyUpdate(host, Y.encodeStateAsUpdate(before));
    const note = host.getMap('notes').get('a');
    if (!(note instanceof Y.Map)) throw new Error('the note came');
    note.set('deletedAt', '2026-11-24T10:00:00.000Z');
    const then = Y.encodeStateAsUpdate(host);
    Y.applyUpdate(host, Y.encodeStateAsUpdate(open()));
    expect(Y.encodeStateAsUpdate(host)).toEqual(then);
  });

  it('leaves what another window writes meanwhile, and what is no update', () => {
    const one = new UnsentEdits(window.localStorage, NAME);
    expect(one.left()).toEqual([]);
    open().getText('text').insert(0, 'of another window');
    window.localStorage.setItem('earshot.unsent w1 interview-i1 x.1', 'no update');
    one.clear();
    expect(words(open())).toBe('of another window');
  });

  it('says which documents have some, and keeps workspaces apart', () => {
    open().getText('text').insert(0, 'kept');
    expect(documentsWithUnsent(window.localStorage, 'w1')).toEqual(['interview-i1']);
    expect(documentsWithUnsent(window.localStorage, 'w')).toEqual([]);
  });

  it('says when there is no room, and loses nothing that was there', () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const storage = {
      length: 0,
      key: () => null,
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw full;
      },
    };
    expect(new UnsentEdits(storage, NAME).add(new Uint8Array([0, 0]))).toBe(false);
  });
});
