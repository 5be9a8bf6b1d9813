// A whole synthesis of one need by keyboard, in real Chromium against a real host: every decision, its undo, and what
// outlives a restart. Both themes are clean for axe.
import type { Page } from '@playwright/test';
import { axeViolations, expect, openSample, test } from './fixtures.ts';

const NAMED = /Three numbers every Monday that match the till/;
const OTHER = /delivery is short/;

async function openNeed(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

function rows(page: Page, section: string) {
  return page.getByRole('list', { name: section }).getByRole('listitem');
}

/** The current row is where keys act; the first one takes the focus by going down and up. */
async function toFirstRow(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press('Home');
  await expect(rows(page, 'Voices for').first()).toBeFocused();
}

test('splits, moves, merges and undoes by keyboard, and keeps it all over a restart', async ({
  openPage,
  app,
}) => {
  const page = await openPage();
  await openSample(page);
  await openNeed(page, NAMED);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  const voices = rows(page, 'Voices for');
  await expect(voices).toHaveCount(9);

  await toFirstRow(page);
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: 'Chosen quotes' })).toContainText('2 quotes');
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'What these people need' }).fill('Apart from it');
  await page.keyboard.press('Enter');
  await expect(voices).toHaveCount(7);
  await expect(
    page.getByRole('complementary').getByText('Split off 2 quotes as “Apart from it”.'),
  ).toBeVisible();

  await toFirstRow(page);
  await page.keyboard.press('v');
  await page.getByRole('textbox', { name: 'Search needs' }).fill('delivery');
  await page.keyboard.press('Enter');
  await expect(voices).toHaveCount(6);
  await expect(page.getByText(/Moved to “.*”\. 3 people there\./).first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Moved 1 quote to/ }).press('Enter');
  await expect(voices).toHaveCount(7);

  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: 'Search needs' }).fill('delivery');
  await page.getByRole('button', { name: /^Merge into/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: OTHER })).toBeVisible();
  await expect(page.getByRole('complementary').getByText(/^Merged “Three numbers/)).toBeVisible();
  await app.stop('SIGKILL');
  await app.start();
  await page.reload();
  await expect(page.getByRole('complementary').getByText(/^Merged “Three numbers/)).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Merged/ }).press('Enter');
  await openNeed(page, NAMED);
  await expect(page.getByText('7 quotes').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Apart from it' }).first()).toBeVisible();
});

test('marks against and for, pins, takes out, and says it in words', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openNeed(page, NAMED);
  await toFirstRow(page);
  await page.keyboard.press('t');
  await expect(rows(page, 'Voices for').first().getByText('Pinned')).toBeVisible();
  await page.keyboard.press('-');
  await expect(rows(page, 'Voices against')).toHaveCount(1);
  await rows(page, 'Voices against').first().focus();
  await page.keyboard.press('+');
  await expect(page.getByText('Nobody spoke against this. Ask once more?')).toBeVisible();
  await toFirstRow(page);
  await page.keyboard.press('Delete');
  await expect(page.getByText('8 quotes').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('9 quotes').first()).toBeVisible();
});

test('words the pair, and adds a quote from a transcript and a note as a note', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openNeed(page, NAMED);
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'They asked for' }).fill('a dashboard');
  await page.getByRole('textbox', { name: 'They need' }).fill('three numbers on Monday');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 asked for a dashboard; 3 need three numbers on Monday.')).toBeVisible();
  await page.getByRole('button', { name: 'Take apart' }).press('Enter');
  await expect(page.getByText(/^The pair was taken apart\./)).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Took the pair apart.' }).press('Enter');
  await expect(page.getByText('3 asked for a dashboard; 3 need three numbers on Monday.')).toBeVisible();

  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Add a quote or a note' });
  await dialog.getByRole('textbox', { name: 'Search the words' }).fill('order');
  await dialog.getByRole('radio').first().press('Space');
  await dialog.getByRole('button', { name: /^Add/ }).last().press('Enter');
  await expect(page.getByText('10 quotes').first()).toBeVisible();
  await page.keyboard.press('q');
  await dialog.getByRole('button', { name: 'Notes' }).press('Enter');
  await dialog.getByRole('radio').first().press('Space');
  await dialog.getByRole('button', { name: /^Add/ }).last().press('Enter');
  await expect(rows(page, 'Noted')).toHaveCount(1);
  await expect(rows(page, 'Noted').getByText(/noted by/)).toBeVisible();
  await expect(rows(page, 'Noted').locator('blockquote')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`is clean for axe, with quotes chosen and in its dialogs, ${theme}`, async ({ openPage }) => {
    const page = await openPage(theme);
    await openSample(page);
    await openNeed(page, NAMED);
    await toFirstRow(page);
    await page.keyboard.press('x');
    await expect(page.getByRole('toolbar', { name: 'Chosen quotes' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    for (const key of ['s', 'v', 'm', 'e', 'q']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axeViolations(page), key).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
