// A brief in real Chromium, against a real host: read with its evidence, typed in, linked, exported, and shared by two
// windows.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations, expect, openSample, test } from './fixtures.ts';

function text(page: Page) {
  return page.getByRole('textbox', { name: 'Brief text' });
}

function evidence(page: Page) {
  return page.getByRole('group', { name: /^Live evidence/ });
}

async function openBrief(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Monday numbers' }).click();
  await expect(evidence(page)).toBeVisible();
}

/** Puts the caret at the end of the text, where a paragraph of the decision stands. */
async function typeAtEnd(page: Page, words: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.type(words);
}

/** Far below the window the editor draws nothing; going there makes it. */
async function goToEnd(page: Page): Promise<void> {
  await text(page).focus();
  await page.keyboard.press('Control+End');
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('group', { name: 'Connection' }).filter({ hasText: /^Saved$/ })).toBeVisible();
}

test('shows who said it, in their words, and leads there', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await expect(page.getByRole('group', { name: 'Live evidence: 3 of 3 people' })).toBeVisible();
  await expect(evidence(page).getByRole('figure')).toHaveCount(4); // three who need it, and one who asked for else
  for (const name of ['Alder', 'Hazel', 'Linden'])
    await expect(evidence(page).getByRole('figure').filter({ hasText: name }).first()).toBeVisible();
  await evidence(page)
    .getByRole('button', { name: /open Linden's transcript here/ })
    .click();
  await expect(page).toHaveURL(/#\/interviews\/sample-linden\?original=[0-9a-f]{64}&start=\d+/);
  await page.goBack();
  await evidence(page)
    .getByRole('button', { name: 'Three numbers every Monday that match the till' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
});

test('links a need by two brackets, and keeps everything over a reload', async ({ openPage, app }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await typeAtEnd(page, '\nWe begin on Monday.\n\n[[delviery');
  await expect(page.getByRole('option', { name: /delivery is short/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(evidence(page)).toHaveCount(2);
  await expect(page.getByRole('complementary').getByText('delivery is short')).toBeVisible();
  await page.keyboard.type('And below the block.');
  await expect(text(page)).toContainText('And below the block.');
  await saved(page);
  await app.stop('SIGKILL');
  await app.start();
  await page.reload();
  await expect(evidence(page).first()).toBeVisible();
  await goToEnd(page);
  await expect(text(page)).toContainText('We begin on Monday.');
  await expect(text(page)).toContainText('And below the block.');
  await expect(page.getByRole('complementary').getByText('delivery is short')).toBeVisible();
  await expect(page.getByText(/^Edited /)).toBeVisible();
});

test('copies the reference with the words around a block', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await text(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/# Evidence\n\n\[\[need:[\w-]+\]\]\n\n# What we do not know/);
});

test('links a need by its button, takes it out again, and brings it back', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Search needs' }).fill('delivery');
  await expect(page.getByRole('option', { name: /delivery is short/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(evidence(page)).toHaveCount(2);
  const inspector = page.getByRole('complementary');
  const row = inspector.getByRole('listitem').filter({ hasText: 'delivery is short' });
  await row.getByRole('button', { name: 'Unlink' }).click();
  await expect(row).toHaveCount(0);
  await expect(evidence(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(1);
  await expect(evidence(page)).toHaveCount(2);
});

test('types, takes back its own words only, and shows them in a second window at once', async ({
  openPage,
}) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  const other = await openPage();
  await openBrief(other);
  await typeAtEnd(page, '\nFrom the first window.');
  await expect(text(other)).toContainText('From the first window.');
  await typeAtEnd(other, '\nFrom the second.');
  await expect(text(page)).toContainText('From the second.');
  await text(page).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('From the first window.');
  await expect(text(page)).toContainText('From the second.');
  await expect(text(other)).not.toContainText('From the first window.');
});

test('makes words bold, indents lists alone, and leaves the text with Esc', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await typeAtEnd(page, '\nbold');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+b');
  await expect(text(page)).toContainText('**bold**');
  await typeAtEnd(page, '\n- one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('two');
  await expect(
    text(page)
      .locator('.cm-line')
      .filter({ hasText: /^\s+- two$/ }),
  ).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(text(page)).not.toBeFocused();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Title' }).fill('Three numbers on Monday');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Three numbers on Monday' })).toBeVisible();
});

test('begins a new brief with its questions, and archives it', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Title' }).fill('Back door');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Back door' })).toBeVisible();
  await expect(page.getByText('Whose day goes wrong, and when?')).toBeVisible();
  await expect(page.getByText('0 words')).toBeVisible();
  await expect(page.getByText(/Without one this is an opinion/)).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByRole('row', { name: /Back door/ })).toHaveCount(0);
  await page.getByRole('button', { name: '1 archived' }).click();
  await expect(page.getByRole('row', { name: /Back door/ })).toBeVisible();
});

test('exports one file, again over itself, and never over another', async ({ openPage, app }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  const file = join(app.folder, 'user', 'sample', 'exports', 'monday-numbers.md');
  await expect(page.getByText(`Written: ${file}`)).toBeVisible();
  const written = await readFile(file, 'utf8');
  expect(written).toMatch(/^---\ntitle: "Monday numbers"\nsource: "earshot:brief\/monday-numbers"\n/);
  expect(written).toContain('> **Three numbers every Monday that match the till**');
  expect(written).toContain('## Decision');
  expect(written).not.toContain('[[need');
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  await expect(page.getByText(`Written again: ${file}`)).toBeVisible();

  await writeFile(file, '# My own notes\n');
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  const dialog = page.getByRole('dialog', { name: 'Another file has this name' });
  await expect(dialog).toContainText('The file is as it was.');
  expect(await readFile(file, 'utf8')).toBe('# My own notes\n');
  const vault = join(app.folder, 'vault');
  await mkdir(vault);
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(vault);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Written: ${join(vault, 'monday-numbers.md')}`)).toBeVisible();
  expect(await readFile(join(vault, 'monday-numbers.md'), 'utf8')).toBe(written);
});

test('goes on while the host is away, and says what is not saved', async ({ openPage, app }) => {
  const page = await openPage();
  await openSample(page);
  await openBrief(page);
  await app.stop('SIGKILL');
  await typeAtEnd(page, '\nTyped alone.');
  await expect(page.getByText(/Reconnecting · \d+ edits waiting/)).toBeVisible();
  await expect(evidence(page)).toBeVisible();
  await app.start();
  await saved(page);
  await page.reload();
  await expect(evidence(page)).toBeVisible();
  await goToEnd(page);
  await expect(text(page)).toContainText('Typed alone.');
});

for (const theme of ['light', 'dark'] as const) {
  test(`is without objections from axe, ${theme}`, async ({ openPage }) => {
    const page = await openPage(theme);
    await openSample(page);
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await expect(page.getByRole('table', { name: 'Briefs' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await openBrief(page);
    await typeAtEnd(page, '\nSee [[three');
    await page.keyboard.press('Enter');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('region', { name: 'The exported file' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('l');
    await expect(page.getByRole('dialog', { name: 'Link a need' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
