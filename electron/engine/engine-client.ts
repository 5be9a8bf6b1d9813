// The host's side of the engine: starts the process when there is work, starts it again after a crash, and turns
// messages into promises. It knows neither the encoder nor how a process is started.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { NeedProposal } from '../../shared/extraction/proposal.ts';
import { assertNever } from '../../shared/result.ts';
import { type EngineInterview, FromEngine, type ProgressMessage, type ToEngine } from './messages.ts';

/** A started engine process, whatever started it. 'exit' must come once, also when it could not be started. */
export interface EngineProcess {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  kill(): unknown;
}

export interface ExtractionJob {
  readonly modelFolder: string;
  /** Where vectors are kept between runs; null keeps none. */
  readonly cacheFolder: string | null;
  /** In a fixed order (by import time or file name), which decides ties. */
  readonly interviews: readonly EngineInterview[];
  readonly minPeople?: number;
  readonly maxGroups?: number;
}

export interface ExtractionResult {
  /** Which encoder it was: name of its folder and the beginning of its id. */
  readonly model: string;
  readonly proposals: readonly NeedProposal[];
  readonly segments: number;
  /** Texts that went through the encoder, and those whose vectors were kept from earlier runs. */
  readonly computed: number;
  readonly fromCache: number;
}

export type EngineProgress = Omit<ProgressMessage, 'kind' | 'jobId'>;

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EngineProgress) => void;
}

export interface Engine {
  /** Rejects with AppError: 'cancelled', 'model-missing', 'engine-failed' (retryable when the process ended). */
  extract(job: ExtractionJob, options?: JobOptions): Promise<ExtractionResult>;
  /** Unit vectors of a few short texts, at most 200. Rejects like `extract`. */
  embed(
    modelFolder: string,
    texts: readonly string[],
    options?: JobOptions,
  ): Promise<readonly Float32Array[]>;
  /** Ends the process; jobs that are running are cancelled. */
  close(): void;
}

export interface EngineOptions {
  readonly spawn: () => EngineProcess;
  /** How long a cancelled job may take to say so before the process is ended. */
  readonly cancelMs?: number;
  /** How long an idle process is kept: it holds about 200 MB, and loading takes less than a second. */
  readonly idleMs?: number;
}

type Answer = Exclude<FromEngine, { kind: 'progress' }>;

interface Job {
  readonly onProgress: ((progress: EngineProgress) => void) | undefined;
  settle(outcome: Answer | AppError): void;
}

export function createEngine({ spawn, cancelMs = 2_000, idleMs = 60_000 }: EngineOptions): Engine {
  const jobs = new Map<string, Job>();
  let current: EngineProcess | undefined;
  let idleTimer: NodeJS.Timeout | undefined;

  function start(): EngineProcess {
    const started = spawn();
    current = started;
    started.on('message', (raw) => receive(raw));
    started.on('exit', () => {
      // A process that was ended on purpose has been let go of already.
      if (current === started)
        lose(new AppError('engine-failed', 'The engine process ended.', { retryable: true }));
    });
    return started;
  }

  /** Lets go of the process, and of the jobs that were running in it. */
  function lose(reason: AppError): void {
    current = undefined;
    for (const job of [...jobs.values()]) job.settle(reason);
  }

  function receive(raw: unknown): void {
    const parsed = FromEngine.safeParse(raw);
    if (!parsed.success) {
      end(new AppError('engine-failed', 'The engine sent something that is no message.'));
      return;
    }
    const message = parsed.data;
    const job = jobs.get(message.jobId);
    if (message.kind !== 'progress') {
      job?.settle(message);
      return;
    }
    const { kind: _kind, jobId: _jobId, ...progress } = message;
    job?.onProgress?.(progress);
  }

  function end(reason: AppError): void {
    const ending = current;
    lose(reason);
    ending?.kill();
  }

  function restWhenIdle(): void {
    clearTimeout(idleTimer);
    if (jobs.size > 0 || !current) return;
    idleTimer = setTimeout(() => end(new AppError('cancelled', 'The engine was idle.')), idleMs);
    idleTimer.unref();
  }

  function run(
    message: Exclude<ToEngine, { kind: 'cancel' }>,
    { signal, onProgress }: JobOptions,
  ): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(cancelled());
    clearTimeout(idleTimer);
    const target = current ?? start();
    return new Promise((resolve, reject) => {
      let patience: NodeJS.Timeout | undefined;
      const onAbort = (): void => {
        patience = setTimeout(() => {
          jobs.get(message.jobId)?.settle(cancelled());
          end(new AppError('engine-failed', 'The engine did not answer and was ended.', { retryable: true }));
        }, cancelMs);
        target.postMessage({ kind: 'cancel', jobId: message.jobId } satisfies ToEngine);
      };
      jobs.set(message.jobId, {
        onProgress,
        settle(outcome) {
          clearTimeout(patience);
          signal?.removeEventListener('abort', onAbort);
          jobs.delete(message.jobId);
          restWhenIdle();
          // Whoever cancelled has been promised that nothing comes of it, also when the answer was under way.
          if (signal?.aborted) reject(cancelled());
          else if (outcome instanceof AppError) reject(outcome);
          else resolve(outcome);
        },
      });
      signal?.addEventListener('abort', onAbort);
      target.postMessage(message);
    });
  }

  return {
    async extract({ modelFolder, cacheFolder, interviews, minPeople, maxGroups }, options = {}) {
      const answer = await run(
        {
          kind: 'extract',
          jobId: randomUUID(),
          modelFolder,
          cacheFolder,
          interviews,
          options: { ...(minPeople && { minPeople }), ...(maxGroups && { maxGroups }) },
        },
        options,
      );
      const { kind: _kind, jobId: _jobId, ...result } = expectKind(answer, 'finished');
      return result;
    },
    async embed(modelFolder, texts, options = {}) {
      const answer = await run({ kind: 'embed', jobId: randomUUID(), modelFolder, texts }, options);
      return expectKind(answer, 'embedded').vectors;
    },
    close() {
      clearTimeout(idleTimer);
      end(cancelled());
    },
  };
}

function expectKind<Kind extends 'finished' | 'embedded'>(
  answer: Answer,
  kind: Kind,
): Extract<Answer, { kind: Kind }> {
  switch (answer.kind) {
    case 'failed':
      throw new AppError(answer.code, answer.message);
    case 'cancelled':
      throw cancelled();
    case 'finished':
    case 'embedded':
      if (isKind(answer, kind)) return answer;
      throw new AppError('engine-failed', 'The engine answered another question.');
    default:
      return assertNever(answer);
  }
}

function isKind<Kind extends Answer['kind']>(
  answer: Answer,
  kind: Kind,
): answer is Extract<Answer, { kind: Kind }> {
  return answer.kind === kind;
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The extraction was cancelled.');
}
