// Texts a second through our engine, a process with messages, cache and progress, against transformers.js in a bare loop
// over the same texts. A statement is encoded alone, and again with its neighbours where it may carry a need.
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine-client.ts';
import { forkEngine } from '../../electron/engine/fork-engine.ts';
import { readModelFolder } from '../../electron/engine/model-folder.ts';
import { encodeInterviews } from '../../shared/extraction/encode-interview.ts';
import { DEFAULT_PARAMETERS } from '../../shared/extraction/parameters.ts';
import { segmentInterview } from '../../shared/extraction/segment.ts';
import { openBareEncoder } from './bare-encoder.ts';
import { readBenchInterviews } from './interviews.ts';
import { type Bench, perSecond, type Row } from './row.ts';

const INTERVIEWS = 3;
const TIMES = 3;

export async function* measure({ root }: Bench): AsyncGenerator<Row> {
  const modelFolder = join(root, 'models', 'earshot-exchange-v1');
  const { interviews: all, source } = await readBenchInterviews(root);
  const interviews = all.slice(0, INTERVIEWS);

  const { heads } = await readModelFolder(modelFolder);
  const segmented = interviews.map(({ id, original, turns, participants }) => {
    const keys = new Map(participants.map(({ speaker, key }) => [speaker, key]));
    return {
      interviewId: id,
      original,
      segments: segmentInterview(turns, (speaker) => keys.get(speaker) ?? null),
    };
  });

  async function runBare(): Promise<{ readonly texts: number; readonly ms: number }> {
    const bare = await openBareEncoder(modelFolder);
    await encodeInterviews(segmented, bare, heads, DEFAULT_PARAMETERS, {});
    await bare.close();
    return bare;
  }

  /** Milliseconds of the step "encode" alone: the start of the process and the grouping are rows of their own. */
  async function runOurs(): Promise<number> {
    let from = 0;
    let to = 0;
    await engine.extract(
      {
        modelFolder,
        cacheFolder: null,
        interviews: interviews.map(({ fileName: _, ...interview }) => interview),
      },
      {
        onProgress({ step }) {
          if (step === 'encode') from ||= performance.now();
          else if (from > 0) to ||= performance.now();
        },
      },
    );
    return to - from;
  }

  const engine = createEngine({ spawn: () => forkEngine(join(root, 'dist', 'engine-process.js')) });
  try {
    // In turns, and the better of each: other work on the computer then disturbs both alike.
    let ours = Number.POSITIVE_INFINITY;
    let theirs = Number.POSITIVE_INFINITY;
    let texts = 0;
    for (let time = 0; time < TIMES; time += 1) {
      ours = Math.min(ours, await runOurs());
      const bare = await runBare();
      theirs = Math.min(theirs, bare.ms);
      texts = bare.texts;
    }
    yield {
      what: `encode ${texts.toLocaleString('en')} texts of ${source.split(',')[0]}`,
      earshot: perSecond(texts, ours, 'texts'),
      peer: `${perSecond(texts, theirs, 'texts')} bare loop`,
      ratio: theirs / ours,
    };
  } finally {
    engine.close();
  }
}
