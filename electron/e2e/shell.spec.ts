// What the shell promises: a page that can reach nothing but the host, and a host that can be lost and found again.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { shellKind } from '../../build/test/electron/launch.mjs';
import { COMMAND, launchShell } from './shell-fixture.ts';

let app: ElectronApplication;
let page: Page;
let folder: string;

test.describe(`shell on ${shellKind === 'electron' ? 'Electron' : 'the stand-in'}`, () => {
  test.beforeAll(async () => {
    ({ app, folder } = await launchShell());
    page = await app.firstWindow();
    await connected(page);
  });
  test.afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  test.beforeEach(() => page.evaluate(() => window.seen.splice(0)));

  test('gives the page two functions and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      keys: Object.keys(window.earshot).sort(),
      isFrozen: Object.isFrozen(window.earshot),
      others: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    }));
    expect(found).toEqual({ keys: ['onFrame', 'send'], isFrozen: true, others: [] });
  });

  test('carries bytes both ways as they are', async () => {
    const bytes = [...Array(256).keys()];
    await send(page, [COMMAND.reverse, ...bytes]);
    await expect.poll(() => frames(page)).toEqual([bytes.toReversed()]);
  });

  test('carries a large frame whole', async () => {
    const length = 3_000_000;
    await page.evaluate(
      ([command, size]) => window.earshot.send(new Uint8Array(size + 1).fill(7).fill(command, 0, 1)),
      [COMMAND.reverse, length] as const,
    );
    await expect.poll(() => page.evaluate(() => window.seen.map((frame) => frame.length))).toEqual([length]);
  });

  test('does not pass on what is no frame', async () => {
    await page.evaluate(() => {
      // Whatever a page that was taken over might send.
      for (const value of ['text', {}, null, [1, 2], new Uint8Array()])
        Reflect.apply(window.earshot.send, null, [value]);
    });
    await send(page, [COMMAND.reverse, 9]);
    await expect.poll(() => frames(page)).toEqual([[9]]);
  });

  test('refuses to leave its page', async () => {
    await page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/hostname';
    });
    await send(page, [COMMAND.reverse, 1]);
    await expect.poll(() => frames(page)).toEqual([[1]]);
    const urls = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(urls).toEqual(['app://bundle/']);
  });

  test('opens no window; https links go to the system’s browser, others nowhere', async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => {
        opened.push(url);
      };
    });
    const opened = () => app.evaluate(() => Reflect.get(globalThis, 'opened'));
    await page.getByRole('link', { name: 'Unencrypted' }).click();
    await page.getByRole('link', { name: 'Help' }).click();
    await expect.poll(opened).toEqual(['https://example.org/help']);
    await expect.poll(() => app.context().pages().length).toBe(1);
  });

  test('denies permissions, but lets text be copied', async () => {
    const states = () =>
      page.evaluate(async () => {
        const names = [
          'geolocation',
          'notifications',
          'camera',
          'microphone',
          'clipboard-read',
          'clipboard-write',
        ];
        const found = await Promise.all(
          names.map((name) =>
            // The DOM types know fewer names than Chromium does.
            navigator.permissions.query({ name: name as PermissionName }),
          ),
        );
        return Object.fromEntries(found.map(({ state }, index) => [names[index], state]));
      });
    await expect.poll(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      'clipboard-write': 'granted',
    });
  });

  test('runs no inline script and reaches no network', async () => {
    const outcome = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      const blocked = await violation;
      // Its own script is there, and even that may not be fetched.
      const fetched = await fetch('page.js').then(
        () => 'fetched',
        () => 'refused',
      );
      return { title: document.title, blocked, fetched };
    });
    expect(outcome).toEqual({ title: 'Shell', blocked: 'script-src-elem', fetched: 'refused' });
  });

  test('lets styles in by a nonce that is new for every response', async () => {
    const nonce = () =>
      page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '');
    const isStyled = await page.evaluate(() => {
      const style = document.createElement('style');
      style.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      style.textContent = 'h1 { opacity: 0.5 }';
      document.head.append(style);
      const bare = document.createElement('style');
      bare.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(bare);
      const { opacity, color } = getComputedStyle(document.querySelector('h1') ?? document.body);
      return { opacity, isBareApplied: color === 'rgb(1, 2, 3)' };
    });
    expect(isStyled).toEqual({ opacity: '0.5', isBareApplied: false });
    const first = await nonce();
    expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    await page.reload();
    await connected(page);
    expect(await nonce()).not.toBe(first);
  });

  test('serves nothing from outside of the page’s folder', async () => {
    const found = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.getURL();
    });
    expect(found).toBe('app://bundle/');
    // An image is the one kind of file a page may ask for without being allowed to connect.
    const statuses = await Promise.all(
      ['..%2fsecret.txt', '%2e%2e/secret.txt', '..%5csecret.txt', 'gone.png'].map(async (path) => {
        const answer = page.waitForResponse((response) =>
          response.url().includes(path.replace('%2e%2e/', '')),
        );
        await page.evaluate((source) => {
          new Image().src = source;
        }, path);
        return (await answer).status();
      }),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  test('asks the system for a folder', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/home/ines/My study'] });
    });
    await send(page, [COMMAND.chooseFolder]);
    await expect.poll(() => heard(page)).toEqual(['"/home/ines/My study"']);
  });

  test('runs the engine beside the host, and ends it when asked', async () => {
    await send(page, [COMMAND.askEngine, 3, 4]);
    await expect.poll(() => heard(page)).toEqual(['[6,8]', '"engine ended"']);
  });

  test('gives every window a connection of its own', async () => {
    const opened = app.waitForEvent('window');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click());
    const other = await opened;
    await connected(other);
    await send(other, [COMMAND.reverse, 5]);
    await expect.poll(async () => (await frames(other)).at(-1)).toEqual([5]);
    expect(await frames(page)).toEqual([]);
    await other.close();
  });

  test('hears nothing after it has let go of the connection', async () => {
    await page.evaluate(() => window.disconnect());
    await send(page, [COMMAND.reverse, 5]);
    await page.evaluate(() => {
      window.disconnect = window.connect();
    });
    await expect.poll(() => heard(page)).toEqual(['"open"']);
  });

  test('tells the page when the host has ended, and finds a new one', async () => {
    await send(page, [COMMAND.crash]);
    await expect.poll(() => frames(page)).toEqual([[]]);
    // What belonged to the old connection reaches nobody.
    await send(page, [COMMAND.reverse, 1]);
    await page.evaluate(() => {
      window.disconnect();
      window.seen.splice(0);
      window.disconnect = window.connect();
    });
    await send(page, [COMMAND.reverse, 2]);
    await expect.poll(async () => (await frames(page)).slice(1)).toEqual([[2]]);
  });

  test('lets the host finish before it quits', async () => {
    const closed = app.waitForEvent('close');
    await app.evaluate(({ app: electron }) => electron.quit());
    await closed;
    expect(await readFile(join(folder, 'dist', 'stopped'), 'utf8')).toBe('yes');
  });
});

