// The hint while a note is written, by the encoder itself, in real Chromium: what others said in other words is told, what
// nobody said is not, and whoever wants quiet has it.
import type { Page } from '@playwright/test';
import { expect, openSample, test } from './fixtures.ts';
import { watchHints } from './testing/watch-hints.ts';

const NOBODY_SAID = [
  'Recording is on, she agreed',
  'Two brothers and a carpet',
  'Uses a spreadsheet for recipes',
];
/** Shares two words with what others said; words alone would not do. */
const IN_OTHER_WORDS = 'Driver never waits while they check what came';

test('tells what others said in other words, and nothing of what nobody said', async ({ openPage }, info) => {
  test.slow();
  const page = await openPage();
  await openSample(page);
  const hintsAreReady = await watchHints(page);
  await startListening(page);
  await hintsAreReady();
  const log = page.getByRole('log', { name: 'Notes' });
  for (const text of NOBODY_SAID) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(log.getByText(text)).toBeVisible();
  }
  const hint = page.getByRole('note');
  await expect(hint).toHaveCount(0);
  await page.keyboard.type(IN_OTHER_WORDS);
  await expect(hint).toContainText('3 people said something like this: I want that we know the delivery');
  await page.screenshot({ path: info.outputPath('heard.png') });
  await page.keyboard.press('Enter');
  await expect(log.getByText(IN_OTHER_WORDS)).toBeVisible();
});

test('says nothing once hints are switched off', async ({ openPage }) => {
  const page = await openPage();
  await openSample(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Hint while notes are written' }).click();
  await expect(page.getByRole('switch', { name: 'Hint while notes are written' })).not.toBeChecked();
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  await page.reload();
  await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
  await startListening(page);
  await page.keyboard.type(IN_OTHER_WORDS);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log', { name: 'Notes' }).getByText(IN_OTHER_WORDS)).toBeVisible();
  expect(sent.join()).toContain('interviews.create');
  expect(sent.join()).not.toContain('search.heard');
});

async function startListening(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'New interview' }).click();
  await expect(page).toHaveURL(/prepare$/);
  await page.getByRole('button', { name: /Start listening/ }).click();
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
}
