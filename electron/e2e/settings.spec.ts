// The palette, the keyboard sheet, the codebook, Settings and what leaves: in real Chromium, over the sample.
import type { Page } from '@playwright/test';
import { axeViolations, expect, openSample, test } from './fixtures.ts';

test('the palette finds a need of the sample, a slip forgiven, and opens it', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('nubmers monday');
  const need = page.getByRole('option', { name: /Three numbers every Monday/ });
  await expect(need).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /Home/ })).toBeVisible();
});

test('a theme that is chosen is there after a reload', async ({ openPage }) => {
  const page = await openPage('light');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('> dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('name and role that are set in Settings stand on the next note', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('Control+,');
  const you = page.getByRole('region', { name: 'You' });
  await you.getByLabel('Name').fill('Noor');
  await you.getByLabel('Name').press('Enter');
  await you.getByRole('radio', { name: 'Engineer' }).click();
  await expect(you.getByText('Noor · Engineer')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('> new interview');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Start listening/ }).click();
  await page.keyboard.type('He counts on cardboard.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByLabel(/Noor, engineer.*He counts on cardboard/i)).toBeVisible();
});

test('a key in use swaps, is told, and is given back', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const rows = page.getByRole('table', { name: 'Tags' }).getByRole('row');
  const trust = rows.filter({ has: page.getByRole('rowheader', { name: 'trust' }) });
  const price = rows.filter({ has: page.getByRole('rowheader', { name: 'monday' }) });
  await price.click();
  await price.focus();
  await page.keyboard.press('5');
  await expect(page.getByText('5 was #trust; it is now #monday.')).toBeVisible();
  await expect(price).toContainText('5');
  await expect(trust).toContainText('6');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(trust).toContainText('5');
  await expect(price).toContainText('6');
});

test('a tag that is renamed keeps its old name', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.evaluate(() => {
    location.hash = '#/codebook';
  });
  await page.getByRole('rowheader', { name: 'till' }).click();
  await page.locator('tr', { has: page.getByRole('rowheader', { name: 'till' }) }).focus();
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByLabel('Name').fill('counter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'counter' })).toBeVisible();
  const inspector = page.getByRole('complementary', { name: 'The current tag' });
  await expect(inspector.getByText('Notes that say so count as #counter.')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on these screens in the ${theme} theme`, async ({ openPage }) => {
    const page = await openPage(theme);
    await openSample(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('deliver');
    await expect(page.getByRole('option').first()).toBeVisible();
    await isClean(page, 'the palette');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await isClean(page, 'the keyboard sheet');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toHaveCount(0);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('table', { name: 'Tags' }).waitFor();
    await isClean(page, 'the codebook');
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: /Hazel/ }).click();
    await isClean(page, 'Settings');
    await page
      .getByRole('navigation', { name: 'Settings' })
      .getByRole('button', { name: 'What leaves' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'What leaves this computer' }).waitFor();
    await isClean(page, 'what leaves');
  });
}

async function isClean(page: Page, what: string): Promise<void> {
  // Colours are measured as they stand: surfaces that fade in have to have come.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  expect(await axeViolations(page), what).toEqual([]);
}
