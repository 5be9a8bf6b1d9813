// The extraction process: started by its path, talks in messages, holds the encoders. A process of its own, because their
// runtime is native code whose crash must not take the host along; threads in it, because two of them are quicker.
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type EncoderThreads, openEncoderThreads } from './encoder-threads.ts';
import { type EmbedMessage, type ExtractMessage, type FromEngine, ToEngine } from './messages.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { openParentPort } from './parent-port.ts';
import { runExtraction } from './run-extraction.ts';
import { createStudyReader, type StudyReader } from './study-reader.ts';

interface LoadedModel {
  readonly model: ModelFolder;
  readonly encoder: EncoderThreads;
  readonly reader: StudyReader;
}

/** More would be quicker still where there are more cores, but each holds a copy of the model. */
const MOST_THREADS = 2;
/** Built beside this program, under the same kind of name. */
const THREAD_PATH = join(import.meta.dirname, `encoder-thread${extname(import.meta.filename)}`);

const port = openParentPort();
const running = new Map<string, AbortController>();
let loaded: LoadedModel | undefined;
/** One extraction after the other: two at once would only share the same cores. */
let queue: Promise<void> = Promise.resolve();

port.onMessage((raw) => {
  const parsed = ToEngine.safeParse(raw);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    send({
      kind: 'failed',
      jobId: jobIdOf(raw),
      code: 'engine-failed',
      message: `Not a message for the engine: ${place}`,
    });
    return;
  }
  const message = parsed.data;
  if (message.kind === 'cancel') running.get(message.jobId)?.abort();
  else enqueue(message);
});

function enqueue(job: ExtractMessage | EmbedMessage): void {
  const controller = new AbortController();
  running.set(job.jobId, controller);
  const run = async (open: () => Promise<LoadedModel>): Promise<void> => {
    send(await answer(job, open, controller.signal));
    running.delete(job.jobId);
  };
  // A few texts that somebody waits for are not kept waiting by a long extraction, unless it is another model's.
  const inUse = loaded;
  if (job.kind === 'embed' && inUse?.model.folder === job.modelFolder) void run(async () => inUse);
  else queue = queue.then(() => run(() => loadModel(job.modelFolder)));
}

async function answer(
  job: ExtractMessage | EmbedMessage,
  open: () => Promise<LoadedModel>,
  signal: AbortSignal,
): Promise<FromEngine> {
  const { jobId } = job;
  try {
    if (signal.aborted) return { kind: 'cancelled', jobId };
    if (job.kind === 'extract') reportLoading(job);
    const { model, encoder, reader } = await open();
    if (job.kind === 'extract') return await runExtraction(job, model, encoder, signal, send, reader);
    return { kind: 'embedded', jobId, vectors: await encoder.embedFirst(job.texts, signal) };
  } catch (error) {
    if (!(error instanceof AppError)) {
      console.error(
        `earshot engine: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown fault'}`,
      );
      return { kind: 'failed', jobId, code: 'engine-failed', message: 'The extraction met a fault.' };
    }
    if (error.code === 'cancelled') return { kind: 'cancelled', jobId };
    const code = error.code === 'model-missing' ? 'model-missing' : 'engine-failed';
    return { kind: 'failed', jobId, code, message: error.message };
  }
}

/** Read anew each time, so that a replaced folder is noticed; encoders are opened only when its id has changed. */
async function loadModel(modelFolder: string): Promise<LoadedModel> {
  const model = await readModelFolder(modelFolder);
  if (loaded?.model.id !== model.id) {
    const old = loaded?.encoder;
    const threads = Math.min(MOST_THREADS, availableParallelism());
    const encoder = openEncoderThreads({ modelFolder, threadPath: THREAD_PATH, threads });
    loaded = { model, encoder, reader: createStudyReader() };
    await old?.close();
  }
  // They load while the interviews are being read.
  loaded.encoder.start();
  return { ...loaded, model };
}

function reportLoading({ jobId, interviews }: ExtractMessage): void {
  send({
    kind: 'progress',
    jobId,
    step: 'load',
    done: 0,
    total: 1,
    interview: null,
    newInterviews: interviews.length,
    knownInterviews: 0,
    secondsLeft: null,
  });
}

function send(message: FromEngine): void {
  port.send(message);
}

/** So that a refusal reaches the job it belongs to, where that can be told. */
function jobIdOf(raw: unknown): string {
  const hasJobId = typeof raw === 'object' && raw !== null && 'jobId' in raw && typeof raw.jobId === 'string';
  return hasJobId && raw.jobId ? String(raw.jobId).slice(0, 64) : 'unknown';
}
