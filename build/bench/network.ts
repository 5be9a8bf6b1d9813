// How soon what two people typed is with the other one after the cable between their computers was out for a while, in real
// Chromium on two networks of their own. How long the cable was out is what it stands beside.
import { join } from 'node:path';
import { startTwoComputers } from '../../electron/e2e/testing/two-computers.ts';
import { whyNoTwoNetworks } from '../../electron/e2e/testing/two-networks.ts';
import { joinWith, openInterview, writeThroughACut } from '../../electron/e2e/testing/write-through-a-cut.ts';
import { findChromium } from '../chromium.mjs';
import { type Bench, milliseconds, type Row } from './row.ts';

const CUTS_MS = [5_000, 60_000, 90_000];

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const browserPath = findChromium();
  const reason = browserPath === undefined ? 'needs Chromium' : whyNoTwoNetworks();
  if (browserPath === undefined || reason !== '') {
    yield { what: `(network: left out, ${reason})` };
    return;
  }
  const computers = await startTwoComputers({
    folder,
    programPath: join(root, 'dist', 'earshot.js'),
    browserPath,
    study: { standsAtMs: 60_000 },
  });
  try {
    const { ines, tomas, interviewId, invite } = computers;
    await openInterview(ines.page, interviewId);
    await joinWith(tomas.page, invite);
    await tomas.page.getByRole('button', { name: 'Workspace Larder' }).waitFor({ timeout: 60_000 });
    await openInterview(tomas.page, interviewId);
    for (const cutMs of CUTS_MS) {
      const report = await writeThroughACut(computers, { cutMs, at: 'ines' });
      for (const whose of ['ines', 'tomas'] as const) {
        const { arrivedAfterMs, sentAfterMs, lastApart, apart } = report[whose];
        const untrue = apart.some(({ text }) => text.includes('sent to')) ? ' (UNTRUE: called sent)' : '';
        yield {
          what: `cable out, ${whose}: “${lastApart.replaceAll(/\s+/g, ' ')}”${untrue}`,
          earshot: `there after ${milliseconds(arrivedAfterMs)}`,
          peer: `out for ${milliseconds(report.outMs)}, all sent after ${milliseconds(sentAfterMs)}`,
        };
      }
    }
  } finally {
    await computers.close();
  }
}
