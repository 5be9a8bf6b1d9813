import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const KEY = 'earshot.preferences';
const root = document.documentElement;
let stop = () => {};

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

/** As at the start of a window: what the storage holds is read once. */
async function start() {
  const module = await import('./preferences-store.ts');
  stop = module.applyPreferences();
  return module.preferencesStore;
}

it('leaves theme and text size to the system until somebody chooses', async () => {
  await start();
  expect(root.dataset.theme).toBeUndefined();
  expect(root.style.fontSize).toBe('');
});

it('changes the page at once, and starts so the next time', async () => {
  const store = await start();
  store.getState().change({ theme: 'dark', textSizePercent: 120 });
  expect(root.dataset.theme).toBe('dark');
  expect(root.style.fontSize).toBe('120%');
  stop();
  delete root.dataset.theme;
  vi.resetModules();
  await start();
  expect(root.dataset.theme).toBe('dark');
});

it('takes the attribute off again when the system is to decide', async () => {
  const store = await start();
  store.getState().change({ theme: 'light', textSizePercent: 90 });
  store.getState().change({ theme: 'system', textSizePercent: 100 });
  expect(root.dataset.theme).toBeUndefined();
  expect(root.style.fontSize).toBe('');
});

it.each(['no json', '7', '[]', '{"theme":"pink","textSizePercent":900,"areSingleLettersOn":"no"}'])(
  'ignores %s in the storage',
  async (text) => {
    localStorage.setItem(KEY, text);
    const store = await start();
    expect(store.getState().preferences).toEqual({
      theme: 'system',
      textSizePercent: 100,
      areSingleLettersOn: true,
      needsView: 'ranked',
      areHintsOn: true,
      languagesSeen: [],
    });
  },
);

it('keeps what is valid beside what is not', async () => {
  localStorage.setItem(KEY, '{"theme":"dark","textSizePercent":1e9}');
  const store = await start();
  expect(store.getState().preferences).toMatchObject({ theme: 'dark', textSizePercent: 100 });
});

it('follows a change made in another window', async () => {
  await start();
  localStorage.setItem(KEY, '{"theme":"dark"}');
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  expect(root.dataset.theme).toBe('dark');
});

it('holds for the window when nothing can be kept', async () => {
  const store = await start();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  store.getState().change({ areSingleLettersOn: false });
  expect(store.getState().preferences.areSingleLettersOn).toBe(false);
});
