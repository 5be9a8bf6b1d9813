// Two people write into one interview while the cable between their computers is out. Beside what arrives, every word that
// the screens say about the connection is kept with its time, so that none that was untrue passes by unseen.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { InterviewId } from '../../../shared/ids.ts';
import type { TwoComputers } from './two-computers.ts';
import type { Whose } from './two-networks.ts';

/** Words of the connection's sign, and from when on they stood there (ms since 1970). */
export interface ShownState {
  readonly at: number;
  readonly text: string;
}

export interface SideOfACut {
  /** Whether the writer's own screen showed the note while the cable was out. */
  readonly wasShownAtOnce: boolean;
  /** From when the note was typed until the cable was put in again, the one that stood there then included. */
  readonly apart: readonly ShownState[];
  /** The last words before the cable was put in again. */
  readonly lastApart: string;
  /** From putting it in again until the other's note stood on this screen. */
  readonly arrivedAfterMs: number;
  /** From putting it in again until this screen said that all is sent. */
  readonly sentAfterMs: number;
}

export interface CutReport extends Readonly<Record<Whose, SideOfACut>> {
  /** How long the cable was really out. */
  readonly outMs: number;
}

export interface Cut {
  readonly cutMs: number;
  /** Whose end of the cable is taken out. */
  readonly at: Whose;
  /** Both screens, just before the cable is put in again. */
  readonly look?: () => Promise<void>;
}

const WHO = ['ines', 'tomas'] as const;
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 120_000;
const SENT = /Saved here · sent to /;

export const connectionSign = (page: Page) => page.getByRole('group', { name: 'Connection' });
export const noteField = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });
const notes = (page: Page) => page.getByRole('log', { name: 'Notes' });

/** Fills in *Join with an invite* and presses Join. */
export async function joinWith(page: Page, invite: string): Promise<void> {
  await page.keyboard.press('j');
  const dialog = page.getByRole('dialog', { name: 'Join with an invite' });
  await dialog.getByRole('textbox', { name: 'Invite link' }).fill(invite);
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Tomas');
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Opens the interview, and begins to keep what the sign says. */
export async function openInterview(page: Page, id: InterviewId): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/interviews/${id}/live`);
  await noteField(page).waitFor();
  await page.evaluate(() => {
    const shown: { at: number; text: string }[] = [];
    const look = () => {
      const text = document.querySelector('[role=group][aria-label=Connection]')?.textContent ?? '';
      if (shown.at(-1)?.text !== text) shown.push({ at: Date.now(), text });
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    Object.assign(window, { shown });
  });
}

/** Resolves when a screen says that everything is saved here and sent to the other. */
export async function untilSent(page: Page): Promise<void> {
  await connectionSign(page).filter({ hasText: SENT }).waitFor({ timeout: LIMIT_MS });
}

/** Both have the interview open. Rejects when a note does not arrive. */
export async function writeThroughACut(
  computers: TwoComputers,
  { cutMs, at, look }: Cut,
): Promise<CutReport> {
  await Promise.all(WHO.map((whose) => untilSent(computers[whose].page)));
  const words = (whose: Whose) => `What ${whose} heard in ${cutMs} ms, ${at} apart`;
  const outAt = Date.now();
  computers.networks.setPlugged(at, false);
  const typed = await Promise.all(WHO.map((whose) => typeNote(computers[whose].page, words(whose))));
  // Waiting here is no waiting for something: it is how long the cable is out.
  await wait(Math.max(0, outAt + cutMs - Date.now()));
  await look?.();
  const lastApart = await Promise.all(WHO.map((whose) => connectionSign(computers[whose].page).innerText()));
  const backAt = Date.now();
  computers.networks.setPlugged(at, true);
  const sides = await Promise.all(
    WHO.map(async (whose, side) => {
      const { page } = computers[whose];
      const after = async (happened: Promise<unknown>) => {
        await happened;
        return Date.now() - backAt;
      };
      const theirs = words(whose === 'ines' ? 'tomas' : 'ines');
      const [arrivedAfterMs, sentAfterMs] = await Promise.all([
        after(notes(page).getByText(theirs).waitFor({ timeout: LIMIT_MS })),
        after(untilSent(page)),
      ]);
      return {
        wasShownAtOnce: (typed[side] ?? backAt) < backAt,
        apart: between(await shownOn(page), typed[side] ?? outAt, backAt),
        lastApart: lastApart[side] ?? '',
        arrivedAfterMs,
        sentAfterMs,
      };
    }),
  );
  const [ines, tomas] = sides;
  if (!ines || !tomas) throw new Error('there are two sides');
  return { outMs: backAt - outAt, ines, tomas };
}

/** When the note stood on the writer's own screen (ms since 1970). */
async function typeNote(page: Page, text: string): Promise<number> {
  await noteField(page).fill(text);
  await noteField(page).press('Enter');
  await notes(page).getByText(text).waitFor();
  return Date.now();
}

function between(shown: readonly ShownState[], from: number, to: number): ShownState[] {
  const before = shown.findLastIndex(({ at }) => at <= from);
  return shown.slice(Math.max(0, before)).filter(({ at }) => at < to);
}

function shownOn(page: Page): Promise<ShownState[]> {
  // Put there by `openInterview`.
  return page.evaluate(() => (window as unknown as { shown: ShownState[] }).shown);
}
