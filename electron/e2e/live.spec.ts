// The live interview in real Chromium against a real host: what is typed is kept, seen by the other window, and undone
// only by whoever did it.
import type { Page } from '@playwright/test';
import type { InterviewId } from '../../shared/ids.ts';
import { axeViolations, expect, type ServedApp, test } from './fixtures.ts';
import { type LiveStudy, makeLiveStudy, openLarder, type StudyNote } from './testing/make-live-study.ts';

const GUIDE = '? What did last Sunday look like?\n? Which numbers do you look at?\n? Who else can order?';
const NOTES: readonly StudyNote[] = [
  { by: 'ines', atMs: 48_000, text: 'Two trucks and a Saturday stall.', tags: ['context'] },
  { by: 'tomas', atMs: 252_000, text: 'The till exports a CSV.', tags: ['workaround'] },
  { by: 'tomas', atMs: 478_000, text: 'What does he do after looking at it?', kind: 'follow-up' },
];

type OpenPage = (theme?: 'light' | 'dark') => Promise<Page>;

async function startStudy(app: ServedApp, study: LiveStudy): Promise<InterviewId> {
  await app.stop();
  const id = await makeLiveStudy(app.folder, study);
  await app.start();
  return id;
}

async function openLive(openPage: OpenPage, id: InterviewId, theme?: 'light' | 'dark'): Promise<Page> {
  const page = await openPage(theme);
  await openLarder(page);
  await goTo(page, id, 'live');
  await expect(field(page)).toBeFocused();
  return page;
}

