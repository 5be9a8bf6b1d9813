// Guests in real Chromium, who come by their invite over the real TLS door, beside the window of whoever invites.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { InterviewId, InviteId } from '../../shared/ids.ts';
import { axeViolations, test as base, expect, type ServedApp } from './fixtures.ts';
import { makeLiveStudy, openLarder } from './testing/make-live-study.ts';
import { clientAt } from './testing/served-earshot.ts';

interface Invited {
  readonly url: string;
  /** For Earshot itself. */
  readonly link: string;
  readonly id: InviteId;
}

interface Sharing {
  readonly interviewId: InterviewId;
  invite(kind: 'editor' | 'viewer'): Promise<Invited>;
  revoke(id: InviteId): Promise<void>;
  /** Opens a page by an invite, in a browser of its own. */
  visit(invited: Invited, theme?: 'light' | 'dark', width?: number): Promise<Page>;
}

const test = base.extend<{ sharing: Sharing }>({
  sharing: async ({ app, browser }, use) => {
    await app.stop();
    const interviewId = await makeLiveStudy(app.folder, {
      guide: '? What did last Sunday look like?\n? Which numbers do you look at?',
      asked: 1,
      standsAtMs: 1_898_000,
      notes: [{ by: 'ines', atMs: 48_000, text: 'Two trucks and a Saturday stall.', tags: ['price'] }],
    });
    await app.start();
    const contexts: BrowserContext[] = [];
    const { close, ...sharing } = await share(app, interviewId, browser, contexts);
    await use(sharing);
    close();
    for (const context of contexts) await context.close();
  },
});

async function share(
  app: ServedApp,
  interviewId: InterviewId,
  browser: Browser,
  contexts: BrowserContext[],
): Promise<Sharing & { close(): void }> {
  const { origin, hash } = new URL(app.url);
  const owner = clientAt({ origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '' });
  const { recent } = await owner.client.call('session.state', {});
  await owner.client.call('workspaces.open', { folder: recent[0]?.folder ?? '' });
  await owner.client.call('sharing.start', {});
  await owner.client.call('sharing.setBrowsers', { areAllowed: true });
  return {
    interviewId,
    async invite(kind) {
      const role = kind === 'viewer' ? 'observer' : 'engineer';
      const made = await owner.client.call('sharing.invite', {
        kind,
        interviewId,
        role,
        lifetime: 'until-revoked',
      });
      const url = new URL(made.browserLink ?? '');
      url.hostname = '127.0.0.1';
      return { url: url.href, link: made.link, id: made.invite.id };
    },
    async revoke(id) {
      await owner.client.call('sharing.revoke', { inviteId: id, personId: null });
    },
    async visit({ url }, theme = 'light', width = 390) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: { width, height: width === 390 ? 844 : 800 },
        colorScheme: theme,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    close: () => owner.close(),
  };
}

async function joinAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name, as the others see it').fill(name);
  await page.getByRole('button', { name: 'Join the interview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rowan' })).toBeVisible();
}

