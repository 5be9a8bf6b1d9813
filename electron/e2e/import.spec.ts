// A transcript's way in, and reading it beside the notes, in real Chromium against a real host.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations, expect, openSample, test } from './fixtures.ts';
import { makeLiveStudy } from './testing/make-live-study.ts';

const larder = join(import.meta.dirname, '..', '..', 'samples', 'larder');
const alder = join(larder, 'alder.vtt');

const files = (page: Page) => page.getByRole('dialog', { name: 'Import transcripts' });
const speakers = (page: Page) => page.getByRole('dialog', { name: /^Who is speaking\?/ });
const transcript = (page: Page) => page.getByRole('region', { name: 'Transcript', exact: true });
const turn = (page: Page, words: string | RegExp) =>
  transcript(page).getByRole('listitem').filter({ hasText: words });

async function choose(page: Page, ...paths: readonly string[]): Promise<void> {
  await files(page)
    .locator('input[type=file]')
    .setInputFiles([...paths]);
}

/** Lets a file go over the window, as a file manager would. */
async function drop(page: Page, path: string, name: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const carried = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.text], file.name));
      return transfer;
    },
    { text, name },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
  await expect(page.getByText('Drop a transcript anywhere')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
}

/** From the first screen; a key pressed before it is there would be heard by nobody. */
async function openImport(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Drop a transcript/ })).toBeVisible();
  await page.keyboard.press('i');
  await expect(files(page)).toBeVisible();
}

/** From nothing to words on the screen. */
async function importOne(page: Page, path: string): Promise<void> {
  await choose(page, path);
  await files(page).getByRole('button', { name: 'Import 1 and ask who speaks' }).click();
  await speakers(page).getByRole('button', { name: 'Use these speakers and import' }).click();
  await expect(speakers(page)).toBeHidden();
}

test('makes a workspace for the first file that is dropped, asks who speaks, and shows the words', async ({
  openPage,
}) => {
  const page = await openPage();
  await drop(page, alder, 'GMT20261102_Alder.transcript.vtt');
  await expect(files(page).getByText('7 min, 3 speakers, 59 turns')).toBeVisible();
  await files(page).getByPlaceholder('Pseudonym, or a number').fill('Alder');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');

  await expect(speakers(page).getByText('Guess')).toHaveCount(3);
  await expect(speakers(page)).toContainText(
    'Exports say Alder. The name in the file, Bronagh Tully, is kept in this workspace only.',
  );
  await speakers(page).getByRole('combobox', { name: 'Who Tomas Lindqvist is' }).click();
  await page.getByRole('option', { name: 'Not in the interview' }).click();
  await expect(speakers(page).getByText('Guess')).toHaveCount(2);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');

  await expect(turn(page, 'The dishwasher')).toContainText('Alder');
  await expect(page.getByText('Made a workspace for it: “Untitled”')).toBeVisible();
  await expect(page.getByText('Bronagh Tully')).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
});

/** Goes to an interview of a workspace that was open before. */
async function openInterview(page: Page, id: string): Promise<void> {
  const isOpen = page.getByRole('button', { name: 'Workspace Larder' });
  await expect(isOpen.or(page.getByText('Open again'))).toBeVisible();
  if (!(await isOpen.isVisible())) await page.getByRole('button', { name: 'Larder', exact: true }).click();
  await expect(isOpen).toBeVisible();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/interviews/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Rowan' })).toBeAttached();
}

