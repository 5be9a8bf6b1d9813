// Kills a served Earshot while a transcript is being imported, again and again. Afterwards each transcript is there with
// every word and its original, or not at all; those whose import was answered are there.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { HostClient } from '../../../renderer/client/host-client.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { chance } from './chance.ts';
import type { KillOptions } from './kill-while-writing.ts';
import { makeStudy } from './make-study.ts';
import { clientAt, foldersIn, serveEarshot } from './served-earshot.ts';

export interface ImportingReport {
  readonly kills: number;
  /** Imports that were answered before the kill, and those that were not but are there all the same. */
  readonly answered: number;
  readonly thereUnanswered: number;
  /** What is wrong: the kill, and what was found after it. */
  readonly faults: readonly string[];
  readonly complaints: readonly string[];
}

/** About twice as long as an import takes. */
const LONGEST_MS = 400;
const FILE = join(import.meta.dirname, '../../../samples/larder/alder.vtt');

export async function killWhileImporting(options: KillOptions): Promise<ImportingReport> {
  const next = chance(options.seed);
  const folders = foldersIn(options.folder);
  const { interviews } = await makeStudy(options.folder, options.kills);
  const file = await readFile(FILE);
  const faults: string[] = [];
  const complaints: string[] = [];
  const answered = new Set<InterviewId>();
  const planned = new Set<InterviewId>(interviews);
  let words = 0;

  async function find(client: HostClient, kill: number): Promise<number> {
    for (const name of await damagedOriginals(join(folders.workspace, 'originals')))
      faults.push(`kill ${kill}: the original ${name} is not whole`);
    let imported = 0;
    for (const row of await client.call('interviews.list', {})) {
      const reading = await client.call('transcripts.read', { interviewId: row.id });
      if (reading !== null) imported += 1;
      const count = reading?.turns.length ?? 0;
      if (reading && (count !== words || !reading.isOriginalThere))
        faults.push(`kill ${kill}: ${row.id} has ${count} of ${words} turns`);
      if (!reading && !planned.has(row.id)) faults.push(`kill ${kill}: ${row.id} came without its words`);
      if (!reading && answered.has(row.id)) faults.push(`kill ${kill}: the words of ${row.id} are lost`);
    }
    return imported;
  }

  for (let kill = 1; kill <= options.kills; kill += 1) {
    const served = serveEarshot(options.programPath, folders);
    const page = clientAt(await served.address);
    const preview = await page.client.call('transcripts.preview', {
      fileName: '',
      bytes: file,
      format: null,
    });
    words = preview.turns;
    await find(page.client, kill - 1);
    const importing = page.client.call('transcripts.import', {
      // Half of them into an interview that was planned before, half into a new one.
      interviewId: next() < 0.5 ? (interviews[kill - 1] ?? null) : null,
      newParticipant: `Guest ${kill}`,
      fileName: `${kill}.vtt`,
      // The same bytes are refused, so that each file says which it is.
      bytes: Buffer.concat([file, Buffer.from(`\n\nNOTE file ${kill}\n`)]),
      format: null,
      offsetMs: 0,
      speakers: {},
    });
    const answer = importing.then(
      ({ interviewId }) => void answered.add(interviewId),
      (error: unknown) => {
        if (!(error instanceof AppError && error.code === 'connection-lost'))
          faults.push(`kill ${kill}: ${String(error)}`);
      },
    );
    await wait(next() * LONGEST_MS); // the moment of the kill is what is tested, not a wait for something
    await served.kill();
    await answer;
    page.close();
    if (served.complaint !== '') complaints.push(`kill ${kill}: ${served.complaint}`);
  }

  const last = serveEarshot(options.programPath, folders);
  const page = clientAt(await last.address);
  const imported = await find(page.client, options.kills);
  page.close();
  await last.kill();
  return {
    kills: options.kills,
    answered: answered.size,
    thereUnanswered: imported - answered.size,
    faults,
    complaints,
  };
}

/** Files under the name of an original whose bytes are others. */
async function damagedOriginals(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []); // there is none before the first import
  const damaged: string[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{64}\./.test(one))) {
    const hash = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex');
    if (!name.startsWith(hash)) damaged.push(name);
  }
  return damaged;
}
