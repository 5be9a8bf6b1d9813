// A thousand interviews: what grouping costs as a study grows, beside a quarter of it, and how many frames of the needs
// matrix come late in Chromium, beside an empty page. Vectors come from a stand-in that counts words: encoding a thousand
// interviews takes the real encoder half an hour, is done once for each, and is measured by the row `needs`.
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { readModelFolder } from '../../electron/engine/model-folder.ts';
import { writeLastRun } from '../../electron/host/extraction/stored-run.ts';
import { silentLog } from '../../electron/host/log.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { openWorkspaceFolder } from '../../electron/host/workspace/opened-workspace.ts';
import type { Encoder } from '../../shared/extraction/encoder.ts';
import { extractNeeds } from '../../shared/extraction/extract.ts';
import { type InterviewSegments, segmentInterview } from '../../shared/extraction/segment.ts';
import { statementId } from '../../shared/extraction/statement-id.ts';
import { unit } from '../../shared/extraction/vectors.ts';
import { tokens } from '../../shared/extraction/words.ts';
import { InterviewId, NeedId, OriginalHash } from '../../shared/ids.ts';
import type { StatementRef } from '../../shared/needs/statement.ts';
import { turnOffsets } from '../../shared/transcripts/transcript.ts';
import { putRecord, readWorkspace, WORKSPACE_DOCUMENT } from '../../shared/workspace/workspace-document.ts';
import { findChromium } from '../chromium.mjs';
import { largeTurns, type MadeInterview, openLargeStudy } from './large-study.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const INTERVIEWS = 1_000;
const NEEDS = 200;
const SEGMENTS = ['Cafés', 'Bars', 'Hotels', 'Trucks', 'Schools'];
const FRAME_MS = 1_000 / 60;
const FRAMES = 240;

export async function* measure(bench: Bench): AsyncGenerator<Row> {
  yield* frames(bench);
  yield* grouping(bench);
}

async function* grouping({ root }: Bench): AsyncGenerator<Row> {
  const { heads } = await readModelFolder(join(root, 'models', 'earshot-exchange-v1'));
  const turnsOf = await largeTurns(root, 1);
  const all = Array.from({ length: INTERVIEWS }, (_, number): InterviewSegments => {
    const name = `Participant ${number}`;
    return {
      interviewId: InterviewId.parse(`interview-${number}`),
      original: OriginalHash.parse(String(number).padStart(64, '0')),
      segments: segmentInterview(turnsOf(number), (speaker) => (speaker === 'Guest' ? name : null)),
    };
  });
  const encoder = wordEncoder();
  const group = (count: number) => timed(() => extractNeeds(all.slice(0, count), encoder, heads));
  const quarter = await group(INTERVIEWS / 4);
  const whole = await group(INTERVIEWS);
  const ratio = whole.ms / quarter.ms;
  yield {
    what: `grouping ${INTERVIEWS.toLocaleString('en')} interviews, vectors known`,
    earshot: `${(whole.ms / 1_000).toFixed(1)} s`,
    peer: `${(quarter.ms / 1_000).toFixed(1)} s for ${INTERVIEWS / 4}; 4.00 is in line, 16 the square`,
    ratio,
  };
  yield {
    what: '  memory of the process',
    earshot: `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    peer: '2,048 MB allowed',
    ratio: process.memoryUsage().rss / 2 ** 31,
  };
}

async function* frames({ root, folder }: Bench): AsyncGenerator<Row> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    yield { what: '(frames of the matrix: left out, since no Chromium is here)' };
    return;
  }
  const { test, made } = await openLargeStudy(root, folder, INTERVIEWS, 1);
  await test.host.close();
  const workspace = join(folder, 'workspaces', 'Large');
  await storeNeeds(workspace, made, NEEDS);
  yield* hints(folder, made);
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), { workspace, user: join(folder, 'user') });
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic'] });
  try {
    const { origin, token } = await served.address;
    const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await bare.setContent(
      '<div data-scroll style="height:700px;overflow:auto"><div style="height:9000px">.</div></div>',
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(() => {
      localStorage.setItem('earshot.preferences', JSON.stringify({ needsView: 'matrix' }));
    });
    await page.goto(`${origin}/#token=${token}`);
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/needs';
    });
    const grid = page.getByRole('grid', { name: 'Needs and people' });
    await grid.waitFor({ timeout: 120_000 });
    await grid.evaluate((element) => element.parentElement?.setAttribute('data-scroll', ''));
    const late = await lateShare(page);
    const lateBare = await lateShare(bare);
    yield {
      what: `frames over 16 ms, scrolling ${NEEDS} needs × ${INTERVIEWS.toLocaleString('en')} people`,
      earshot: `${(100 * late).toFixed(0)} of 100`,
      peer: `${(100 * lateBare).toFixed(0)} of 100 an empty page`,
    };
    await page.getByRole('button', { name: 'Ranked', exact: true }).click();
    const list = page.getByRole('table', { name: 'Needs by people' });
    await list.waitFor();
    await list.evaluate((element) => element.parentElement?.setAttribute('data-scroll', ''));
    yield {
      what: '  the same in the ranked list',
      earshot: `${(100 * (await lateShare(page))).toFixed(0)} of 100`,
    };
  } finally {
    await browser.close();
    await served.kill();
  }
}