test(`shell on ${shellKind === 'electron' ? 'Electron' : 'the stand-in'}: gives up on a host that keeps stopping`, async () => {
  const { app: doomed, folder: own } = await launchShell();
  const doomedPage = await doomed.firstWindow();
  await connected(doomedPage);
  const closed = doomed.waitForEvent('close');
  await doomed.evaluate(({ dialog }) => {
    dialog.showErrorBox = () => undefined;
  });
  // Each new host is crashed as soon as the page has reached it.
  await doomedPage.evaluate((command) => {
    window.earshot.onFrame((frame) => {
      if (frame.length === 0) window.disconnect = window.connect();
      else window.earshot.send(Uint8Array.of(command));
    });
  }, COMMAND.crash);
  await closed;
  await rm(own, { recursive: true, force: true });
});

function send(target: Page, bytes: readonly number[]): Promise<void> {
  return target.evaluate((values) => window.earshot.send(Uint8Array.from(values)), bytes);
}

function frames(target: Page): Promise<number[][]> {
  return target.evaluate(() => window.seen.map((frame) => [...frame]));
}

/** Frames that the fixture's host sent as text. */
function heard(target: Page): Promise<string[]> {
  return target.evaluate(() => window.seen.map((frame) => new TextDecoder().decode(frame)));
}

/** A window is handed out while it is still loading. */
async function connected(target: Page): Promise<void> {
  await target.waitForFunction(() => window.seen?.length > 0);
}
