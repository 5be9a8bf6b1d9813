// Notes lined up with the words and words put right, in real Chromium against a real host: a note says which words it
// belongs to, the line is dragged and shifted by keys, a correction lies over the file's words and both can be seen.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations, expect, test } from './fixtures.ts';
import { makeLiveStudy, openLarder } from './testing/make-live-study.ts';

const alder = join(import.meta.dirname, '..', '..', 'samples', 'larder', 'alder.vtt');
const turn = (page: Page, words: string) =>
  page
    .getByRole('region', { name: 'Transcript', exact: true })
    .locator('li[aria-posinset]')
    .filter({ hasText: words });

/** Selects words as a mouse would. */
async function select(page: Page, words: string): Promise<void> {
  await turn(page, words)
    .locator('p[data-turn]')
    .evaluate((paragraph, wanted) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, words);
}

test('notes find their words, and words are put right over what the file says', async ({ app, openPage }) => {
  await app.stop();
  await makeLiveStudy(app.folder, {
    // Half a minute late: what the recording missed at its start.
    notes: [
      { by: 'ines', atMs: 36_050, text: 'Closed the door first', tags: ['context'] },
      { by: 'ines', atMs: 60_000, text: 'something else' },
    ],
    standsAtMs: 400_000,
  });
  await app.start();
  const page = await openPage();
  await openLarder(page);
  await expect(page.getByRole('row', { name: /Rowan/ })).toBeVisible();
  await page.keyboard.press('i');
  const files = page.getByRole('dialog', { name: 'Import transcripts' });
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Rowan.transcript.vtt', mimeType: 'text/vtt', buffer: await readFile(alder) });
  await expect(files.getByRole('combobox', { name: /^Interview that Rowan/ })).toHaveText(/^Rowan/);
  await files.getByRole('button', { name: 'Import 1 and ask who speaks' }).click();
  await page.getByRole('button', { name: 'Use these speakers and import' }).click();

  // The note belongs to these words: from there all notes move.
  const note = 'Closed the door first';
  await expect(turn(page, note)).toBeVisible();
  await turn(page, note)
    .getByRole('button', { name: /^Belongs elsewhere ?: Closed/ })
    .click();
  await expect(page.getByText(`Which words does “${note}” belong to?`)).toBeVisible();
  await turn(page, 'The dishwasher').getByRole('button', { name: 'It belongs here' }).click();
  await expect(turn(page, 'The dishwasher')).toContainText(note);
  await expect(page.getByText(/^Notes shifted −3\d\.\d s/)).toBeVisible();
  const shifted = Number(/−([\d.]+)/.exec(await page.getByText(/^Notes shifted/).innerText())?.[1]);

  await page.keyboard.press('+');
  await expect(page.getByText(`Notes shifted −${(shifted - 0.5).toFixed(1)} s`)).toBeVisible();
  await page.keyboard.press('-');
  await expect(page.getByText(`Notes shifted −${shifted.toFixed(1)} s`)).toBeVisible();
  const line = await page.getByTitle('Drag to shift the notes along the words').boundingBox();
  if (line === null) throw new Error('the line is not on the page');
  await page.mouse.move(line.x + 100, line.y + line.height / 2);
  await page.mouse.down();
  await page.mouse.move(line.x + 130, line.y + line.height / 2, { steps: 3 });
  await page.mouse.up();
  // Dragged to the right, notes stand later along the words.
  await expect
    .poll(async () => Number(/−([\d.]+)/.exec(await page.getByText(/^Notes shifted/).innerText())?.[1] ?? 0))
    .toBeLessThan(shifted - 5);

  await select(page, 'dishwasher');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: /^Correct/ })
    .click();
  const field = page.getByLabel('These words, as they were said');
  await expect(field).toBeFocused();
  await field.fill('washing machine');
  await page.keyboard.press('Enter');
  await expect(turn(page, 'The washing machine (File says: dishwasher)')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  // Enter on words begins a note at their time. Closed half written, it is there for the next time.
  const writing = page.getByRole('form', { name: /^Note at / });
  await turn(page, 'washing machine').focus();
  await page.keyboard.press('Enter');
  await expect(writing.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('half a thou');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(writing).toBeHidden();
  await expect(turn(page, 'washing machine')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(writing.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await expect(writing.getByRole('textbox', { name: 'Note' })).toHaveValue('half a thou');
  await page.keyboard.type('ght');
  await page.keyboard.press('Enter');
  await expect(writing).toBeHidden();
  await expect(turn(page, 'washing machine')).toContainText('half a thought');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export the words as Markdown' }).click();
  const written = page.getByText(/^Written to .*rowan-transcript\.md/);
  await expect(written).toBeVisible();
  const path = join(app.folder, 'workspaces', 'Larder', 'exports', 'rowan-transcript.md');
  expect(await readFile(path, 'utf8')).toContain('The washing machine [the file says “dishwasher”]');
});