test('leaves nothing behind when it is cancelled', async ({ openPage }) => {
  const page = await openPage();
  await openImport(page);
  await choose(page, alder);
  await files(page).getByRole('button', { name: 'Import 1 and ask who speaks' }).click();
  await speakers(page).getByRole('button', { name: 'Back' }).click();
  await files(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(
    page.getByRole('heading', { name: 'Hear it together, then write it down once.' }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText('Open again')).toHaveCount(0);
});

test('says why a file cannot be read, reads it as another format, and takes one without names only when told', async ({
  openPage,
}) => {
  const page = await openPage();
  await openImport(page);
  const input = files(page).locator('input[type=file]');
  await input.setInputFiles({ name: 'elm.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT\n\n') });
  await expect(files(page)).toContainText('The file has a heading but no spoken lines.');
  await input.setInputFiles({
    name: 'hazel.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('She looks at the takings first.\n\nThen at the waste.\n'),
  });
  await expect(files(page).getByRole('status')).toHaveText('2 need you');
  await expect(files(page).getByRole('button', { name: /^Import/ })).toBeDisabled();
  await files(page).getByRole('button', { name: 'Take it as it is' }).click();
  await expect(files(page).getByRole('status')).toHaveText('1 ready, 1 needs you');
  await files(page).getByRole('button', { name: 'Remove elm.vtt from the list' }).click();
  await files(page).getByRole('combobox', { name: 'Read hazel.txt as' }).click();
  await page.getByRole('option', { name: 'WebVTT' }).click();
  await expect(files(page)).toContainText('No line of this file gives a time');
  await files(page).getByRole('combobox', { name: 'Read hazel.txt as' }).click();
  await page.getByRole('option', { name: 'Plain text' }).click();
  await expect(files(page).getByRole('status')).toHaveText('1 ready');
});

test('imports pasted text, and several files one after the other', async ({ openPage }) => {
  const page = await openPage();
  await openImport(page);
  await files(page).getByRole('button', { name: 'paste text' }).click();
  await files(page)
    .getByLabel('Words of the call')
    .fill('Ines: Which numbers do you look at?\nRowan: The takings, and the waste.');
  await files(page).getByRole('button', { name: 'Use this text' }).click();
  await choose(page, alder);
  await files(page).getByRole('button', { name: 'Import 2 and ask who speaks' }).click();
  await expect(page.getByRole('heading', { name: 'Who is speaking? · 1 of 2' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Who is speaking? · 2 of 2' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 transcripts are in.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Participant/ })).toHaveCount(3);
});

test('knows a file that is here already, and opens it', async ({ openPage }) => {
  const page = await openPage();
  await openImport(page);
  await importOne(page, alder);
  await page.getByRole('button', { name: 'Home' }).click();
  await expect(page.getByRole('button', { name: /^Import/ }).first()).toBeVisible();
  await page.keyboard.press('i');
  await expect(files(page)).toBeVisible();
  await choose(page, alder);
  await expect(files(page)).toContainText(/You imported this file on \d+ [A-Z][a-z]+ \(same fingerprint\)\./);
  await files(page).getByRole('button', { name: 'Open it' }).click();
  await expect(turn(page, 'The dishwasher')).toBeVisible();
});

test('keeps words, names, notes beside them and the offset through a restart', async ({ app, openPage }) => {
  await app.stop();
  const id = await makeLiveStudy(app.folder, {
    notes: [{ by: 'ines', atMs: 17_000, text: 'The dog is called Biscuit', tags: ['context'] }],
    standsAtMs: 400_000,
  });
  await app.start();
  let page = await openPage();
  await openInterview(page, id);
  await page.keyboard.press('i');
  await expect(files(page)).toBeVisible();
  await choose(page, alder);
  await expect(files(page).getByRole('combobox', { name: /Interview that/ })).toHaveText(/^Rowan/);
  await page.keyboard.press('Control+Enter');
  await speakers(page)
    .getByLabel(/^Seconds between/)
    .fill('1');
  await page.keyboard.press('Control+Enter');

  // 16.6 s in the file is 17.6 s of the call, so the note from 17 s stands at the turn before.
  const note = 'The dog is called Biscuit';
  await expect(turn(page, 'The dishwasher')).toContainText(note);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page.getByText('Notes shifted 0 s')).toBeVisible();
  await expect(turn(page, "What's he called?")).toContainText(note);
  await page.keyboard.press('-');
  await expect(page.getByText('Notes shifted −0.5 s')).toBeVisible();

  await app.stop();
  await app.start();
  page = await openPage();
  await openInterview(page, id);
  await expect(turn(page, 'The dishwasher')).toContainText(note);
  await expect(turn(page, 'The dishwasher')).toContainText('Rowan');
  await expect(page.getByText('Notes shifted −0.5 s')).toBeVisible();
});

test('is read by keys alone: turns, search, names, notes and guide', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.getByRole('row', { name: /Alder/ }).click();
  await expect(turn(page, 'The dishwasher')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(turn(page, 'The dishwasher')).toBeFocused();
  await page.keyboard.press('End');
  await expect(transcript(page).locator('li[aria-posinset="59"]')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(transcript(page).locator('li[aria-posinset="1"]')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('waste');
  const places = page.getByRole('search').getByRole('status');
  await expect(places).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Enter');
  await expect(places).toHaveText(/^2 of \d+$/);
  await expect(transcript(page).locator('mark', { hasText: 'waste' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(transcript(page).locator('li[aria-current="true"]')).toBeFocused();
  await page.keyboard.press('s');
  await expect(speakers(page).getByRole('combobox', { name: 'Who Bronagh Tully is' })).toHaveText(/Alder/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Guide', exact: true }).click();
  await expect(page.getByText('6 of 7 asked')).toBeVisible();
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(page.getByText('18 notes')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('shows a quote where it was said, what was found in it, and leads back to its need', async ({
  openPage,
}) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  // The needs of the sample are computed when it is opened.
  await expect(page.getByRole('row', { name: /Three numbers every Monday/ })).toBeVisible({
    timeout: 40_000,
  });
  await page
    .getByRole('button', { name: /Three numbers every Monday/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
  await page
    .getByRole('button', { name: /open Alder's transcript here/ })
    .first()
    .click();
  const current = transcript(page).locator('li[aria-current="true"]');
  await expect(current).toBeFocused();
  await expect(current.getByRole('link').first()).toHaveAttribute(
    'title',
    /^need: Three numbers every Monday/,
  );
  await expect(current.getByRole('region', { name: /Three numbers every Monday/ })).toContainText(
    'of 3 people',
  );
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('f');
  await expect(
    transcript(page)
      .getByRole('button', { name: /turns without a statement, \d\d:\d\d/ })
      .first(),
  ).toBeVisible();
  await expect(current).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: /Three numbers every Monday/ })).toBeVisible();
});

test('scrolls through forty thousand captions', async ({ openPage }, info) => {
  const captions = Array.from({ length: 40_000 }, (_, index) => {
    const time = (ms: number) => new Date(ms).toISOString().slice(11, 23);
    const speaker = index % 2 === 0 ? 'Ines Carvalho' : 'R. Okafor';
    const words = `Caption ${index + 1}, ${'and some more words of it '.repeat(index % 5)}to the end.`;
    return `${index + 1}\n${time(index * 2_000)} --> ${time(index * 2_000 + 1_500)}\n${speaker}: ${words}\n`;
  });
  const path = info.outputPath('long.vtt');
  await mkdir(info.outputDir, { recursive: true });
  await writeFile(path, `WEBVTT\n\n${captions.join('\n')}`);
  const page = await openPage();
  await openImport(page);
  await importOne(page, path);
  await expect(turn(page, 'Caption 1,')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await expect(turn(page, 'Caption 40000,')).toBeFocused();
  const scroller = page.getByTestId('virtuoso-scroller');
  // Heights are estimated until rows are drawn, so the middle is near the middle; and End may still be settling.
  await expect(async () => {
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await expect(turn(page, /Caption (19|20|21)\d{3},/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await page.keyboard.press('/');
  await page.keyboard.type('Caption 31415,');
  await expect(turn(page, 'Caption 31415,')).toBeInViewport();
});