async function openOwner(open: () => Promise<Page>, id: InterviewId): Promise<Page> {
  const page = await open();
  await openLarder(page);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/interviews/${id}/live`);
  await expect(field(page)).toBeFocused();
  return page;
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });
const row = (page: Page, name: RegExp) =>
  page.getByRole('log', { name: 'Notes' }).getByRole('listitem', { name });

test('a guest joins by the invite alone, and both see each other’s notes under name and role', async ({
  openPage,
  sharing,
}) => {
  const guest = await sharing.visit(await sharing.invite('editor'));
  await expect(guest.getByRole('heading', { level: 1, name: 'Ines invites you to listen in' })).toBeVisible();
  await expect(guest.getByText(/owner, two food trucks.*in the workspace Larder/)).toBeVisible();
  await expect(guest.getByText(/Check words: \w+ \w+ \w+ \w+ \w+ \w+\./)).toBeVisible();
  expect(new URL(guest.url()).hash).toBe('');
  await guest.getByRole('button', { name: 'Join the interview' }).click();
  await expect(guest.getByText('Write the name by which the others know you.')).toBeVisible();
  expect(await axeViolations(guest)).toEqual([]);
  await joinAs(guest, 'Tomas');

  const owner = await openOwner(openPage, sharing.interviewId);
  await field(owner).fill('The till exports a CSV.');
  await owner.keyboard.press('Enter');
  await expect(row(guest, /Ines, PM: The till exports a CSV\./)).toBeVisible();

  await guest.getByRole('button', { name: '? Ask' }).click();
  await guest.keyboard.type('Who reads it?');
  await expect(field(guest)).toHaveValue('? Who reads it?');
  await guest.getByRole('button', { name: 'Keep' }).click();
  await field(guest).fill('Staff log waste at closing.');
  await guest.getByRole('button', { name: 'Keep' }).click();
  await expect(row(owner, /Tomas, Engineer: Staff log waste at closing\./)).toBeVisible();
  await expect(owner.getByRole('region', { name: 'To ask next' })).toContainText('Who reads it?');
  await expect(row(guest, /Staff log waste/)).toContainText('with Ines');
  expect(await axeViolations(guest)).toEqual([]);

  await guest.getByRole('button', { name: /^Guide 1\/2/ }).click();
  await guest.getByRole('checkbox', { name: 'Which numbers do you look at?' }).click();
  await expect(owner.getByRole('region', { name: 'Guide' })).toContainText('2 of 2 asked');
  await guest.reload();
  await expect(row(guest, /Tomas, Engineer: Staff log waste at closing\./)).toBeVisible();
});

test('everything of a guest works from the keyboard, and undo takes back their own work alone', async ({
  sharing,
}) => {
  const guest = await sharing.visit(await sharing.invite('editor'), 'light', 1280);
  await joinAs(guest, 'Tomas');
  await expect(row(guest, /Two trucks/)).toBeVisible();
  await expect(field(guest)).toBeFocused();
  await guest.keyboard.type('// Staff log waste');
  await expect(field(guest)).toHaveValue('// Staff log waste');
  await guest.keyboard.press('Enter');
  await expect(row(guest, /Tomas, Engineer, marked: Staff log waste/)).toBeVisible();
  await guest.keyboard.press('2');
  await expect(row(guest, /Staff log waste, tags request/)).toBeVisible();

  await guest.keyboard.press('ArrowUp');
  const edit = guest.getByRole('textbox', { name: 'Words of this note' });
  await expect(edit).toBeFocused();
  await guest.keyboard.press('End');
  await guest.keyboard.type(' at closing');
  await guest.keyboard.press('Enter');
  await expect(row(guest, /Staff log waste at closing/)).toBeVisible();
  await expect(field(guest)).toBeFocused();

  await guest.keyboard.press('Escape');
  await expect(row(guest, /Staff log waste at closing/)).toBeFocused();
  await guest.keyboard.press('k');
  await expect(row(guest, /Two trucks/)).toBeFocused();
  await guest.keyboard.press('e');
  await expect(edit).toHaveCount(0);
  await guest.keyboard.press('m');
  await expect(row(guest, /Two trucks/)).toHaveAccessibleName(/marked/);
  await guest.keyboard.press('?');
  const sheet = guest.getByRole('dialog', { name: 'Keyboard' });
  await expect(sheet).toContainText('Edit my last note');
  await expect(sheet).not.toContainText('Codebook');
  await guest.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await guest.keyboard.press('Alt+Enter');
  await expect(guest.getByRole('region', { name: 'Guide' })).toContainText('2 of 2 asked');
  for (let undone = 0; undone < 8; undone += 1) await guest.keyboard.press('Control+z');
  await expect(row(guest, /Staff log waste/)).toHaveCount(0);
  await expect(row(guest, /Ines, PM: Two trucks/)).toBeVisible();
  await expect(guest.getByRole('region', { name: 'Guide' })).toContainText('1 of 2 asked');
});

test('a lost line stops nobody’s typing, says so, and the words arrive when it is back', async ({
  app,
  openPage,
  sharing,
}) => {
  const guest = await sharing.visit(await sharing.invite('editor'));
  await joinAs(guest, 'Tomas');
  await expect(row(guest, /Two trucks/)).toBeVisible();
  await app.stop('SIGKILL');
  await expect(guest.getByText(/^Reconnecting/)).toBeVisible({ timeout: 20_000 });
  await field(guest).fill('Written while nobody answers');
  await guest.getByRole('button', { name: 'Keep' }).click();
  await expect(row(guest, /Written while nobody answers/)).toContainText('waiting, keep this page open');
  const away = guest.getByRole('status', { name: 'Ines’s computer does not answer' });
  await expect(away).toContainText('keep it open until it is sent', { timeout: 20_000 });
  await expect(guest.getByText(/^Reconnecting · 1 edit waiting/)).toBeVisible();
  expect(await axeViolations(guest)).toEqual([]);
  await field(guest).fill('half a sentence');
  await app.start();
  await expect(row(guest, /Written while nobody answers/)).toContainText('with Ines', { timeout: 30_000 });
  await expect(away).toHaveCount(0);
  await expect(field(guest)).toHaveValue('half a sentence');
  const owner = await openOwner(openPage, sharing.interviewId);
  await expect(row(owner, /Tomas, Engineer: Written while nobody answers/)).toBeVisible();
});

test('a reader asks and writes nothing, in the dark and on a wide screen', async ({ sharing }) => {
  const reader = await sharing.visit(await sharing.invite('viewer'), 'dark', 1280);
  await expect(reader.getByText('You can read along and ask.')).toBeVisible();
  expect(await axeViolations(reader)).toEqual([]);
  await joinAs(reader, 'Mara');
  await expect(row(reader, /Two trucks/)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Keep' })).toHaveCount(0);
  await expect(reader.getByRole('checkbox', { name: 'Which numbers do you look at?' })).toBeDisabled();
  await field(reader).fill('What happens on a Monday?');
  await reader.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(row(reader, /Mara, Observer, asks: What happens on a Monday\?/)).toBeVisible();
  await expect(field(reader)).toHaveValue('');
  await expect(reader.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
  expect(await axeViolations(reader)).toEqual([]);
});

test('somebody with Earshot pastes the link and has that one interview, in their own window', async ({
  openPage,
  otherApp,
  browser,
  sharing,
}) => {
  const invited = await sharing.invite('editor');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tomas = await context.newPage();
  await tomas.goto(otherApp.url);
  await tomas.getByRole('button', { name: 'Join with an invite' }).click();
  const join = tomas.getByRole('dialog', { name: 'Join with an invite' });
  await join.getByLabel('Invite link').fill(invited.link);
  await expect(join.getByText('Ines invites you to the interview with Rowan.')).toBeVisible();
  await join.getByRole('button', { name: 'Join the interview' }).click();
  await expect(join.getByText('Write the name by which the others know you.')).toBeVisible();
  expect(await axeViolations(tomas)).toEqual([]);
  await join.getByLabel('Your name, as the others see it').fill('Tomas');
  await join.getByRole('radio', { name: 'Designer' }).click();
  await join.getByRole('button', { name: 'Join the interview' }).click();
  await expect(tomas.getByRole('heading', { level: 1, name: 'Rowan' })).toBeVisible();
  await expect(row(tomas, /Ines, PM: Two trucks/)).toBeVisible();
  await expect(tomas.getByRole('navigation', { name: 'Workspace' })).toHaveCount(0);

  const owner = await openOwner(openPage, sharing.interviewId);
  await field(tomas).fill('Staff log waste at closing.');
  await tomas.getByRole('button', { name: 'Keep' }).click();
  await expect(row(owner, /Tomas, Designer: Staff log waste at closing\./)).toBeVisible();
  await expect(owner.getByText('Tomas · Designer')).toBeVisible();
  expect(await axeViolations(tomas)).toEqual([]);
  await tomas.reload();
  await expect(row(tomas, /Staff log waste/)).toBeVisible();

  await sharing.revoke(invited.id);
  const ended = tomas.getByRole('dialog', { name: 'Ines ended this invite' });
  await ended.getByRole('button', { name: 'Close' }).last().click();
  await tomas.getByRole('button', { name: 'Back to my Earshot' }).click();
  await expect(tomas.getByRole('button', { name: 'Join with an invite' })).toBeVisible();
  await context.close();
});

test('an invite that ends says so, and leaves what was not sent to be copied', async ({ sharing }) => {
  const invited = await sharing.invite('editor');
  const guest = await sharing.visit(invited);
  await joinAs(guest, 'Tomas');
  await expect(row(guest, /Two trucks/)).toBeVisible();
  await field(guest).fill('Half a thought about oil');
  await sharing.revoke(invited.id);
  const dialog = guest.getByRole('dialog', { name: 'Ines ended this invite' });
  await expect(dialog).toContainText('What you wrote before is with Ines.');
  await expect(dialog).toContainText('1 edit after it was not sent; it is kept here.');
  await expect(dialog.getByLabel('Not sent')).toHaveValue('Half a thought about oil');
  expect(await axeViolations(guest)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const end = guest.getByRole('region', { name: 'The end of this invite' });
  await expect(end).toContainText('Ines ended this invite. What you wrote before is with Ines.');
  await expect(end.getByLabel('Not sent')).toHaveValue('Half a thought about oil');
  await expect(field(guest)).toHaveCount(0);
  await expect(row(guest, /Two trucks/)).toBeVisible();
  expect(await axeViolations(guest)).toEqual([]);

  await guest.reload();
  await expect(guest.getByText('This invite has ended. Ask Ines for a new one.')).toBeVisible();
});
