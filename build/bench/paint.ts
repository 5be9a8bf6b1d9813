// From a key pressed in one page to the frame that shows its letter in another: real Chromium, a context for each page, the
// key a real one. Times are the pages' own, of one computer's clock.
import type { Page } from 'playwright-core';
import type { DoorAddress } from '../../electron/e2e/testing/served-earshot.ts';
import type { InterviewId } from '../../shared/ids.ts';

/** Two pages in which the same words stand; what is typed in one is drawn in the other. */
export interface PagePair {
  readonly writer: Page;
  readonly reader: Page;
}

/** What `watchKeys` and `watchWords` leave in their page: when things happened, in ms since 1970. */
interface Watching {
  keyAt: number;
  /** By how many letters were drawn before. */
  readonly drawnAt: number[];
  onDrawn: () => void;
}

/** A letter is drawn every time; a page that never does is not measured for ever. */
const LIMIT_MS = 30_000;

export async function openOurs(
  newPage: () => Promise<Page>,
  { origin, token }: DoorAddress,
  id: InterviewId,
): Promise<PagePair> {
  const open = async () => {
    const page = await newPage();
    await page.goto(`${origin}/#token=${token}`);
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/interviews/${id}/live`);
    await page.getByRole('log', { name: 'Notes' }).getByRole('listitem').first().waitFor();
    return page;
  };
  const [writer, reader] = [await open(), await open()];
  // A note that is being edited travels letter by letter.
  await writer.getByRole('textbox', { name: 'Note', exact: true }).press('ArrowUp');
  await writer.getByRole('textbox', { name: 'Words of this note' }).waitFor();
  return watched({ writer, reader });
}

export async function openTheirs(
  newPage: () => Promise<Page>,
  { url, program }: { readonly url: string; readonly program: string },
): Promise<PagePair> {
  const open = async () => {
    const page = await newPage();
    await page.addScriptTag({ content: program });
    await page.evaluate((room) => {
      // The program puts it there.
      const { joinRoom } = globalThis as unknown as { joinRoom(url: string): Promise<void> };
      return joinRoom(room);
    }, url);
    return page;
  };
  const [writer, reader] = [await open(), await open()];
  await writer.getByRole('textbox', { name: 'Note' }).focus();
  return watched({ writer, reader });
}

/** Types one letter; milliseconds until the other page has drawn it. */
export async function keyToPaint({ writer, reader }: PagePair, letter: string): Promise<number> {
  const before = await reader.evaluate(() => (window as unknown as Watching).drawnAt.length);
  await writer.keyboard.press(letter);
  const drawn = reader.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const watching = window as unknown as Watching;
        const look = () => {
          const at = watching.drawnAt[count];
          if (at !== undefined) resolve(at);
        };
        watching.onDrawn = look;
        look();
      }),
    before,
  );
  const keyAt = await writer.evaluate(() => (window as unknown as Watching).keyAt);
  return (await within(drawn)) - keyAt;
}

async function within(drawn: Promise<number>): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the letter was never drawn')), LIMIT_MS);
  });
  try {
    return await Promise.race([drawn, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function watched(pair: PagePair): Promise<PagePair> {
  await pair.writer.evaluate(watchKeys);
  await pair.reader.evaluate(watchWords);
  return pair;
}

/** Runs in the page. */
function watchKeys(): void {
  const watching = window as unknown as Watching;
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      watching.keyAt = performance.timeOrigin + timeStamp;
    },
    { capture: true },
  );
}

/** Runs in the page. */
function watchWords(): void {
  const watching = window as unknown as Watching;
  Object.assign(window, { drawnAt: [], onDrawn: () => undefined });
  const words = () => document.querySelector('[role=log][aria-label=Notes]')?.textContent ?? '';
  let seen = words();
  // A task that is posted from a frame's callback runs when that frame has been drawn.
  const afterThisFrame = (run: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = run;
    channel.port2.postMessage(null);
  };
  const drawn = () => {
    watching.drawnAt.push(performance.timeOrigin + performance.now());
    watching.onDrawn();
  };
  // What a page changes in a frame's callback is drawn in that frame, and not in the next one.
  let isInFrame = false;
  const inNextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    inNextFrame((at) => {
      if (!isInFrame) afterThisFrame(() => (isInFrame = false));
      isInFrame = true;
      callback(at);
    });
  new MutationObserver(() => {
    const now = words();
    if (now === seen) return;
    seen = now;
    if (isInFrame) afterThisFrame(drawn);
    else inNextFrame(() => afterThisFrame(drawn));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
