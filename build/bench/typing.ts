// From a keystroke to its paint in the live interview, with 2,000 notes and a transcript of 3,000 cues, in real Chromium,
// against an empty page with one text field. Measured as the browser's own Event Timing: from the key to the next frame.
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { makeLiveStudy } from '../../electron/e2e/testing/make-live-study.ts';
import { serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { writeWebVtt } from '../../shared/transcripts/webvtt-writer.ts';
import { findChromium } from '../chromium.mjs';
import { longTurns } from './long-transcript.ts';
import { type Bench, milliseconds, percentile, type Row } from './row.ts';

const NOTES = 2_000;
const CUES = 3_000;
const KEYS = 300;
const WORDS = 'they counted it by hand again and nobody told them why ';

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    yield { what: '(typing: left out, since no Chromium is here)' };
    return;
  }
  const id = await makeLiveStudy(folder, {
    standsAtMs: 3_600_000,
    notes: Array.from({ length: NOTES }, (_, index) => ({
      by: index % 2 === 0 ? ('ines' as const) : ('tomas' as const),
      atMs: index * 1_500,
      text: `${WORDS}${index}`,
      tags: index % 5 === 0 ? ['prep'] : [],
    })),
  });
  await addTranscript(root, folder, id);
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), {
    workspace: join(folder, 'workspaces', 'Larder'),
    user: join(folder, 'user'),
  });
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic'] });
  try {
    const bare = await browser.newPage();
    await bare.setContent('<textarea aria-label="Note" autofocus></textarea>');
    const { origin, token } = await served.address;
    const live = await browser.newPage();
    await live.goto(`${origin}/#token=${token}`);
    await live.getByRole('navigation', { name: 'Workspace' }).waitFor();
    await live.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/interviews/${id}/live`);
    await live.getByRole('log', { name: 'Notes' }).getByRole('listitem').first().waitFor();
    const [ours, theirs] = [await typeAndPaint(live), await typeAndPaint(bare)];
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const [one, other] = [percentile(ours, share), percentile(theirs, share)];
      yield {
        what: `key → paint, live, ${NOTES.toLocaleString('en')} notes, ${name}`,
        earshot: milliseconds(one),
        peer: `${milliseconds(other)} bare text field`,
        ratio: one / other,
      };
    }
  } finally {
    await browser.close();
    await served.kill();
  }
}

async function addTranscript(root: string, folder: string, id: Awaited<ReturnType<typeof makeLiveStudy>>) {
  const test = await startTestHost({ userFolder: join(folder, 'user') }, folder);
  await test.call('workspaces.open', { folder: join(folder, 'workspaces', 'Larder') });
  await test.call('transcripts.import', {
    interviewId: id,
    newParticipant: '',
    fileName: 'call.vtt',
    bytes: new TextEncoder().encode(writeWebVtt(await longTurns(root, CUES))),
    format: null,
    offsetMs: 0,
    speakers: {},
  });
  await test.host.close();
}

/** Milliseconds from each key to the frame that shows it: from the event's own time stamp to after the next frame. */
async function typeAndPaint(page: Page): Promise<number[]> {
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await field.click();
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // A task posted from a frame's callback runs when that frame has been drawn.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press(WORDS.charAt(key % WORDS.length));
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        requestAnimationFrame(() =>
          setTimeout(() => resolve((window as unknown as { painted: number[] }).painted)),
        );
      }),
  );
}
