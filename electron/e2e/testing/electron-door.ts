// The door of Electron's windows, for transport-suite.ts: each connection goes through the preload of a window of its own
// to main and on to the host's process. One app serves all tests; a host that goes down is one that was killed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchApp } from '../../../build/test/electron/launch.mjs';
import { ElectronTransport } from '../../../renderer/client/electron-transport.ts';
import type { Timers, Transport } from '../../../renderer/client/transport.ts';
import type { OpenDoor, RawLine } from '../transport-suite.ts';
import { type BuiltShell, buildShell } from './build-shell.ts';
import { clientOver, type TestClient } from './client-of.ts';
import { WindowBridge } from './window-bridge.ts';

/** Lines take turns in so many windows: who opens another in the same window ends the older one. */
const LINE_WINDOWS = 3;

export class ElectronDoor {
  readonly #app: ElectronApplication;
  readonly #shell: BuiltShell;
  readonly #folder: string;
  readonly #freeWindows: WindowBridge[] = [];
  #lineWindows: WindowBridge[] = [];
  #lines = 0;
  /** Windows open one after the other, so that each is known when it comes. */
  #opening: Promise<unknown> = Promise.resolve();

  private constructor(app: ElectronApplication, shell: BuiltShell, folder: string) {
    this.#app = app;
    this.#shell = shell;
    this.#folder = folder;
  }

  static async start(): Promise<ElectronDoor> {
    const shell = await buildShell();
    const folder = await mkdtemp(join(tmpdir(), 'earshot-electron-door-'));
    const app = await launchApp({
      main: shell.mainPath,
      userFolder: join(folder, 'user'),
      // So that new workspaces go into the test's folder.
      env: { HOME: folder, USERPROFILE: folder, CFFIXED_USER_HOME: folder },
    });
    const door = new ElectronDoor(app, shell, folder);
    door.#freeWindows.push(new WindowBridge(app.firstWindow().then(shown)));
    return door;
  }

  async quit(): Promise<void> {
    await this.#app.close();
    await Promise.all([
      this.#shell.remove(),
      rm(this.#folder, { recursive: true, force: true, maxRetries: 3 }),
    ]);
  }

  async open(): Promise<OpenDoor> {
    const clients: TestClient<Transport>[] = [];
    const taken: WindowBridge[] = [];
    const retries = new HeldRetries();
    return {
      connect: () => {
        const bridge = this.#freeWindows.pop() ?? new WindowBridge(this.#openWindow());
        taken.push(bridge);
        const client = clientOver(new ElectronTransport(bridge, retries));
        clients.push(client);
        return client;
      },
      openLine: () => Promise.resolve(lineThrough(this.#nextLineWindow())),
      restart: async (meanwhile) => {
        const isUp = retries.hold();
        const lost = clients.map(({ transport }) => untilClosed(transport));
        await this.#killHost();
        await Promise.all(lost);
        await meanwhile();
        isUp();
      },
      close: async () => {
        for (const client of clients) client.close();
        const used = [...taken, ...this.#lineWindows];
        const ends = await Promise.allSettled(used.map((bridge) => bridge.settled()));
        // A window that failed a step does no other one: it fails this test alone, and the next gets a new one.
        const broken = new Set(used.filter((_, at) => ends[at]?.status === 'rejected'));
        this.#freeWindows.push(...taken.filter((bridge) => !broken.has(bridge)));
        this.#lineWindows = this.#lineWindows.filter((bridge) => !broken.has(bridge));
        const failure = ends.find((end) => end.status === 'rejected');
        if (failure !== undefined) throw failure.reason;
      },
    };
  }

  #nextLineWindow(): WindowBridge {
    const at = this.#lines % LINE_WINDOWS;
    this.#lines += 1;
    const known = this.#lineWindows[at];
    if (known) return known;
    const bridge = new WindowBridge(this.#openWindow());
    this.#lineWindows.push(bridge);
    return bridge;
  }

  #openWindow(): Promise<Page> {
    const before = this.#opening.catch(() => undefined);
    const page = before.then(async () => {
      const opened = this.#app.waitForEvent('window');
      await this.#app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click(),
      );
      return shown(await opened);
    });
    this.#opening = page;
    return page;
  }

  #killHost(): Promise<void> {
    return this.#app.evaluate(({ app }) => {
      const host = app.getAppMetrics().find(({ name }) => name === 'Earshot host');
      if (host === undefined) throw new Error('no host is running');
      process.kill(host.pid, 'SIGKILL');
    });
  }
}

/** A window is handed out while it is still loading. */
async function shown(page: Page): Promise<Page> {
  await page.waitForFunction(() => document.querySelector('h1') !== null && 'earshot' in window);
  return page;
}

function lineThrough(bridge: WindowBridge): RawLine {
  const heard: Uint8Array[] = [];
  const ended = new Promise<string>((resolve) => {
    bridge.onFrame((frame) => {
      if (frame.length === 0) resolve('closed');
      else heard.push(frame);
    });
  });
  return { heard, ended, send: (frame) => bridge.send(frame) };
}

function untilClosed(transport: Transport): Promise<void> {
  return new Promise((resolve) => {
    const leave = transport.onState(({ kind }) => {
      if (kind !== 'closed') return;
      leave();
      resolve();
    });
  });
}

/** Main starts a killed host again at once; that the pages stay without one for a while is decided here. */
class HeldRetries implements Timers {
  #isUp: Promise<void> = Promise.resolve();

  /** Returns what lets the attempts go on. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.#isUp = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  set(run: () => void): { isCleared: boolean } {
    const attempt = { isCleared: false };
    void this.#isUp.then(() => {
      if (!attempt.isCleared) run();
    });
    return attempt;
  }

  clear(attempt: unknown): void {
    // An attempt is only ever one that `set` has returned.
    (attempt as { isCleared: boolean }).isCleared = true;
  }
}