function goTo(page: Page, id: InterviewId, place: 'live' | 'prepare'): Promise<void> {
  return page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/interviews/${id}/${place}`);
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });
const notes = (page: Page) => page.getByRole('log', { name: 'Notes' });
const row = (page: Page, name: RegExp | string) => notes(page).getByRole('listitem', { name });
const last = (page: Page) => notes(page).getByRole('listitem').last();
const pill = (page: Page, text: string) =>
  page.getByRole('group', { name: 'Connection' }).filter({ hasText: text });

test('keeps a note with tags and a mark, at the call time its typing began, by its author and role', async ({
  app,
  openPage,
}) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 1_898_000 }));
  await field(page).pressSequentially('// He said “blank is honest” #need');
  await page.keyboard.press('Enter');
  await expect(last(page)).toHaveAccessibleName(
    '31:38, Ines, PM, marked: He said “blank is honest”, tags need',
  );
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
});

test('fixes the time at the first character while the clock goes on', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000 }));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(field(page)).toBeFocused();
  await field(page).press('a');
  const began = await page.getByRole('region', { name: 'New note' }).locator('time').innerText();
  await expect(page.getByRole('button', { name: /^Call time/ })).not.toHaveText(began);
  await expect(page.getByRole('region', { name: 'New note' }).locator('time')).toHaveText(began);
  await page.keyboard.press('Enter');
  await expect(last(page)).toHaveAccessibleName(new RegExp(`^${began}, Ines, PM: a$`));
});

test('keeps a draft through a reload, with its time', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 1_898_000, notes: NOTES }));
  await field(page).pressSequentially('Would have bought less');
  await page.reload();
  await expect(field(page)).toHaveValue('Would have bought less');
  await field(page).press('Enter');
  await expect(row(page, /^31:38, Ines, PM: Would have bought less$/)).toBeVisible();
  await page.reload();
  await expect(row(page, /Would have bought less/)).toBeVisible();
  await expect(field(page)).toHaveValue('');
});

test('shows a second window of the same person every note at once, and letter by letter while it is edited', async ({
  app,
  openPage,
}) => {
  const id = await startStudy(app, { standsAtMs: 60_000 });
  const one = await openLive(openPage, id);
  const two = await openLive(openPage, id);
  await field(one).fill('Counts on cardboard');
  await field(one).press('Enter');
  await expect(last(two)).toHaveAccessibleName('01:00, Ines, PM: Counts on cardboard');
  await field(one).press('ArrowUp');
  await one.keyboard.type(', photographs it');
  await expect(last(two)).toHaveAccessibleName('01:00, Ines, PM: Counts on cardboard, photographs it');
  await one.keyboard.press('Enter');
  await expect(field(one)).toBeFocused();
});

test('tags the last note by a digit, and takes the tag back when words follow', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000 }));
  await field(page).fill('Three numbers, every Monday');
  await field(page).press('Enter');
  await field(page).press('1');
  await expect(last(page)).toHaveAccessibleName(/tags need$/);
  // At once, as somebody who means a number would.
  await field(page).press('3');
  await field(page).pressSequentially(' trucks');
  await expect(field(page)).toHaveValue('13 trucks');
  await expect(last(page)).toHaveAccessibleName('01:00, Ines, PM: Three numbers, every Monday');
});

test('keeps the tag of a digit when nothing follows', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000 }));
  await page.clock.install();
  await field(page).fill('Three numbers');
  await field(page).press('Enter');
  await field(page).press('2');
  await page.clock.fastForward(1_600);
  await field(page).pressSequentially('Then the graphs');
  await expect(field(page)).toHaveValue('Then the graphs');
  await expect(last(page)).toHaveAccessibleName(/tags request$/);
});

test('completes a tag by keyboard with its definition, and makes one that is new', async ({
  app,
  openPage,
}) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000 }));
  await field(page).pressSequentially('had he known #pr');
  const options = page.getByRole('listbox', { name: 'Tags' }).getByRole('option');
  await expect(options.first()).toContainText('What it costs, and when they learn it');
  const active = await field(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('had he known #prep ');
  await field(page).pressSequentially('#waste');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(last(page)).toHaveAccessibleName('01:00, Ines, PM: had he known, tags prep, waste');
  await field(page).pressSequentially('#was');
  await expect(options.first()).toContainText('waste');
  // Esc leaves it as the text it is.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(last(page)).toHaveAccessibleName('01:00, Ines, PM: #was');
});

test('undoes only what was done in this window, and brings it back', async ({ app, openPage }) => {
  const id = await startStudy(app, { standsAtMs: 900_000, notes: NOTES });
  const page = await openLive(openPage, id);
  await field(page).fill('Mine');
  await field(page).press('Enter');
  await field(page).press('Escape');
  await expect(row(page, /: Mine/)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('5');
  await expect(row(page, /The till exports/)).toHaveAccessibleName(/tags trust, workaround/);
  await page.keyboard.press('Control+z');
  await expect(row(page, /The till exports/)).toHaveAccessibleName(/tags workaround/);
  await page.keyboard.press('Control+z');
  await expect(row(page, /: Mine/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(notes(page).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Control+Shift+z');
  await expect(row(page, /: Mine/)).toBeVisible();
});

test('deletes only one’s own notes, with ten seconds to think again', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 900_000, notes: NOTES }));
  await field(page).press('Escape');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Home');
  await page.keyboard.press('e');
  await page.keyboard.type(' Sundays.');
  await page.keyboard.press('Enter');
  await expect(row(page, /Two trucks and a Saturday stall. Sundays./)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(notes(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, /Sundays/)).toBeVisible();
});

test('takes a follow-up of the other, says when it was asked, and goes back to the draft', async ({
  app,
  openPage,
}) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 542_000, notes: NOTES }));
  const ask = page.getByRole('region', { name: 'To ask next' });
  await expect(ask).toContainText('from Tomas, 07:58');
  await field(page).pressSequentially('half a thought');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(ask).toContainText('you take it');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('half a thought');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(row(page, /What does he do/)).toHaveAccessibleName(/asked by Ines at 09:02/);
  await expect(ask).toBeHidden();
});

test('puts one’s own follow-up into the stream and not into one’s own list', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 542_000, notes: NOTES }));
  await field(page).fill('?And on a Monday');
  await field(page).press('Enter');
  await expect(last(page)).toHaveAccessibleName('09:02, Ines, PM, asks: And on a Monday');
  await expect(page.getByRole('region', { name: 'To ask next' })).not.toContainText('And on a Monday');
});

test('ticks the guide by Alt Enter with time and person, and goes on to the next question', async ({
  app,
  openPage,
}) => {
  const page = await openLive(
    openPage,
    await startStudy(app, { standsAtMs: 70_000, guide: GUIDE, notes: NOTES }),
  );
  const guide = page.getByRole('region', { name: 'Guide' });
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+Enter');
  await expect(guide).toContainText('1 of 3 asked');
  await expect(guide.getByRole('listitem').nth(1)).toContainText('01:10');
  await expect(guide.getByRole('listitem').nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(field(page)).toBeFocused();
});

test('sets the clock by when the recording started, pauses it, and ends the call', async ({
  app,
  openPage,
}) => {
  const page = await openLive(openPage, await startStudy(app, {}));
  const clock = page.getByRole('button', { name: /^Call time/ });
  await expect(clock).toHaveText('00:00');
  await clock.click();
  await page.getByLabel('The recording started … seconds ago').fill('40');
  await page.keyboard.press('Enter');
  await expect(clock).toHaveText(/00:4\d/);
  await page.getByRole('button', { name: 'Pause call time' }).click();
  const stands = await clock.innerText();
  await field(page).fill('While it stands');
  await field(page).press('Enter');
  await expect(last(page)).toHaveAccessibleName(`${stands}, Ines, PM: While it stands`);
  await clock.click();
  await page.getByLabel('Call time now is').fill('44:10');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toContainText('End the call at 44:10?');
  await page.getByRole('button', { name: 'End interview' }).click();
  await expect(page).toHaveURL(/interviews\/[^/]+\/debrief$/);
});

test('marks the moment by // alone, and keeps a follow-up without words as a draft', async ({
  app,
  openPage,
}) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000 }));
  await field(page).fill('//');
  await field(page).press('Enter');
  await expect(last(page)).toHaveAccessibleName('01:00, Ines, PM, marked');
  await field(page).fill('?');
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('?');
});

test('asks once who “Me” is, without standing in the way', async ({ app, openPage }) => {
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 60_000, isNamed: false }));
  await field(page).fill('First');
  await field(page).press('Enter');
  await expect(last(page)).toHaveAccessibleName('01:00, Me, PM: First');
  await expect(field(page)).toBeFocused();
  await page.getByRole('button', { name: 'Say who you are' }).click();
  await page.getByLabel('Name').fill('Ines');
  await page.keyboard.press('Enter');
  await expect(last(page)).toHaveAccessibleName('01:00, Ines, PM: First');
  await expect(page.getByRole('button', { name: 'Say who you are' })).toBeHidden();
});

test('goes on typing while the host is away, says what waits, and sends it when it is back', async ({
  app,
  openPage,
}) => {
  const id = await startStudy(app, { standsAtMs: 1_690_000, notes: NOTES });
  const page = await openLive(openPage, id);
  // Until the notes are here, Enter waits for them.
  await expect(notes(page).getByRole('listitem')).toHaveCount(NOTES.length);
  await expect(pill(page, 'Only this computer')).toBeVisible();
  await app.stop('SIGKILL');
  await expect(pill(page, 'Reconnecting')).toBeVisible();
  await field(page).fill('Friday list is pinned in the truck');
  await field(page).press('Enter');
  await field(page).fill('Pays late on purpose');
  await field(page).press('Enter');
  await expect(pill(page, 'Reconnecting · 2 edits waiting')).toBeVisible();
  await expect(row(page, /Friday list/)).toHaveAccessibleName(/waiting$/);
  await expect(page.getByText('The link to Earshot on this computer dropped at 28:10.')).toBeVisible();
  await app.start();
  // The host begins without a workspace; opening it again brings the words that waited for it.
  await page
    .getByRole('button', { name: /Larder/ })
    .last()
    .click();
  await goTo(page, id, 'live');
  await expect(row(page, /Pays late on purpose$/)).toBeVisible();
  await expect(pill(page, 'Only this computer')).toBeVisible();
  const other = await openLive(openPage, id);
  await expect(row(other, /^28:10, Ines, PM: Friday list is pinned in the truck$/)).toBeVisible();
});

test('stays where one has scrolled to, and says how much came in since', async ({ app, openPage }) => {
  const many = Array.from(
    { length: 60 },
    (_, index): StudyNote => ({
      by: 'ines',
      atMs: index * 5_000,
      text: `Note ${index}`,
    }),
  );
  const id = await startStudy(app, { standsAtMs: 600_000, notes: many });
  const one = await openLive(openPage, id);
  const two = await openLive(openPage, id);
  await expect(row(one, /: Note 59$/)).toBeInViewport();
  await row(one, /: Note 59$/).hover();
  await one.mouse.wheel(0, -1_500);
  await expect(row(one, /: Note 59$/)).not.toBeInViewport();
  await field(two).fill('From the other window');
  await field(two).press('Enter');
  await expect(row(one, /From the other window/)).not.toBeInViewport();
  await one.getByRole('button', { name: '1 new note' }).click();
  await expect(row(one, /From the other window/)).toBeInViewport();
  await expect(one.getByRole('button', { name: /new note/ })).toBeHidden();
});

test('draws only what is in view of 500 notes, by keyboard to both ends', async ({ app, openPage }) => {
  const many = Array.from(
    { length: 500 },
    (_, index): StudyNote => ({
      by: index % 2 === 0 ? 'ines' : 'tomas',
      atMs: index * 5_000,
      text: `Note ${index}`,
    }),
  );
  const page = await openLive(openPage, await startStudy(app, { standsAtMs: 2_600_000, notes: many }));
  await expect(row(page, /: Note 499$/)).toBeVisible();
  expect(await notes(page).getByRole('listitem').count()).toBeLessThan(120);
  await field(page).press('Escape');
  await expect(row(page, /: Note 499$/)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row(page, /: Note 0$/)).toBeFocused();
  await page.keyboard.press('Enter');
  await field(page).fill('The newest');
  await field(page).press('Enter');
  await expect(row(page, /: The newest$/)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${theme}`, async ({ app, openPage }) => {
    const id = await startStudy(app, { standsAtMs: 542_000, guide: GUIDE, asked: 1, notes: NOTES });
    const page = await openLive(openPage, id, theme);
    await field(page).pressSequentially('price #pr');
    await expect(page.getByRole('listbox', { name: 'Tags' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await axeViolations(page)).toEqual([]);
    await goTo(page, id, 'prepare');
    await expect(page.getByRole('heading', { level: 1, name: 'Rowan' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
