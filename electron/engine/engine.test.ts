// The engine as the host uses it: the built program in a process of its own, with the model that ships.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InterviewId, OriginalHash } from '../../shared/ids.ts';
import { readTranscript } from '../../shared/transcripts/detect.ts';
import { transcriptText } from '../../shared/transcripts/transcript.ts';
import { createEngine, type Engine, type EngineProgress, type ExtractionJob } from './engine-client.ts';
import { forkEngine } from './fork-engine.ts';
import type { EngineInterview } from './messages.ts';
import { type BuiltEngine, buildEngine, MODEL_FOLDER } from './testing/build-engine.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples', 'larder');
const TEAM = ['Ines Carvalho', 'Tomas Lindqvist'];
/** Enough to compare, few enough to be quick. */
const TURNS = 12;

let built: BuiltEngine;
let interviews: EngineInterview[];
let folder: string;
let engine: Engine;
const started: ReturnType<typeof forkEngine>[] = [];

beforeAll(async () => {
  built = await buildEngine();
  interviews = await Promise.all(['alder', 'hazel', 'linden'].map(readSample));
}, 60_000);
afterAll(() => built.remove());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-engine-'));
  engine = startEngine();
});
afterEach(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

function startEngine(options: { cancelMs?: number; idleMs?: number } = {}): Engine {
  const spawn = () => {
    const process = forkEngine(built.scriptPath);
    started.push(process);
    return process;
  };
  return createEngine({ spawn, ...options });
}

function job(changes: Partial<ExtractionJob> = {}): ExtractionJob {
  return { modelFolder: MODEL_FOLDER, cacheFolder: join(folder, 'vectors'), interviews, ...changes };
}

async function readSample(name: string): Promise<EngineInterview> {
  const bytes = await readFile(join(SAMPLES, `${name}.vtt`));
  const transcript = readTranscript(bytes);
  if (!transcript.ok) throw new Error(transcript.error.message);
  return {
    id: InterviewId.parse(name),
    original: OriginalHash.parse(createHash('sha256').update(bytes).digest('hex')),
    turns: transcript.value.turns.slice(0, TURNS),
    participants: transcript.value.speakers
      .filter(({ name: speaker }) => !TEAM.includes(speaker))
      .map(({ name: speaker }) => ({ speaker, key: name })),
  };
}

/** Runs until the report fits, then does something to the run. */
function whenReported(fits: (progress: EngineProgress) => boolean, act: () => void) {
  let hasActed = false;
  return (progress: EngineProgress): void => {
    if (hasActed || !fits(progress)) return;
    hasActed = true;
    act();
  };
}

const isEncoding = ({ step, done }: EngineProgress): boolean => step === 'encode' && done >= 8;

describe('the engine', { timeout: 60_000 }, () => {
  it('encodes everything once: a second run computes no text and gives the same needs', async () => {
    const reports: EngineProgress[] = [];
    const first = await engine.extract(job(), { onProgress: (progress) => reports.push(progress) });
    const second = await engine.extract(job());
    expect(first.computed).toBeGreaterThan(0);
    expect(second).toMatchObject({ computed: 0, fromCache: first.computed + first.fromCache });
    expect(second.proposals).toEqual(first.proposals);
    expect(reports[0]?.step).toBe('load');
    expect(reports.at(-1)).toMatchObject({ newInterviews: 3, knownInterviews: 0 });

    const texts = new Map(interviews.map(({ id, turns }) => [id, transcriptText(turns)]));
    for (const { interviewId, start, end, text } of first.proposals.flatMap(({ statements }) => statements)) {
      expect(texts.get(interviewId)?.slice(start, end)).toBe(text);
    }

    await rm(join(folder, 'vectors'), { recursive: true });
    expect((await engine.extract(job())).computed).toBe(first.computed);
  });

  it('computes only what is new, and what a torn file has lost', async () => {
    const two = interviews.slice(0, 2);
    const before = await engine.extract(job({ interviews: two }));
    const reports: EngineProgress[] = [];
    await engine.extract(job(), { onProgress: (progress) => reports.push(progress) });
    expect(reports.at(-1)).toMatchObject({ newInterviews: 1, knownInterviews: 2 });

    for (const name of await readdir(join(folder, 'vectors')))
      await truncate(join(folder, 'vectors', name), 100);
    const again = await engine.extract(job({ interviews: two }));
    expect(again).toEqual(before);
  });

  it('says which model file is missing, and goes on with the next job', async () => {
    const nowhere = join(folder, 'no-model');
    await expect(engine.extract(job({ modelFolder: nowhere }))).rejects.toMatchObject({
      code: 'model-missing',
      message: 'The model folder has no readable config.json.',
    });
    expect(await engine.embed(MODEL_FOLDER, ['a word'])).toHaveLength(1);
    expect(await engine.embed(MODEL_FOLDER, [])).toHaveLength(0);
  });

  it('refuses a model that cannot be loaded, and goes on with the next job', async () => {
    const broken = join(folder, 'broken');
    await mkdir(join(broken, 'onnx'), { recursive: true });
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'heads.json']) {
      await copyFile(join(MODEL_FOLDER, file), join(broken, file));
    }
    await writeFile(join(broken, 'onnx', 'model_quantized.onnx'), 'this is no model');
    await expect(engine.embed(broken, ['a word'])).rejects.toMatchObject({ code: 'engine-failed' });
    await writeFile(join(broken, 'heads.json'), '{"detector":');
    await expect(engine.embed(broken, ['a word'])).rejects.toMatchObject({ code: 'engine-failed' });
    const [vector] = await engine.embed(MODEL_FOLDER, ['a word']);
    expect(vector).toHaveLength(384);
  });

  it('stops when told to, keeps what it has encoded, and answers the next job', async () => {
    const stop = new AbortController();
    const running = engine.extract(job(), {
      signal: stop.signal,
      onProgress: whenReported(isEncoding, () => stop.abort()),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    const next = await engine.extract(job());
    expect(next.fromCache).toBeGreaterThanOrEqual(8);
  });

  it('answers a few texts while an extraction is encoding', async () => {
    const done: string[] = [];
    let asked: Promise<unknown> = Promise.resolve();
    await engine.extract(job(), {
      onProgress: whenReported(isEncoding, () => {
        asked = engine.embed(MODEL_FOLDER, ['a word']).then(() => done.push('a word'));
      }),
    });
    done.push('extraction');
    await asked;
    expect(done).toEqual(['a word', 'extraction']);
  });

  it('ends an engine that does not answer a cancel', async () => {
    const impatient = startEngine({ cancelMs: 100 });
    const stop = new AbortController();
    const running = impatient.extract(job(), {
      signal: stop.signal,
      onProgress: whenReported(isEncoding, () => {
        process.kill(started.at(-1)?.pid ?? 0, 'SIGSTOP');
        stop.abort();
      }),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await impatient.embed(MODEL_FOLDER, ['a word'])).toHaveLength(1);
    impatient.close();
  });

  it('fails the jobs of a process that crashed, and starts another for the next', async () => {
    const running = engine.extract(job(), {
      onProgress: whenReported(isEncoding, () => process.kill(started.at(-1)?.pid ?? 0, 'SIGKILL')),
    });
    await expect(running).rejects.toMatchObject({ code: 'engine-failed', retryable: true });
    expect(await engine.embed(MODEL_FOLDER, ['a word'])).toHaveLength(1);
  });

  it('lets an idle process go and starts another when there is work', async () => {
    const restless = startEngine({ idleMs: 1 });
    await restless.embed(MODEL_FOLDER, ['a word']);
    const first = started.at(-1);
    await new Promise<void>((resolve) => first?.on('exit', resolve));
    expect(await restless.embed(MODEL_FOLDER, ['a word'])).toHaveLength(1);
    expect(started.at(-1)?.pid).not.toBe(first?.pid);
    restless.close();
  });

  it('fails, and does not hang, when the program cannot be started', async () => {
    const absent = createEngine({ spawn: () => forkEngine(join(folder, 'not-built.mjs')) });
    await expect(absent.embed(MODEL_FOLDER, ['a word'])).rejects.toMatchObject({ code: 'engine-failed' });
  });

  it('refuses a job that was cancelled before it began', async () => {
    const running = engine.extract(job(), { signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('answers nonsense with a refusal that names the place', async () => {
    const process = forkEngine(built.scriptPath);
    const answer = new Promise((resolve) => process.on('message', resolve));
    process.postMessage({ kind: 'extract', jobId: 'odd', modelFolder: '', cacheFolder: null });
    expect(await answer).toMatchObject({
      kind: 'failed',
      jobId: 'odd',
      message: expect.stringContaining('modelFolder'),
    });
    process.kill();
  });
});
