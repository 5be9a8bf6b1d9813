// Needs of twelve interviews from nothing, and after one more came in. Against the bare loop over as many texts as had to
// be encoded: less than that cannot be had with this model.
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine-client.ts';
import { forkEngine } from '../../electron/engine/fork-engine.ts';
import { openBareEncoder } from './bare-encoder.ts';
import { readBenchInterviews } from './interviews.ts';
import { type Bench, type Row, timed } from './row.ts';

const BARE_TEXTS = 300;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const modelFolder = join(root, 'models', 'earshot-exchange-v1');
  const { interviews: all, source } = await readBenchInterviews(root);
  const interviews = all.map(({ fileName: _, ...interview }) => interview);
  yield { what: `(needs of ${source})` };

  const bare = await openBareEncoder(modelFolder);
  const texts = all.flatMap(({ turns }) => turns.map(({ text }) => text.split(' ').slice(0, 40).join(' ')));
  await bare.embed(texts.slice(0, 20)); // the first ones are slower
  const { texts: before, ms: beforeMs } = bare;
  await bare.embed(texts.slice(0, BARE_TEXTS));
  const msEach = (bare.ms - beforeMs) / (bare.texts - before);
  await bare.close();

  const engine = createEngine({ spawn: () => forkEngine(join(root, 'dist', 'engine-process.js')) });
  const run = (count: number, cache: string) =>
    timed(() =>
      engine.extract({
        modelFolder,
        cacheFolder: join(folder, cache),
        interviews: interviews.slice(0, count),
      }),
    );
  try {
    await run(interviews.length - 1, 'grown');
    const grown = await run(interviews.length, 'grown');
    const fresh = await run(interviews.length, 'fresh');
    for (const [what, { ms, result }] of [
      [`needs of ${interviews.length} interviews, from nothing`, fresh],
      ['the same after one more interview came in', grown],
    ] as const) {
      const least = result.computed * msEach;
      yield {
        what: `${what} (${result.computed.toLocaleString('en')} texts)`,
        earshot: `${(ms / 1_000).toFixed(1)} s`,
        peer: `${(least / 1_000).toFixed(1)} s encoding alone`,
        ratio: ms / least,
      };
    }
  } finally {
    engine.close();
  }
}
