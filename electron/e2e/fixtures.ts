// What browser specs start from: the built app served from a temporary folder, a page in real Chromium that fails the
// test when anything is said on its console, and axe.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface ServedApp {
  /** With the token in its fragment. */
  readonly url: string;
  /** Holds `user/` and `workspaces/`; lives as long as the test. */
  readonly folder: string;
  /** Ends the app: politely, or with -9. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same folder, at the same port. */
  start(): Promise<void>;
}

export interface Fixtures {
  readonly app: ServedApp;
  /** The app of somebody else: folders of its own. */
  readonly otherApp: ServedApp;
  /** Opens another window of the same person: a context of its own. */
  readonly openPage: (theme?: 'light' | 'dark') => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  app: ({}, use) => withServedApp(use),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  otherApp: ({}, use) => withServedApp(use),
  openPage: async ({ browser, app }, use) => {
    const problems: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (theme = 'light') => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: theme,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        // A host that a test ends on purpose is a lost socket, which Chromium reports by itself.
        if (message.type() === 'error' && !/WebSocket connection|ERR_CONNECTION/.test(message.text()))
          problems.push(message.text());
      });
      await page.goto(app.url);
      await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
      return page;
    });
    for (const context of contexts) await context.close();
    expect(problems, 'nothing is said on the console').toEqual([]);
  },
});

export { expect };

/** From the first screen into the sample workspace. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Open the sample workspace/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Larder' })).toBeVisible();
}

/** Names and places of everything axe objects to on the page as it stands. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Not addScriptTag: the page's own policy refuses it.
  await page.evaluate(await readFile(axeSource, 'utf8'));
  return page.evaluate(async () => {
    // What is fading in has not its colours yet.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map((one) => one.finished));
    // axe puts itself on the window; it has no types there.
    const { axe } = window as unknown as {
      axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    };
    const found = await axe.run(document);
    return found.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => String(node.target)).join(' | ')}`,
    );
  });
}

async function withServedApp(use: (app: ServedApp) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-e2e-'));
  const app = new Served(folder);
  await app.start();
  await use(app);
  await app.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

class Served implements ServedApp {
  readonly folder: string;
  url = '';
  #process: ChildProcess | null = null;
  #port = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        join(root, 'dist', 'earshot.js'),
        'serve',
        '--port',
        String(this.#port),
        '--user-folder',
        join(this.folder, 'user'),
      ],
      // A home of its own, so that new workspaces go into the test's folder. The channel ends the app with the test.
      {
        env: { ...process.env, HOME: this.folder, USERPROFILE: this.folder },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.#process = child;
    let log = '';
    this.url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        log += chunk.toString();
        const url = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(log)?.[0];
        if (url) resolve(url);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${log}`)));
    });
    this.#port = Number(new URL(this.url).port);
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
