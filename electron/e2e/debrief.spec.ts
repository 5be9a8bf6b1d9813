// The debrief in real Chromium against a real host: both viewpoints along the clock, and every act seen by the other
// window and taken back by whoever did it.
import type { Page } from '@playwright/test';
import { axeViolations, expect, type ServedApp, test } from './fixtures.ts';
import { makeLiveStudy, openLarder, type StudyNote } from './testing/make-live-study.ts';

const NOTES: readonly StudyNote[] = [
  { by: 'tomas', atMs: 252_000, text: 'The till exports a CSV.', tags: ['workaround'] },
  { by: 'ines', atMs: 941_000, text: 'Lock-up has no signal. Counts on cardboard.' },
  { by: 'tomas', atMs: 1_600_000, text: 'Would take a missing number over a wrong one', isMarked: true },
  { by: 'ines', atMs: 1_852_000, text: 'Price of oil moved between the order and the invoice.' },
  { by: 'tomas', atMs: 1_870_000, text: 'Oil up, learned the price from the invoice.' },
  { by: 'tomas', atMs: 1_900_000, text: 'What happens on a Monday?', kind: 'follow-up' },
];

async function openDebrief(
  app: ServedApp,
  openPage: (theme?: 'light' | 'dark') => Promise<Page>,
): Promise<{ readonly page: Page; readonly second: () => Promise<Page> }> {
  await app.stop();
  const id = await makeLiveStudy(app.folder, { notes: NOTES, standsAtMs: 2_000_000 });
  await app.start();
  const open = async (theme?: 'light' | 'dark') => {
    const page = await openPage(theme);
    await openLarder(page);
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/interviews/${id}/live`);
    return page;
  };
  const page = await open();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'End interview' }).click();
  await expect(page).toHaveURL(/debrief$/);
  return {
    page,
    second: async () => {
      const other = await open('dark');
      await other.getByRole('button', { name: 'Debrief' }).click();
      return other;
    },
  };
}

const row = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Notes of both, along the clock' }).getByRole('listitem', { name });

test('comes right after the call, and each act is seen by the other and taken back by its owner', async ({
  app,
  openPage,
}) => {
  const { page, second } = await openDebrief(app, openPage);
  await expect(row(page, /^4 minutes 12, only Tomas, engineer: The till exports a CSV./)).toBeVisible();
  await expect(row(page, /^30 minutes 52, both: Ines Price of oil .*a guess$/)).toBeVisible();
  const other = await second();

  await row(page, /Would take a missing number/).click();
  await page.keyboard.press('h');
  await page.keyboard.press('m');
  await expect(row(other, /Would take a missing number.*Ines heard it too, marked together$/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(
    row(other, /only Tomas, engineer: Would take a missing number.*marked by Tomas$/),
  ).toBeVisible();

  await row(page, /Price of oil/).click();
  await page.keyboard.press('l');
  await expect(row(other, /both: Ines Price of oil .*invoice\.$/)).toBeVisible();
  await page.keyboard.press('l');
  await expect(row(other, /only Ines, PM: Price of oil/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(other, /both: Ines Price of oil/)).toBeVisible();

  await row(page, /Lock-up has no signal/).click();
  await page.keyboard.press('f');
  await expect(page.getByRole('article', { name: /Lock-up has no signal/ })).toBeVisible();
  const monday = { name: 'What happens on a Monday?' };
  await page.getByRole('article', monday).getByRole('button', { name: 'Ines asks Rowan' }).click();
  await expect(other.getByRole('article', monday)).toContainText('Ines asks Rowan');

  await page.keyboard.press('c');
  await page.keyboard.type('Nobody asked about Sundays');
  await page.keyboard.press('Enter');
  await expect(row(other, /^15 minutes 41, only Ines, PM: Nobody asked about Sundays/)).toContainText(
    'debrief',
  );
  expect(await axeViolations(page)).toEqual([]);
  expect(await axeViolations(other)).toEqual([]);
});

test('filters by viewpoint, keeps quiet time, and goes to the words when it is done', async ({
  app,
  openPage,
}) => {
  const { page } = await openDebrief(app, openPage);
  await expect(row(page, /./)).toHaveCount(5);
  await page.keyboard.press('1');
  await expect(row(page, /./)).toHaveCount(1);
  await page.keyboard.press('2');
  await expect(row(page, /both/)).toHaveCount(1);
  await page.keyboard.press('0');
  await expect(row(page, /./)).toHaveCount(5);
  await page.keyboard.press('Space');
  await expect(page.getByRole('timer')).toHaveText(/0:0[1-9] of 5 min/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Start the five minutes' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: /Import/ })).toBeVisible();
});
