import { describe, expect, it } from 'vitest';
import { type Draft, type DraftStorage, openDraftSlot, type SlotLocks } from './draft-slots.ts';

const draft: Draft = { text: 'Would have', atMs: 1_898_000, beganAtEpochMs: 7, plainAt: [] };

/** Locks of one browser: what one window holds, another does not get. */
function fakeBrowser() {
  const entries = new Map<string, string>();
  const taken = new Set<string>();
  const storage: DraftStorage = {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  };
  const locks: SlotLocks = {
    async request(name, _options, hold) {
      if (taken.has(name)) return hold(null);
      taken.add(name);
      return hold({});
    },
  };
  return { entries, taken, storage, locks };
}

let keys = 0;
function newKey(): string {
  keys += 1;
  return `key-${keys}`;
}

/** Another window is another page: it has a key of its own in this module, and the same in the storage. */
async function openAs(key: string, browser: ReturnType<typeof fakeBrowser>) {
  const { vi } = await import('vitest');
  vi.resetModules();
  const fresh = await import('./draft-slots.ts');
  return fresh.openDraftSlot(browser.storage, browser.locks, key);
}

describe('openDraftSlot', () => {
  it('gives back what was typed before a reload', async () => {
    const browser = fakeBrowser();
    const key = newKey();
    const first = await openAs(key, browser);
    first.write(draft);
    browser.taken.clear();
    const second = await openAs(key, browser);
    expect(second.read()).toEqual(draft);
    second.clear();
    expect(second.read()).toBeNull();
  });

  it('keeps two windows apart, so that neither writes over the other', async () => {
    const browser = fakeBrowser();
    const key = newKey();
    const one = await openAs(key, browser);
    one.write(draft);
    const two = await openAs(key, browser);
    expect(two.read()).toBeNull();
    two.write({ ...draft, text: 'two' });
    two.clear();
    expect(one.read()?.text).toBe('Would have');
  });

  it('takes over what a crashed second window left behind', async () => {
    const browser = fakeBrowser();
    const key = newKey();
    const one = await openAs(key, browser);
    const two = await openAs(key, browser);
    two.write({ ...draft, text: 'left behind' });
    browser.taken.clear();
    expect((await openAs(key, browser)).read()?.text).toBe('left behind');
    expect(one.read()).toBeNull();
  });

  it('stays with its slot when the screen is opened again in the same window', async () => {
    const browser = fakeBrowser();
    const key = newKey();
    (await openDraftSlot(browser.storage, browser.locks, key)).write(draft);
    expect((await openDraftSlot(browser.storage, browser.locks, key)).read()).toEqual(draft);
  });

  it('takes what is no draft for an empty field', async () => {
    const browser = fakeBrowser();
    for (const stored of ['{', 'null', '7', '{"text":""}', '{"text":"x"}', '{"text":5,"beganAtEpochMs":1}']) {
      const key = newKey();
      browser.entries.set(`${key}.0`, stored);
      expect((await openDraftSlot(browser.storage, undefined, key)).read()).toBeNull();
    }
  });
});
