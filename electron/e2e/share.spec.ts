// Sharing as two people do it: an invite is made and copied, somebody joins by it on their own computer, a note of one shows
// at the other, and revoking and stopping end it.
import type { Browser, Page } from '@playwright/test';
import { axeViolations, expect, test } from './fixtures.ts';
import { makeLiveStudy, openLarder } from './testing/make-live-study.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const nav = (page: Page) => page.getByRole('navigation', { name: 'Workspace' });

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page, 'Share this workspace')).toBeVisible();
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

async function otherWindow(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await nav(page).waitFor();
  return page;
}

test('a teammate joins by the link, a note of one shows at the other, and revoking ends it', async ({
  app,
  otherApp,
  openPage,
  browser,
}) => {
  await app.stop();
  const id = await makeLiveStudy(app.folder, { standsAtMs: 60_000 });
  await app.start();
  const ines = await openPage();
  await openLarder(ines);
  await expect(nav(ines)).toContainText('Only this computer');
  await goTo(ines, `#/interviews/${id}/live`);
  await openShare(ines);
  await ines.getByRole('button', { name: 'Make an invite link' }).click();
  const link = ines.getByRole('textbox', { name: 'Invite link' });
  await expect(link).toHaveValue(/^earshot:\/\/join\/#h=/);
  await ines.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ines.getByRole('button', { name: 'Copy' }).click();
  await expect(ines.getByRole('status').filter({ hasText: 'Link copied' })).toHaveCount(1);
  expect(await ines.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  expect(await axeViolations(ines)).toEqual([]);
  const invite = await link.inputValue();
  await ines.getByRole('button', { name: 'Done' }).click();

  const tomas = await otherWindow(browser, otherApp.url);
  await tomas.keyboard.press('j');
  const join = dialog(tomas, 'Join with an invite');
  await join.getByRole('textbox', { name: 'Invite link' }).fill('earshot://join/#h=somewhere');
  await expect(join.getByText('This is not a whole invite link.')).toBeVisible();
  await join.getByRole('textbox', { name: 'Invite link' }).fill(invite);
  await join.getByRole('textbox', { name: 'Your name' }).fill('Tomas');
  await expect(join.getByText('Check words:')).toBeVisible();
  expect(await axeViolations(tomas)).toEqual([]);
  await join.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(tomas.getByRole('button', { name: 'Workspace Larder' })).toBeVisible({ timeout: 20_000 });
  await expect(nav(ines)).toContainText('Tomas');

  await goTo(tomas, `#/interviews/${id}/live`);
  await tomas.getByRole('textbox', { name: 'Note', exact: true }).fill('Blank is honest');
  await tomas.keyboard.press('Enter');
  await expect(ines.getByRole('log', { name: 'Notes' })).toContainText('Blank is honest');

  await openShare(ines);
  await ines.getByRole('button', { name: 'Revoke Tomas' }).click();
  const sure = ines.getByRole('alertdialog', { name: 'Revoke Tomas?' });
  await expect(sure).toContainText('What they wrote stays.');
  await sure.getByRole('button', { name: 'Revoke' }).click();
  await expect(ines.getByRole('button', { name: 'Revoke Tomas' })).toHaveCount(0);
  await ines.getByRole('button', { name: 'Stop sharing' }).click();
  await ines.getByRole('alertdialog').getByRole('button', { name: 'Stop sharing' }).click();
  await expect(ines.getByRole('button', { name: 'Stop sharing' })).toHaveCount(0);
  await ines.getByRole('button', { name: 'Done' }).click();
  await expect(nav(ines)).toContainText('Only this computer');
  await expect(ines.getByRole('log', { name: 'Notes' })).toContainText('Blank is honest');
  await tomas.context().close();
});

test('one interview goes to Earshot alone until browsers are let in, and What leaves can stop it', async ({
  app,
  openPage,
}) => {
  await app.stop();
  const id = await makeLiveStudy(app.folder, {});
  await app.start();
  const page = await openPage('dark');
  await openLarder(page);
  await goTo(page, `#/interviews/${id}/prepare`);
  await openShare(page);
  await page.getByRole('radio', { name: 'Only the interview with Rowan' }).click();
  await page.getByRole('radio', { name: 'Observer' }).click();
  await expect(page.getByText('And one hour longer, so that the debrief fits in.')).toBeVisible();
  await page.getByRole('button', { name: 'Make an invite link' }).click();
  await expect(page.getByRole('textbox', { name: 'Invite link' })).toHaveValue(/^earshot:\/\/join\/#h=/);
  await page.getByRole('switch', { name: 'Let browsers in too' }).click();
  await page.getByRole('button', { name: 'Make an invite link' }).click();
  await expect(page.getByRole('textbox', { name: 'Invite link' })).toHaveValue(/^https:\/\/.+#h=/);
  await expect(page.getByRole('button', { name: 'Revoke the link for Observer' })).toHaveCount(2);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await goTo(page, '#/privacy');
  await expect(page.getByRole('heading', { name: /^Sharing is on/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByRole('heading', { name: 'No connection. Only this computer.' })).toBeVisible();
});
