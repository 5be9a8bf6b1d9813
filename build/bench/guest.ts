// How long a guest waits: from the invite's link to the page that asks for a name, and from the name to the first note on
// the screen. Real Chromium over the real TLS door, a new browser context each time, beside a bare page from a bare server.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { clientAt, foldersIn, serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { findChromium } from '../chromium.mjs';
import { addFirstNote, makeWorkspace } from './latency-study.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const VISITS = 12;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    yield { what: '(guests: left out, since no Chromium is here)' };
    return;
  }
  const study = await makeWorkspace(folder);
  await addFirstNote(root, folder, study);
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const owner = clientAt(await served.address);
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic'] });
  const bare = createServer((_, answer) => answer.end('<!doctype html><p>A note.</p>')).listen(
    0,
    '127.0.0.1',
  );
  try {
    await owner.client.call('sharing.start', {});
    await owner.client.call('sharing.setBrowsers', { areAllowed: true });
    const { browserLink } = await owner.client.call('sharing.invite', {
      kind: 'editor',
      interviewId: study.first,
      role: 'engineer',
      lifetime: 'until-revoked',
    });
    const link = new URL(browserLink ?? '');
    link.hostname = '127.0.0.1';
    const opened: number[] = [];
    const seen: number[] = [];
    const bareOpened: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      await inNewContext(browser, async (page) => {
        opened.push((await timed(() => openInvite(page, link.href))).ms);
        await page.getByLabel('Your name, as the others see it').fill('Rowan');
        seen.push((await timed(() => joinInterview(page))).ms);
      });
      await inNewContext(browser, async (page) => {
        // A server that listens on a port has an address of that kind.
        const { port } = bare.address() as AddressInfo;
        const open = async () => {
          await page.goto(`http://127.0.0.1:${port}/`);
          await page.getByText('A note.').waitFor();
        };
        bareOpened.push((await timed(open)).ms);
      });
    }
    yield row('invite opened → asks for a name', opened, bareOpened);
    yield row('name given → first note on the screen', seen, bareOpened);
  } finally {
    bare.close();
    owner.close();
    await browser.close();
    await served.kill();
  }
}

async function openInvite(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name, as the others see it').waitFor();
}

async function joinInterview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join the interview' }).click();
  await page.getByRole('log', { name: 'Notes' }).getByRole('listitem').first().waitFor();
}

async function inNewContext(browser: Browser, task: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    await task(await context.newPage());
  } finally {
    await context.close();
  }
}

function row(what: string, ours: readonly number[], bare: readonly number[]): Row {
  const [mine, theirs] = [percentile(ours, 0.5), percentile(bare, 0.5)];
  return {
    what: `${what}, p50 (p95 ${milliseconds(percentile(ours, 0.95))})`,
    earshot: milliseconds(mine),
    peer: `${milliseconds(theirs)} bare page`,
    ratio: mine / theirs,
  };
}
