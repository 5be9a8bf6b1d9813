// Encoders in threads: the real ones give the vectors of one alone; what happens when a thread ends is tried with a program
// that stands in for the encoder and ends when it is told to.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readTranscript } from '../../shared/transcripts/detect.ts';
import { openEncoder } from './encoder.ts';
import { type EncoderThreads, openEncoderThreads } from './encoder-threads.ts';
import { type BuiltEngine, buildEngine, MODEL_FOLDER } from './testing/build-engine.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', 'samples', 'larder', 'alder.vtt');

let encoders: EncoderThreads | undefined;

afterEach(async () => {
  await encoders?.close();
  encoders = undefined;
});

describe('two encoders at work at once', { timeout: 60_000 }, () => {
  let built: BuiltEngine;
  beforeAll(async () => {
    built = await buildEngine();
  }, 60_000);
  afterAll(() => built.remove());

  it('give every text exactly the vector that one alone gives, with one thread inside or two', async () => {
    const transcript = readTranscript(await readFile(SAMPLE));
    if (!transcript.ok) throw new Error(transcript.error.message);
    const texts = transcript.value.turns.slice(0, 12).map(({ text }) => text);
    encoders = openEncoderThreads({ modelFolder: MODEL_FOLDER, threadPath: built.threadPath, threads: 2 });
    const together = await encoders.embed(texts);
    for (const threads of [1, 2]) {
      const alone = await openEncoder(MODEL_FOLDER, { threads });
      expect(await alone.embed(texts)).toEqual(together);
      await alone.close();
    }
  });
});

/** Answers with the length of the text; "end" ends the thread, "end once" only the first one. */
const STAND_IN = `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
if (!existsSync(workerData)) {
  parentPort.postMessage({ kind: 'failed', task: null, message: 'no model' });
  parentPort.close();
}
parentPort.on('message', ({ task, text }) => {
  const ended = workerData + '/ended';
  const isEnd = text === 'end' || (text === 'end once' && !existsSync(ended));
  if (isEnd) {
    writeFileSync(ended, '');
    process.exit(1);
  }
  parentPort.postMessage({ kind: 'vector', task, vector: Float32Array.of(text.length) });
});
`;

describe('encoder threads', () => {
  let folder: string;
  let modelFolder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-threads-'));
    await writeFile(join(folder, 'stand-in.mjs'), STAND_IN);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function open(threads = 2): Promise<EncoderThreads> {
    modelFolder = await mkdtemp(join(folder, 'model-'));
    encoders = openEncoderThreads({ modelFolder, threadPath: join(folder, 'stand-in.mjs'), threads });
    return encoders;
  }

  function lengths(vectors: readonly Float32Array[]): number[] {
    return vectors.map(([length]) => length ?? Number.NaN);
  }

  it('answer in the order of the texts, none twice and none left out', async () => {
    const texts = Array.from({ length: 50 }, (_, length) => 'x'.repeat(length));
    expect(lengths(await (await open()).embed(texts))).toEqual(texts.map(({ length }) => length));
    expect(await encoders?.embed([])).toEqual([]);
  });

  it('lose no text when a thread ends at its work', async () => {
    const texts = ['a', 'end once', 'ab', 'abc', 'abcd'];
    expect(lengths(await (await open()).embed(texts))).toEqual([1, 8, 2, 3, 4]);
  });

  it('refuse a text that ends every thread, and go on with the others', async () => {
    const { embed } = await open();
    const others = embed(['a', 'ab', 'abc']);
    await expect(embed(['end'])).rejects.toMatchObject({ code: 'engine-failed', retryable: true });
    expect(lengths(await others)).toEqual([1, 2, 3]);
    expect(lengths(await embed(['abcd']))).toEqual([4]);
  });

  it('serve first what somebody is waiting for', async () => {
    const { embed, embedFirst } = await open(1);
    const done: string[] = [];
    await Promise.all([
      embed(['a', 'b', 'c', 'd', 'e', 'f']).then(() => done.push('long')),
      embedFirst(['now']).then(() => done.push('now')),
    ]);
    expect(done).toEqual(['now', 'long']);
  });

  it('stop before the next text when told to', async () => {
    const { embed } = await open(1);
    const stop = new AbortController();
    const asked = embed(['a', 'b', 'c', 'd'], stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await expect(embed(['a'], stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('say that a model cannot be loaded, and try again for the next text', async () => {
    const { embed } = await open();
    await rm(modelFolder, { recursive: true });
    await expect(embed(['a'])).rejects.toMatchObject({ code: 'engine-failed', message: 'no model' });
    modelFolder = await mkdtemp(join(folder, 'model-'));
    await expect(embed(['a'])).rejects.toMatchObject({ message: 'no model' });
  });
});
