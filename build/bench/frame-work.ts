// How much the main thread of a page works for each frame while something scrolls. Read from Chromium's own trace as
// processor time, so that neither a software renderer's uneven ticks nor other work on the computer counts.
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { percentile } from './row.ts';

export interface FrameWork {
  readonly frames: number;
  /** Milliseconds of the main thread that half, and 95 of 100 frames, need at most. */
  readonly middleMs: number;
  readonly lateMs: number;
  /** Share of frames whose work takes longer than a 60 Hz screen leaves. */
  readonly overShare: number;
}

const FRAME_MS = 1_000 / 60;
const FRAMES = 240;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().optional(),
  /** Microseconds that the thread itself ran. */
  tdur: z.number().optional(),
  dur: z.number().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/** Scrolls the element under `selector` by `by` pixels a frame, there and back, and reads what the frames cost. */
export async function frameWork(
  page: Page,
  selector: string,
  by: { readonly x: number; readonly y: number },
): Promise<FrameWork> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value) {
      const event = TraceEvent.safeParse(one);
      if (event.success) events.push(event.data);
    }
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await scroll(page, selector, by);
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return workOf(events);
}

function scroll(page: Page, selector: string, by: { readonly x: number; readonly y: number }): Promise<void> {
  return page.evaluate(
    ({ selector, by, frames }) =>
      new Promise<void>((resolve, reject) => {
        const scroller = document.querySelector(selector);
        if (scroller === null) {
          reject(new Error(`nothing to scroll: ${selector}`));
          return;
        }
        let frame = 0;
        const step = () => {
          const way = frame < frames / 2 ? 1 : -1;
          scroller.scrollBy(by.x * way, by.y * way);
          frame += 1;
          if (frame > frames) resolve();
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { selector, by, frames: FRAMES },
  );
}

/** From one animation frame to the next, everything that the page's main thread ran. */
function workOf(events: readonly TraceEvent[]): FrameWork {
  const ticks = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X');
  const main = ticks[0];
  if (main === undefined) throw new Error('the trace holds no animation frame');
  const starts = ticks.map(({ ts = 0 }) => ts).sort((a, b) => a - b);
  const work = new Float64Array(starts.length);
  const tasks = events
    .filter(({ name, ph, pid, tid }) => isTask(name) && ph === 'X' && pid === main.pid && tid === main.tid)
    .sort((a, b) => (a.ts ?? 0) - (b.ts ?? 0));
  let end = 0;
  for (const { ts = 0, dur = 0, tdur = 0 } of tasks) {
    // Tasks within a task are counted with it.
    if (ts < end) continue;
    end = ts + dur;
    // A frame's first task is the one in which its animation frame runs.
    const frame = starts.findLastIndex((start) => start < end);
    if (frame >= 0) work[frame] = (work[frame] ?? 0) + tdur / 1_000;
  }
  const times = [...work];
  return {
    frames: times.length,
    middleMs: percentile(times, 0.5),
    lateMs: percentile(times, 0.95),
    overShare: times.filter((ms) => ms > FRAME_MS).length / times.length,
  };
}

function isTask(name: string): boolean {
  return name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';
}
