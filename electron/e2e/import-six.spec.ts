// Six files of different kinds at once, and what is then done with the words: a speaker put right, notes shifted. In real Chromium against a real host.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations, expect, test } from './fixtures.ts';
import { makeLiveStudy, openLarder } from './testing/make-live-study.ts';

const larder = join(import.meta.dirname, '..', '..', 'samples', 'larder');

const files = (page: Page) => page.getByRole('dialog', { name: 'Import transcripts' });
const turn = (page: Page, words: string) =>
  page
    .getByRole('region', { name: 'Transcript', exact: true })
    .locator('li[aria-posinset]')
    .filter({ hasText: words });

const teams = `WEBVTT\r\n\r\n96c14169-de06-4080-b9fe-f573f75eb719/91-0\r\n00:00:04.409 --> 00:00:09.359\r\n<v Alice Moore>Q3 numbers &amp; targets?</v>\r\n\r\n96c14169-de06-4080-b9fe-f573f75eb719/92-0\r\n00:00:10.000 --> 00:00:14.000\r\n<v Maple>We count them by hand, every Friday.</v>\r\n`;
const srt = `1\n00:00:01,000 --> 00:00:04,000\nIda: What happens on Monday?\n\n2\n00:00:05,000 --> 00:00:09,000\nElm: The van comes before we open.\n\n3\n00:00:10,000 --> 00:00:12,000\nIda: And then?\n`;
const named = 'Ines: Which numbers do you look at?\nHazel: The takings, and the waste.\nInes: And when?\n';
const nameless = 'She looks at the takings first.\n\nThen at the waste.\n';

async function dropSix(page: Page): Promise<void> {
  const given = [
    {
      name: 'GMT20261124-083012_Rowan.transcript.vtt',
      text: await readFile(join(larder, 'alder.vtt'), 'utf8'),
    },
    { name: 'Maple-teams.vtt', text: `\uFEFF${teams}` },
    { name: 'elm.srt', text: srt },
    { name: 'hazel.txt', text: named },
    { name: 'notes from a call.txt', text: nameless },
    { name: 'chapters only.vtt', text: 'WEBVTT\n\n' },
  ];
  const carried = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    return transfer;
  }, given);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
}

test('six kinds of files at once; a speaker is put right and the notes are shifted', async ({
  app,
  openPage,
}) => {
  // Four imports one after the other.
  test.setTimeout(120_000);
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
  await dropSix(page);
  await expect(files(page).getByRole('status').last()).toHaveText('4 ready, 2 need you');
  await expect(files(page)).toContainText('The file has a heading but no spoken lines.');
  await expect(files(page)).toContainText('This file does not say who speaks.');
  await expect(files(page).getByRole('combobox', { name: /^Interview that GMT/ })).toHaveText(/^Rowan/);
  expect(await axeViolations(page)).toEqual([]);
  await files(page).getByRole('button', { name: 'Import 4 and ask who speaks' }).click();
  for (const at of [1, 2, 3, 4]) {
    await expect(page.getByRole('heading', { name: `Who is speaking? · ${at} of 4` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
  }
  await expect(page.getByText('4 transcripts are in.')).toBeVisible();
  await page.getByRole('row', { name: /Rowan/ }).click();

  // Someone else spoke this line.
  await turn(page, 'The dishwasher').locator('p').click();
  await turn(page, 'The dishwasher').focus();
  await turn(page, 'The dishwasher')
    .getByRole('button', { name: /speaks here/ })
    .click();
  await page.getByRole('menuitem', { name: 'Ines' }).first().click();
  await expect(page.getByText('Ines speaks here.')).toBeVisible();
  await expect(turn(page, 'The dishwasher').getByRole('button', { name: /^Ines speaks here/ })).toBeVisible();

  await page.keyboard.press('+');
  await expect(page.getByText('Notes shifted +0.5 s')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});
