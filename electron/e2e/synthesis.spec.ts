import type { Page } from '@playwright/test';
import { axeViolations, expect, openSample, test } from './fixtures.ts';
import { watchHints } from './testing/watch-hints.ts';

async function openNeeds(page: Page): Promise<void> {
  await openSample(page);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('table', { name: 'Needs by people' })).toBeVisible();
}

async function show(page: Page, view: 'Matrix' | 'Ranked' | 'Board'): Promise<void> {
  await page.getByRole('button', { name: view, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('a whole synthesis by keyboard: list, filter, matrix, board, and back to where it was said', async ({
  openPage,
}) => {
  const page = await openPage();
  await openNeeds(page);
  const crumbs = page.getByRole('banner');
  await expect(crumbs).toContainText('2 recurring, from 3 people');

  // The list: why a need stands where it stands.
  await page.keyboard.press('j');
  const till = page.getByRole('row', { name: /Three numbers every Monday/ });
  await expect(till).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText(/^Rank 2: 3 people/)).toBeVisible();

  // A filter, and off again.
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Tag', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: /both/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'In the room: both', exact: true })).toBeVisible();
  await expect(crumbs).toContainText('from 2 of 3 people');
  await page.getByRole('button', { name: 'Take off In the room: both' }).focus();
  await page.keyboard.press('Enter');
  await expect(crumbs).toContainText('from 3 people');

  // The matrix: one person's quotes, and back to the cell.
  await show(page, 'Matrix');
  await expect(page.getByRole('grid', { name: 'Needs and people' })).toBeVisible();
  const cell = page.locator('[data-place][tabindex="0"]');
  await cell.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('gridcell', { name: /^Hazel, \d quotes$/ }).and(cell)).toBeFocused();
  await page.keyboard.press('Enter');
  const aside = page.getByRole('complementary', { name: 'What they said' });
  await expect(aside.getByRole('heading', { name: 'Hazel' })).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();

  // The board: a quote goes to another need, and back in one step.
  await show(page, 'Board');
  const [from, to] = [/know the delivery is short/, /Three numbers every Monday/].map((name) =>
    page.getByRole('region', { name }),
  );
  if (!from || !to) return;
  // Counted where it leaves: a long column shows only some of its voices.
  const before = await from.getByRole('listitem').count();
  await from.getByRole('listitem').first().focus();
  await page.keyboard.press('v');
  await page.keyboard.press('ArrowRight');
  await expect(to.getByText('Drop here, or press Enter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(from.getByRole('listitem')).toHaveCount(before - 1);
  await expect(page.getByText(/^Moved to “Three numbers/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(from.getByRole('listitem')).toHaveCount(before);

  // A quote gets its place among those of its need; it is there after a reload, and back with one undo.
  const cards = to.getByRole('listitem');
  const [firstWords = '', secondWords = ''] = await cards.locator('p:first-child').allInnerTexts();
  await cards.first().focus();
  await page.keyboard.press('v');
  await page.keyboard.press('ArrowDown');
  await expect(to.getByText('Drop here, or press Enter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Put in its place\./).first()).toBeVisible();
  await expect(cards.first()).toContainText(secondWords);
  await expect(cards.nth(1)).toContainText(firstWords);
  await page.reload();
  await expect(cards.first()).toContainText(secondWords);
  await to.getByRole('button', { name: /Three numbers/ }).focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('complementary');
  await expect(history.getByText('Put a quote in its place on the board.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Put a quote in its place on the board.' }).press('Enter');
  await expect(history.getByText('Put a quote in its place on the board.')).toHaveCount(0);

  // The search forgives a slip, and opens the place.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('speakerphnoe');
  const said = page.getByRole('option', { name: /speakerphone/ }).first();
  await expect(said.locator('mark').first()).toHaveText('speakerphone');
  await expect(said).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/interviews\/[\w-]+\?original=/);
  await expect(page.getByRole('main')).toContainText('on the speakerphone');
});

test('a quote is moved with the pointer as it is by keys', async ({ openPage }) => {
  const page = await openPage();
  await openNeeds(page);
  await show(page, 'Board');
  const to = page.getByRole('region', { name: /Three numbers every Monday/ });
  const from = page.getByRole('region', { name: /know the delivery/ });
  const before = await from.getByRole('listitem').count();
  const card = from.getByRole('listitem').first();
  await card.dragTo(to, { targetPosition: { x: 60, y: 60 } });
  await expect(from.getByRole('listitem')).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(from.getByRole('listitem')).toHaveCount(before);
});

for (const theme of ['light', 'dark'] as const) {
  test(`list, matrix, board and palette have nothing axe objects to, ${theme}`, async ({
    openPage,
  }, info) => {
    const page = await openPage(theme);
    await openNeeds(page);
    for (const view of ['Ranked', 'Matrix', 'Board'] as const) {
      await show(page, view);
      await expect(page.getByRole('button', { name: view, exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      expect(await axeViolations(page), view).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${view}.png`) });
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('monday');
    await expect(page.getByRole('option', { name: /Hazel/ }).first()).toBeVisible();
    expect(await axeViolations(page), 'palette').toEqual([]);
    await page.screenshot({ path: info.outputPath('palette.png') });
  });
}

test('a note says quietly that others said something like it, until it is sent away', async ({
  openPage,
}, info) => {
  test.slow();
  const page = await openPage();
  await openNeeds(page);
  const hintsAreReady = await watchHints(page);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'New interview' }).click();
  await expect(page).toHaveURL(/prepare$/);
  await page.keyboard.press('Control+Enter');
  const field = page.getByRole('textbox', { name: /Note|note/ }).first();
  await expect(field).toBeFocused();
  await hintsAreReady();
  await page.keyboard.type('The driver was gone before he knew the delivery was short');
  const hint = page.getByRole('note');
  await expect(hint).toContainText(/\d people said something like this/);
  // It never takes the cursor, and is no live region.
  await expect(field).toBeFocused();
  expect(await hint.getAttribute('aria-live')).toBeNull();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(page.getByRole('region', { name: 'What others said' })).toContainText('“');
  await expect(field).toBeFocused();
  await page.screenshot({ path: info.outputPath('hint.png') });
  await page.getByRole('button', { name: 'Dismiss hint' }).click();
  await expect(hint).toHaveCount(0);
});
