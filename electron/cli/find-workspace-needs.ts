// Computes the needs of an open workspace anew and waits for the end, as the window's “Find needs” does. What was found
// before stays when it is stopped or fails.
import { z } from 'zod';
import type { ExtractionState } from '../../shared/contract/needs.ts';
import { AppError, ErrorCode } from '../../shared/errors.ts';
import { assertNever } from '../../shared/result.ts';
import type { InProcessHost } from './in-process-host.ts';

type Running = Extract<ExtractionState, { kind: 'running' }>;

/** Throws AppError: `not-found` without words of two people, `cancelled` once `signal` is aborted, else what failed. */
export async function findWorkspaceNeeds(
  host: InProcessHost,
  signal: AbortSignal,
  onProgress: (state: Running) => void,
): Promise<void> {
  const { interviewsWithWords } = await host.call('needs.list', {});
  if (interviewsWithWords < 2)
    throw new AppError(
      'not-found',
      `Earshot needs words from at least two people; the workspace has ${interviewsWithWords === 0 ? 'none' : 'one'}. Bring them in with earshot import.`,
    );
  const last = await ended(host, signal, onProgress);
  switch (last.kind) {
    case 'idle':
      return;
    case 'stopped':
      throw new AppError('cancelled', 'Stopped. Nothing was changed.');
    case 'failed':
      throw new AppError(
        ErrorCode.safeParse(last.code).data ?? 'engine-failed',
        `${last.message}. Needs of the last run stay as they were.`,
      );
    default:
      assertNever(last);
  }
}

function ended(
  host: InProcessHost,
  signal: AbortSignal,
  onProgress: (state: Running) => void,
): Promise<Exclude<ExtractionState, Running>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void host.call('extraction.cancel', {}).catch(reject);
    const leave = host.listen((event, payload) => {
      if (event !== 'extraction.changed') return;
      const state = State.parse(payload);
      if (state.kind === 'running') onProgress(state);
      else finish(() => resolve(state));
    });
    const finish = (settle: () => void): void => {
      signal.removeEventListener('abort', stop);
      leave();
      settle();
    };
    signal.addEventListener('abort', stop);
    host.call('extraction.start', {}).then(
      () => signal.aborted && stop(),
      (error: unknown) => finish(() => reject(error)),
    );
  });
}

/** As the contract has it; an event arrives as plain data. */
const State: z.ZodType<ExtractionState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({
    kind: z.literal('running'),
    step: z.enum(['load', 'encode', 'compare', 'group', 'label']),
    done: z.number(),
    total: z.number(),
    newInterviews: z.number(),
    knownInterviews: z.number(),
    interview: z.string().nullable(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string(), at: z.string() }),
  z.object({ kind: z.literal('stopped'), at: z.string() }),
]);