/** How long it takes to say that others said something like a note. */
async function* hints(folder: string, made: readonly MadeInterview[]): AsyncGenerator<Row> {
  const test = await startTestHost({}, folder);
  const interviewId = made[0]?.id;
  if (interviewId === undefined) return;
  await test.call('needs.list', {});
  const notes = made.slice(1, 61).flatMap(({ turns }) => turns[1]?.text.slice(0, 200) ?? []);
  const times: number[] = [];
  for (const text of notes)
    times.push((await timed(() => test.call('search.heard', { interviewId, text }))).ms);
  await test.host.close();
  const late = percentile(times.slice(1), 0.95);
  yield {
    what: `hint while a note is typed, ${NEEDS} needs, 95 of 100 within`,
    earshot: milliseconds(late),
    peer: '150 ms allowed',
    ratio: late / 150,
  };
}

/** Share of frames that come later than a 60 Hz screen shows them, while the marked element scrolls a row a frame. */
function lateShare(page: Page): Promise<number> {
  return page.evaluate(
    ([frameMs, count]) =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector('[data-scroll]');
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          times.push(now - last);
          last = now;
          scroller?.scrollBy(9, 17);
          // Half a frame of room: screens tick unevenly.
          if (times.length > count) resolve(times.filter((ms) => ms > frameMs * 1.5).length / times.length);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [FRAME_MS, FRAMES] as const,
  );
}

/** So many needs, the first of them voiced by most people, stored as a run would be. */
export async function storeNeeds(
  folder: string,
  made: readonly MadeInterview[],
  needs: number,
): Promise<void> {
  const workspace = await openWorkspaceFolder(folder, {
    log: silentLog(),
    now: () => new Date(),
    tellStorage: () => undefined,
  });
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
    for (const [at, one] of readWorkspace(document).participants.entries()) {
      const fields = { Segment: SEGMENTS[(at * at) % SEGMENTS.length] ?? '' };
      putRecord(document, 'participants', one.id, { ...one, fields });
    }
  });
  await writeLastRun(workspace, {
    at: new Date().toISOString(),
    model: 'stand-in',
    seconds: 1,
    interviews: made.map(({ id }) => id),
    needs: Array.from({ length: needs }, (_, number) => ({
      id: NeedId.parse(`need-${number}`),
      label: `Need number ${number} that people keep telling of`,
      subtitle: '',
      statements: made.flatMap((interview, at) =>
        (at * 31 + number * 17) % (number + 3) === 0 ? (quoteFrom(interview, number) ?? []) : [],
      ),
      requests: [],
      strength: 1,
    })),
  });
  await workspace.close();
}

function quoteFrom({ id, original, turns }: MadeInterview, number: number): StatementRef | null {
  const at = (number * 2 + 1) % turns.length;
  const turn = turns[at];
  const start = turnOffsets(turns)[at];
  if (turn === undefined || start === undefined || turn.text === '') return null;
  const end = start + Math.min(turn.text.length, 300);
  const text = turn.text.slice(0, 300);
  const span = { start, end, startMs: turn.startMs, endMs: turn.endMs };
  return {
    id: statementId(id, original, { start, end }),
    interviewId: id,
    original,
    ...span,
    speaker: turn.speaker,
    text,
  };
}

/** Vectors of the words themselves; alike texts have alike vectors, and that is all that the cost depends on. */
function wordEncoder(): Encoder {
  const known = new Map<string, Float32Array>();
  return {
    async embed(texts) {
      return texts.map((text) => {
        const before = known.get(text);
        if (before !== undefined) return before;
        const vector = new Float32Array(384);
        for (const word of tokens(text)) {
          let hash = 0;
          for (let at = 0; at < word.length; at += 1) hash = (hash * 31 + word.charCodeAt(at)) | 0;
          vector[Math.abs(hash) % 384] = (vector[Math.abs(hash) % 384] ?? 0) + (hash < 0 ? -1 : 1);
        }
        const made = unit(vector);
        known.set(text, made);
        return made;
      });
    },
  };
}
