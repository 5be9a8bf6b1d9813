// One extraction at a time: gathers the interviews, hands them to the engine, reconciles what comes back with the needs
// that are known, and stores it. Stopping or failing at any point leaves the last result as it was.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ExtractionState } from '../../../shared/contract/needs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { NeedProposal, Statement } from '../../../shared/extraction/proposal.ts';
import { NeedId } from '../../../shared/ids.ts';
import { carryOver } from '../../../shared/needs/carry-over.ts';
import { decisionTime } from '../../../shared/needs/decision-time.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import { knownNeeds } from '../../../shared/needs/known-needs.ts';
import { peopleForRecurring } from '../../../shared/needs/need.ts';
import { reconcileIds } from '../../../shared/needs/reconcile.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { actingPerson, type HostContext } from '../host-context.ts';
import { interviewsWithWords } from '../needs/heard-interviews.ts';
import { modelInUse } from '../settings/model-in-use.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';
import { readLastRun, shareRun, writeLastRun } from './stored-run.ts';

export interface ExtractionRunner {
  state(): ExtractionState;
  /** Answers as soon as the run has begun; a run that is under way goes on. */
  start(): Promise<ExtractionState>;
  cancel(): ExtractionState;
  close(): Promise<void>;
}

export function createExtractionRunner(
  context: HostContext,
  workspace: OpenedWorkspace,
  changed: () => void,
): ExtractionRunner {
  let state: ExtractionState = { kind: 'idle' };
  let engine: Engine | null = null;
  let abort: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();

  function set(next: ExtractionState): void {
    state = next;
    context.tell('extraction.changed', state);
  }

  async function run(signal: AbortSignal): Promise<void> {
    const startedAt = Date.now();
    const heard = await interviewsWithWords(context);
    const last = await readLastRun(workspace);
    engine ??= context.options.createEngine();
    const result = await engine.extract(
      {
        modelFolder: modelInUse(context).folder,
        cacheFolder: join(workspace.folder, 'derived', 'vectors'),
        interviews: heard.map(({ id, original, turns, participantNames, participantId }) => ({
          id,
          original,
          turns,
          // Two interviews of one participant are one person, so people are told apart by participant, not by file.
          participants: participantNames.map((speaker) => ({ speaker, key: participantId })),
        })),
        minPeople: peopleForRecurring(heard.length),
      },
      { signal, onProgress: (progress) => set({ kind: 'running', ...progress }) },
    );
    signal.throwIfAborted();
    const decided = foldDecisions(workspace.facts().decisions);
    const groups = result.proposals.map(asStored);
    const ids = reconcileIds(groups, knownNeeds(decided, last?.needs ?? []), needIdOf);
    const by = await actingPerson(context);
    // After every run that is known here, so that a clock that is slow does not hide the one that was made just now.
    const at = decisionTime(
      workspace.facts().runs.map((run) => run.at),
      context.now(),
    );
    const hash = await writeLastRun(workspace, {
      at,
      model: result.model,
      seconds: (Date.now() - startedAt) / 1_000,
      interviews: heard.map((interview) => interview.id),
      needs: carryOver(
        groups.map((group, index) => ({ ...group, id: ids[index] ?? needIdOf(group.statements) })),
        last?.needs ?? [],
        decided,
        new Set(heard.map((interview) => interview.original)),
      ),
    });
    await shareRun(workspace, { hash, at, by: by.id });
  }

  return {
    state: () => state,
    async start() {
      if (state.kind === 'running') return state;
      const controller = new AbortController();
      abort = controller;
      set({
        kind: 'running',
        step: 'load',
        done: 0,
        total: 1,
        newInterviews: 0,
        knownInterviews: 0,
        interview: null,
        secondsLeft: null,
      });
      running = run(controller.signal).then(
        () => {
          set({ kind: 'idle' });
          changed();
          context.tell('interviews.changed', { ids: [] });
        },
        (error: unknown) => set(endOf(error, controller.signal, context)),
      );
      return state;
    },
    cancel() {
      abort?.abort();
      return state;
    },
    async close() {
      abort?.abort();
      await running;
      engine?.close();
      engine = null;
    },
  };
}

function endOf(error: unknown, signal: AbortSignal, context: HostContext): ExtractionState {
  const at = context.now().toISOString();
  if (signal.aborted) return { kind: 'stopped', at };
  const known =
    error instanceof AppError
      ? error
      : new AppError('engine-failed', 'the extraction failed', { cause: error });
  context.options.log.error('extraction-failed', { code: known.code, reason: known.message });
  return { kind: 'failed', code: known.code, message: known.message, at };
}

/** What is stored of a proposal: references without the scores, which mean something within one run only. */
function asStored(proposal: NeedProposal) {
  const refs = (statements: readonly Statement[]) =>
    statements.map(({ score: _, ...ref }): StatementRef => ref);
  return {
    label: proposal.label,
    subtitle: proposal.subtitle,
    statements: refs(proposal.statements),
    requests: refs(proposal.requests),
    strength: proposal.strength,
    closest: proposal.closest,
    confidence: proposal.grounds.confidence,
    isWeak: proposal.grounds.isWeak,
    led: proposal.grounds.led,
    againstCandidates: refs(proposal.grounds.against),
  };
}

/** From the strongest statement: the same words give the same id on every computer. */
function needIdOf(statements: readonly StatementRef[]): NeedId {
  const seed = statements.map((statement) => statement.id).sort()[0] ?? 'empty';
  return NeedId.parse(`need-${createHash('sha256').update(seed).digest('hex').slice(0, 20)}`);
}
