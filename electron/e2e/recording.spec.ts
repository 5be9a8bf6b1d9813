// A recording beside the words, in real Chromium: attached by path, heard from a click on words, found again after a move.
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tinyWav } from '../host/recordings/testing/tiny-wav.ts';
import { axeViolations, expect, openSample, test } from './fixtures.ts';

const heardAt = (page: Page) =>
  page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).currentTime);
const player = (page: Page) => page.getByRole('region', { name: 'Recording' });

async function attach(page: Page, path: string, button = 'Attach'): Promise<void> {
  await page.getByRole('textbox', { name: 'Path of the file' }).fill(path);
  await page.getByRole('button', { name: button, exact: true }).click();
}

test('plays the words that are clicked, and is found again after a move', async ({ openPage, app }) => {
  const file = join(app.folder, 'call.wav');
  await writeFile(file, tinyWav(500));
  const page = await openPage();
  await openSample(page);
  await page.getByRole('row', { name: /Alder/ }).click();
  const rows = page.getByRole('region', { name: 'Transcript', exact: true }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await expect(page.locator('audio')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Play from/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Attach a recording…' }).click();
  await attach(page, join(app.folder, 'nothing.wav'));
  await expect(page.getByText(/There is no file at this path/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await attach(page, file);
  await expect(player(page)).toBeVisible();
  await expect
    .poll(() => page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).duration))
    .toBe(500);

  const time = page.getByRole('button', { name: /^Play from/ }).nth(4);
  const [, minutes = '', seconds = ''] =
    /(\d+):(\d+)$/.exec((await time.getAttribute('aria-label')) ?? '') ?? [];
  const fromSeconds = Number(minutes) * 60 + Number(seconds);
  expect(fromSeconds).toBeGreaterThan(5);
  await time.click();
  await expect.poll(() => heardAt(page)).toBeGreaterThan(fromSeconds - 1);
  expect(await heardAt(page)).toBeLessThan(fromSeconds + 60);
  await page.keyboard.press('l');
  await expect
    .poll(() => page.locator('audio').evaluate((audio) => (audio as HTMLAudioElement).paused))
    .toBe(true);

  await rows
    .first()
    .locator('[data-turn]')
    .click({ position: { x: 8, y: 20 } });
  await expect.poll(() => heardAt(page)).toBeLessThan(fromSeconds);
  expect(await axeViolations(page)).toEqual([]);

  await rename(file, join(app.folder, 'archived.wav'));
  await page.reload();
  await expect(page.getByText(/The recording has moved/)).toBeVisible();
  await page.getByRole('button', { name: 'Find it' }).click();
  await attach(page, join(app.folder, 'archived.wav'), 'Use this file');
  await expect(player(page)).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Detach the recording' }).click();
  await expect(page.locator('audio')).toHaveCount(0);
});
