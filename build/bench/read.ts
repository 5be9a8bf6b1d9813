// A transcript of 40,000 cues: the first reading parses the original, later ones take the derived copy. Against reading
// the same file and splitting it into lines.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldersIn } from '../../electron/e2e/testing/served-earshot.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { writeWebVtt } from '../../shared/transcripts/webvtt-writer.ts';
import { longTurns } from './long-transcript.ts';
import { type Bench, best, milliseconds, type Row, timed } from './row.ts';

const CUES = 40_000;
const TIMES = 5;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const folders = foldersIn(folder);
  const bytes = new TextEncoder().encode(writeWebVtt(await longTurns(root, CUES)));
  const test = await startTestHost({ userFolder: folders.user }, folder);
  try {
    await test.call('workspaces.create', { name: 'Long', folder: folders.workspace });
    const { interviewId, original } = await test.call('transcripts.import', {
      interviewId: null,
      newParticipant: '',
      fileName: 'long.vtt',
      bytes,
      format: null,
      offsetMs: 0,
      speakers: {},
    });
    const first = await timed(() => test.call('transcripts.read', { interviewId }));
    const again = await best(TIMES, () => test.call('transcripts.read', { interviewId }));
    const stored = join(folders.workspace, 'originals', `${original}.vtt`);
    const theirs = await best(TIMES, async () => (await readFile(stored, 'utf8')).split('\n').length);
    const cues = first.result?.turns.reduce((sum, turn) => sum + turn.cues.length, 0);
    if (cues !== CUES) throw new Error(`${cues} cues were read`);
    for (const [when, ours] of [
      ['first time', first.ms],
      ['again', again],
    ] as const) {
      yield {
        what: `open a transcript of ${CUES.toLocaleString('en')} cues, ${when}`,
        earshot: milliseconds(ours),
        peer: `${milliseconds(theirs)} read + split`,
        ratio: ours / theirs,
      };
    }
  } finally {
    await test.host.close();
  }
}
