// The interviews that extraction is measured on: the development suite where it lies beside the project, else the sample.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderInterview, readInterviewFolder } from '../../electron/cli/read-interview-folder.ts';

export interface BenchInterviews {
  readonly interviews: readonly FolderInterview[];
  /** A sentence about where they are from. */
  readonly source: string;
}

export async function readBenchInterviews(root: string): Promise<BenchInterviews> {
  const suite = join(root, '..', 'shared', 'data', 'interviews');
  const gold = join(suite, 'gold.json');
  if (!existsSync(gold)) {
    const folder = join(root, 'samples', 'larder');
    const { interviews } = await readInterviewFolder(folder, ['Ines Carvalho', 'Tomas Lindqvist']);
    return { interviews, source: 'the sample, since the development suite is not here' };
  }
  const { interviewers }: { interviewers: { name: string }[] } = JSON.parse(await readFile(gold, 'utf8'));
  const team = interviewers.map(({ name }) => name);
  const { interviews } = await readInterviewFolder(suite, team);
  return { interviews, source: 'the development suite' };
}
