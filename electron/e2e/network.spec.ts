// Two real hosts on two networks of their own, a browser at each, and the cable between them pulled: while somebody joins,
// for a moment, and until it is noticed. `npm run bench -- network` pulls it for a minute and longer.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../../build/chromium.mjs';
import { test as base, expect } from './fixtures.ts';
import { startTwoComputers, type TwoComputers } from './testing/two-computers.ts';
import { whyNoTwoNetworks } from './testing/two-networks.ts';
import {
  connectionSign,
  joinWith,
  openInterview,
  type SideOfACut,
  untilSent,
  writeThroughACut,
} from './testing/write-through-a-cut.ts';

const reason = whyNoTwoNetworks();
/** A second of those in which nobody notices, and longer than the silence after which a line counts as lost. */
const CUTS_MS = { short: 5_000, long: 14_000 };
/** Enough for a cable to be pulled in the middle of the first meeting. */
const NOTES = 4_000;

const test = base.extend<{ computers: TwoComputers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  computers: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-network-'));
    const computers = await startTwoComputers({
      folder,
      programPath: join(import.meta.dirname, '..', '..', 'dist', 'earshot.js'),
      browserPath: findChromium() ?? '',
      study: {
        standsAtMs: 60_000,
        notes: Array.from({ length: NOTES }, (_, index) => ({
          by: 'ines' as const,
          atMs: index * 10,
          text: `Said before anybody else was here, ${index}.`,
        })),
      },
    });
    await use(computers);
    await computers.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
});

test.skip(reason !== '', `a cable that is pulled ${reason}`);
test.slow();

test('a cable that is pulled while somebody joins, for a moment and for longer: what is typed arrives, and the sign never says more than is so', async ({
  computers,
}, testInfo) => {
  const { ines, tomas, networks, invite, interviewId } = computers;
  const look = (name: string) => async () => {
    for (const whose of ['ines', 'tomas'] as const)
      await computers[whose].page.screenshot({ path: testInfo.outputPath(`${name}-${whose}.png`) });
  };
  await openInterview(ines.page, interviewId);
  await expect(connectionSign(ines.page)).toHaveText('Only this computer');

  await test.step('joining without a network changes nothing, and says so', async () => {
    networks.setPlugged('tomas', false);
    await joinWith(tomas.page, invite);
    await expect(tomas.page.getByRole('alert')).toContainText('Their computer does not answer.', {
      timeout: 30_000,
    });
    expect(await workspacesOf(tomas.folder)).toEqual([]);
    networks.setPlugged('tomas', true);
  });

  await test.step('a cable that is pulled while the workspace comes leaves nothing half made', async () => {
    await tomas.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect.poll(() => workspacesOf(tomas.folder), { intervals: [5] }).toEqual(['Larder']);
    networks.setPlugged('ines', false);
    // Waiting here is no waiting for something: it is how long the cable is out.
    await wait(2_000);
    await look('joining')();
    networks.setPlugged('ines', true);
    await expect(tomas.page.getByRole('button', { name: 'Workspace Larder' })).toBeVisible({
      timeout: 60_000,
    });
    await openInterview(tomas.page, interviewId);
    await untilSent(tomas.page);
    await expect(
      tomas.page
        .getByRole('log', { name: 'Notes' })
        .getByText(`Said before anybody else was here, ${NOTES - 1}.`),
    ).toBeVisible();
  });

  await test.step('a moment', async () => {
    const report = await writeThroughACut(computers, {
      cutMs: CUTS_MS.short,
      at: 'ines',
      look: look('short'),
    });
    for (const side of [report.ines, report.tomas]) expectTrue(side);
  });

  await test.step('until it is noticed', async () => {
    const report = await writeThroughACut(computers, {
      cutMs: CUTS_MS.long,
      at: 'tomas',
      look: look('long'),
    });
    for (const side of [report.ines, report.tomas]) expectTrue(side);
    expect(report.tomas.lastApart).toMatch(/^Reconnecting · \d+ edits? waiting\s*since \d+ s$/);
  });
});

/** Nothing that was typed without the other is called sent, and typing went on. */
function expectTrue(side: SideOfACut): void {
  expect(side.wasShownAtOnce).toBe(true);
  expect(side.apart.filter(({ text }) => text.includes('sent to'))).toEqual([]);
  expect(side.lastApart).toMatch(/Saved here · sending to |Reconnecting · \d+ edits? waiting/);
}

async function workspacesOf(folder: string): Promise<string[]> {
  return readdir(join(folder, 'Documents', 'Earshot')).catch(() => []);
}
