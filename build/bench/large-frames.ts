// The synthesis view of a thousand interviews in real Chromium: what scrolling its list, its matrix and its board costs.
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { findChromium } from '../chromium.mjs';
import { type FrameWork, frameWork } from './frame-work.ts';
import { milliseconds, type Row, timed } from './row.ts';

const FRAME_MS = 1_000 / 60;

/** `workspace` is opened by an Earshot of its own; nobody else may have it open. */
export async function* viewFrames(root: string, workspace: string, user: string): AsyncGenerator<Row> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    yield { what: '(frames of the synthesis view: left out, since no Chromium is here)' };
    return;
  }
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), { workspace, user });
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic'] });
  try {
    const { origin, token } = await served.address;
    const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await bare.setContent(
      '<div data-scrolls="bare" style="height:700px;overflow:auto"><div style="height:9000px">.</div></div>',
    );
    yield rowOf('an empty page', await frameWork(bare, '[data-scrolls="bare"]', { x: 0, y: 17 }));
    await bare.close();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(() => {
      localStorage.setItem('earshot.preferences', JSON.stringify({ needsView: 'matrix' }));
    });
    await page.goto(`${origin}/#token=${token}`);
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor({ timeout: 120_000 });
    const { ms } = await timed(async () => {
      await page.evaluate(() => {
        window.location.hash = '#/needs';
      });
      await page.getByRole('grid', { name: 'Needs and people' }).waitFor({ timeout: 120_000 });
    });
    yield { what: 'synthesis view: open, from the click to the matrix', earshot: milliseconds(ms) };
    yield* scrolled(page, 'matrix');
    await page.getByRole('button', { name: 'Ranked', exact: true }).click();
    await page.getByRole('table', { name: 'Needs by people' }).waitFor({ timeout: 60_000 });
    yield* scrolled(page, 'list');
    const board = await timed(async () => {
      await page.getByRole('button', { name: 'Board', exact: true }).click();
      await page.locator('[data-scrolls="board"]').waitFor({ timeout: 120_000 });
    });
    yield { what: '  to the board', earshot: milliseconds(board.ms) };
    yield* scrolled(page, 'board');
  } finally {
    await browser.close();
    await served.kill();
  }
}

async function* scrolled(page: Page, view: 'matrix' | 'list' | 'board'): AsyncGenerator<Row> {
  const by = view === 'list' ? { x: 0, y: 17 } : view === 'matrix' ? { x: 9, y: 17 } : { x: 19, y: 0 };
  const scroller = `[data-scrolls="${view}"]`;
  // A list that was short enough to be drawn whole scrolls with its page; what comes after it is still measured.
  if ((await page.locator(scroller).count()) === 0)
    yield { what: `  (the ${view} has no scroller of its own)` };
  else yield rowOf(`the ${view}`, await frameWork(page, scroller, by));
}

function rowOf(view: string, { frames, middleMs, lateMs, overShare }: FrameWork): Row {
  return {
    what: `  work a frame, scrolling ${view}, 95 of 100 within`,
    earshot: milliseconds(lateMs),
    peer: `16.7 ms; half within ${milliseconds(middleMs)}, over in ${Math.round(overShare * frames)} of ${frames}`,
    ratio: lateMs / FRAME_MS,
  };
}
