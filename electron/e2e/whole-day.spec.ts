// A whole day, as a newcomer lives it: prepare, note, bring the words, compute with the real encoder, decide, write the
// brief, export it; then the plug is pulled, and everything is there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations, expect, test } from './fixtures.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'larder');

test('from an interview to a brief, and everything is there after the plug was pulled', async ({
  app,
  openPage,
}) => {
  test.setTimeout(360_000);
  let page = await openPage();

  await test.step('a workspace of one’s own', async () => {
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Name' }).fill('Kitchens');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Kitchens' })).toBeVisible();
    await expect(page.getByText('No interviews yet.').first()).toBeVisible();
  });

  await test.step('prepare an interview and start listening', async () => {
    await page.keyboard.press('c');
    const name = page.getByRole('textbox', { name: /Name, as exports/ });
    await name.fill('Alder');
    await name.press('Tab');
    await page.getByRole('textbox', { name: /guide/i }).click();
    await page.keyboard.type('? Take us through a Monday\nA remark\n? What have you given up on');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('textbox', { name: /note/i })).toBeFocused();
  });

  await test.step('take tagged, timed notes by keyboard alone', async () => {
    await keepNote(page, 'Two cafés, hers alone');
    await keepNote(page, '? what does she do with it on the Monday');
    await keepNote(page, '// wants a dashboard, like her accountant');
    const notes = page.getByRole('log');
    await expect(notes.getByText('Two cafés, hers alone')).toBeVisible();
    await page.keyboard.press('2');
    await expect(notes.getByText('#request')).toBeVisible();
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByText('1 of 2 asked')).toBeVisible();
  });

  await test.step('end it', async () => {
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /End interview/ })
      .click();
    await page.getByRole('button', { name: /Done, add the words/ }).click();
  });

  await test.step('bring the words of three interviews', async () => {
    await importFiles(page, ['alder.vtt'], 1);
    await expect(page.getByText('dishwasher').first()).toBeVisible();
    // The note stands beside the words of its time, and the participant carries the pseudonym.
    await expect(page.getByText('Two cafés, hers alone').first()).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.keyboard.press('i');
    await importFiles(page, ['hazel.vtt', 'linden.vtt'], 2);
  });

  await test.step('find what people keep needing, with the encoder that ships', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Find needs' }).first().click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByRole('row', { name: /takings/i })).toBeVisible({ timeout: 180_000 });
    await expect(page.getByRole('row', { name: /delivery/i })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('rename one, dismiss and bring back the other', async () => {
    await page.getByRole('row', { name: /takings/i }).focus();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('textbox').fill('Three numbers every Monday');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /Three numbers every Monday/ })).toBeVisible();
    await page.getByRole('row', { name: /delivery/i }).focus();
    await page.keyboard.press('d');
    await expect(page.getByRole('row', { name: /delivery/i })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByRole('row', { name: /delivery/i })).toBeVisible();
  });

  await test.step('a quote leads to its place in the transcript', async () => {
    await page.getByRole('button', { name: 'Three numbers every Monday' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
    await page
      .getByRole('button', { name: /open .* transcript here/ })
      .first()
      .click();
    await expect(page.locator('mark').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
  });

  await test.step('link it to a brief and write', async () => {
    await page.keyboard.press('b');
    await page.getByRole('textbox', { name: 'Title of the new brief' }).fill('Monday numbers');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /Monday numbers/ })
      .first()
      .click();
    const text = page.getByRole('textbox', { name: 'Brief text' });
    await text.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('Owners rebuild three figures by hand.');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[[three');
    await expect(page.getByRole('option', { name: /Three numbers every Monday/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 of 3 people').first()).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  const exported = await test.step('export one file that is complete in itself', async () => {
    await page.getByRole('button', { name: 'Export Markdown' }).click();
    const file = join(app.folder, 'Documents', 'Earshot', 'Kitchens', 'exports', 'monday-numbers.md');
    await expect
      .poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 10_000 })
      .toContain('Owners rebuild three figures by hand.');
    return readFile(file, 'utf8');
  });
  expect(exported).toContain('> **Three numbers every Monday**');
  expect(exported).toContain('Voiced by 3 people in 3 interviews');
  expect(exported).toMatch(/^---\ntitle: "Monday numbers"\nsource: "earshot:brief\//);
  expect(exported).not.toMatch(/Bronagh|Tully|\[\[need/);

  await test.step('pull the plug, start again', async () => {
    await app.stop('SIGKILL');
    await app.start();
    page = await openPage();
  });

  await test.step('everything is there', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Kitchens' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Alder/ })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await expect(page.getByRole('row', { name: /Three numbers every Monday/ })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByText('Monday numbers').first().click();
    await expect(page.getByText('Owners rebuild three figures by hand.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${app.url.split('#')[0]}#/interviews`);
    await page.getByRole('row', { name: /Alder/ }).click();
    await expect(page.getByText('wants a dashboard, like her accountant').first()).toBeVisible();
  });
});

async function keepNote(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /note/i }).first()).toHaveValue('');
}

async function importFiles(page: Page, names: readonly string[], speakerSteps: number): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(names.map((name) => join(samples, name)));
  await dialog.getByRole('button', { name: /and ask who speaks/ }).click();
  for (let step = 0; step < speakerSteps; step += 1) {
    await dialog.getByRole('button', { name: /^Use these speakers/ }).click();
  }
  await expect(dialog).toBeHidden();
}
