// The whole desktop app, as it is built: its own page, main, preload and host, over the protocol that they share.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { launchApp, shellKind } from '../../build/test/electron/launch.mjs';
import { decodeFrame, encodeCallFrame, HostFrame, PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { startSharedHost } from './testing/shared-host.ts';

/** Far from the ids that the page counts its calls with. */
const CALL_ID = 900_001;

let app: ElectronApplication;
let page: Page;
let folder: string;
const problems: string[] = [];

const stage = `desktop app on ${shellKind === 'electron' ? 'Electron' : 'the stand-in'}`;

test.describe(stage, () => {
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-desktop-'));
    app = await launchApp({ userFolder: folder });
    page = await app.firstWindow();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.getByRole('heading').first().waitFor();
  });
  test.afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('shows its page under its own policy, without a complaint', async () => {
    expect(problems).toEqual([]);
  });

  test('computes needs in a process beside the host, and stops when it is told to', async () => {
    await page.getByRole('button', { name: /Open the sample workspace/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Larder' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page
      .getByRole('button', { name: /^(Find needs|Compute again)$/ })
      .first()
      .click();
    // Told by the engine once it has read the first words: main has carried the job to it, and its progress back.
    await expect(page.getByText(/^Listening through /)).toBeVisible({ timeout: 120_000 });
    expect(await processes()).toContain('Earshot engine');
    await page.getByRole('button', { name: /^(Cancel|Stop)/ }).click();
    await expect(page.getByText('Stopped. Nothing was changed.')).toBeAttached();
    expect(problems).toEqual([]);
  });

  test('answers calls from its window', async () => {
    await connect();
    await call('session.state');
    await expect.poll(answers).toEqual([expect.objectContaining({ canChooseFolder: true })]);
  });

  test('answers again after its host was killed', async () => {
    await connect();
    await app.evaluate(({ app: electron }) => {
      const host = electron.getAppMetrics().find((one) => one.name === 'Earshot host');
      if (host === undefined) throw new Error('no host is running');
      process.kill(host.pid, 'SIGKILL');
    });
    // An empty frame: the connection has ended.
    await expect.poll(() => page.evaluate(() => window.seen.at(-1)?.length)).toBe(0);
    // The page finds its own way back meanwhile, which may take the connection from under ours once.
    await expect(async () => {
      await connect();
      await call('session.state');
      await expect.poll(async () => (await answers()).length, { timeout: 2_000 }).toBe(1);
    }).toPass();
  });
});

test(`${stage}: an invite that the system opens leads into that one interview, and another one is told of there`, async () => {
  test.setTimeout(120_000);
  const ines = await startSharedHost();
  const own = await mkdtemp(join(tmpdir(), 'earshot-desktop-'));
  const tomas = await launchApp({ userFolder: own });
  try {
    const window = await tomas.firstWindow();
    await expect(window.getByRole('button', { name: 'Join with an invite' })).toBeVisible({
      timeout: 30_000,
    });
    /** As a Mac hands over a link that was clicked anywhere. */
    const open = (link: string) =>
      tomas.evaluate(
        ({ app: electron }, url) => void electron.emit('open-url', { preventDefault: () => undefined }, url),
        link,
      );
    await open(await ines.link('editor'));
    const invited = window.getByRole('dialog', { name: 'Join with an invite' });
    await expect(invited.getByLabel('Invite link')).toHaveValue(/^earshot:\/\/join\//);
    // Any page may open a link: before Join is pressed, that computer has heard nothing of this one.
    expect((await ines.test.call('sharing.state', {})).guestsHere).toBe(0);
    await invited.getByLabel('Your name, as the others see it').fill('Tomas');
    await invited.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Rowan' })).toBeVisible({ timeout: 30_000 });
    const field = window.getByRole('textbox', { name: 'Note', exact: true });
    await expect(field).toBeFocused();
    await field.fill('Written in somebody else’s interview');
    await window.getByRole('button', { name: 'Keep' }).click();
    await expect(window.getByRole('log', { name: 'Notes' })).toContainText('with Ines', { timeout: 30_000 });

    await field.fill('half a thought');
    const second = await ines.link('viewer');
    await open(second);
    const told = window.getByRole('region', { name: 'Another invite' });
    await expect(told).toBeVisible({ timeout: 30_000 });
    await expect(field).toBeFocused();
    await told.getByRole('button', { name: 'Look at it' }).click();
    await expect(invited.getByLabel('Invite link')).toHaveValue(second, { timeout: 30_000 });
    // Behind the dialog is one's own Earshot again.
    await invited.getByRole('button', { name: 'Close' }).first().click();
    await expect(window.getByRole('button', { name: 'Join with an invite' })).toBeVisible({
      timeout: 30_000,
    });
  } finally {
    await tomas.close();
    await ines.close();
    await rm(own, { recursive: true, force: true });
  }
});

function processes(): Promise<(string | undefined)[]> {
  return app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ name }) => name));
}

/** A connection of the spec's own, in place of the page's, which hears the frames as well and passes over them. */
async function connect(): Promise<void> {
  await page.evaluate(() => {
    window.seen = [];
    window.disconnect?.();
    window.disconnect = window.earshot.onFrame((frame) => window.seen.push(frame));
  });
  await send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
}

function call(method: string): Promise<void> {
  return send(encodeCallFrame({ kind: 'call', id: CALL_ID, method, params: {} }));
}

function send(frame: Uint8Array): Promise<void> {
  return page.evaluate((bytes) => window.earshot.send(Uint8Array.from(bytes)), [...frame]);
}

/** The results of the spec's own calls; the page's come by the same way. */
async function answers(): Promise<unknown[]> {
  const frames = await page.evaluate(() => window.seen.map((frame) => [...frame]));
  return frames
    .filter((bytes) => bytes.length > 0)
    .map((bytes) => decodeFrame(Uint8Array.from(bytes), HostFrame))
    .flatMap((frame) => (frame.channel === 'call' ? [frame.message] : []))
    .flatMap((message) => (message.kind === 'result' && message.id === CALL_ID ? [message.result] : []));
}
