// Before the call, in real Chromium: a guide that two windows write at once, lists that are recognised, and the way into
// the interview.
import type { Page } from '@playwright/test';
import type { InterviewId } from '../../shared/ids.ts';
import { expect, type ServedApp, test } from './fixtures.ts';
import { makeLiveStudy, openLarder } from './testing/make-live-study.ts';

type OpenPage = (theme?: 'light' | 'dark') => Promise<Page>;

async function startStudy(app: ServedApp, guide: string): Promise<InterviewId> {
  await app.stop();
  const id = await makeLiveStudy(app.folder, { guide });
  await app.start();
  return id;
}

async function openPrepare(openPage: OpenPage, id: InterviewId): Promise<Page> {
  const page = await openPage();
  await openLarder(page);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/interviews/${id}/prepare`);
  await guide(page).waitFor();
  return page;
}

const guide = (page: Page) => page.getByRole('textbox', { name: 'Guide' });

/** As the browser would, with the words on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await guide(page).evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('recognises the questions of a pasted list, and gives the list back as it came', async ({
  app,
  openPage,
}) => {
  const page = await openPrepare(openPage, await startStudy(app, ''));
  await guide(page).click();
  await paste(page, 'Start with last week.\n1. What happened?\n2. Who else orders?');
  await expect(page.getByText('Recognised 2 questions in what you pasted.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Guide' })).toContainText('2 questions');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(guide(page)).toContainText('1. What happened?');
  await expect(page.getByText('Recognised')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(guide(page)).toHaveText('');
});

test('merges what two windows write at once, and undoes only one’s own', async ({ app, openPage }) => {
  const id = await startStudy(app, '? What happened?\n? Who else orders?');
  const one = await openPrepare(openPage, id);
  const two = await openPrepare(openPage, id);
  await guide(one).click();
  await one.keyboard.press('Control+Home');
  await one.keyboard.type('Be kind. ');
  await guide(two).click();
  await two.keyboard.press('Control+End');
  await two.keyboard.type(' And when');
  for (const page of [one, two]) {
    await expect(guide(page)).toContainText('Be kind.');
    await expect(guide(page)).toContainText('And when');
  }
  await one.keyboard.press('Control+z');
  for (const page of [one, two]) {
    await expect(guide(page)).not.toContainText('Be kind.');
    await expect(guide(page)).toContainText('And when');
  }
});

test('moves a line of the guide by Alt and an arrow, and leaves the editor by Tab', async ({
  app,
  openPage,
}) => {
  const page = await openPrepare(openPage, await startStudy(app, '? One\n? Two\n? Three'));
  await guide(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Tab');
  await expect(guide(page)).not.toBeFocused();
  await expect(guide(page)).toHaveText(/Two.*One.*Three/s);
});

test('keeps who is interviewed as one goes on, and the real name in this workspace', async ({
  app,
  openPage,
}) => {
  const page = await openPrepare(openPage, await startStudy(app, ''));
  await page.getByLabel('Name, as exports may say it').fill('Sorrel');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { level: 1, name: 'Sorrel' })).toBeVisible();
  await page.getByLabel('Real name, kept here only').fill('R. Okafor');
  await page.keyboard.press('Enter');
  await page.getByLabel('When', { exact: true }).fill('2026-11-26T10:00');
  await page.getByLabel('Who it is, as exports may say it').fill('School kitchen lead');
  // Straight from the field to the call.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('School kitchen lead')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Real name, kept here only')).toHaveValue('R. Okafor');
  await expect(page.getByLabel('When', { exact: true })).toHaveValue('2026-11-26T10:00');
});

test('starts listening by Ctrl Enter from inside the guide, at 00:00', async ({ app, openPage }) => {
  const page = await openPrepare(openPage, await startStudy(app, '? What happened?'));
  await guide(page).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Call time/ })).toHaveText(/00:0\d/);
  await expect(page.getByRole('button', { name: 'Pause call time' })).toBeVisible();
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByRole('listitem')).toHaveAccessibleName(/^00:0\d, Ines, PM: First$/);
});
