// Needs of the open workspace: runs the extraction, keeps its last result, and lays people's decisions over it.
// A run only ever proposes; what a person decided is read from the workspace document and outlives every run.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParticipantId } from '../../../shared/ids.ts';
import { buildNeeds, type HeardInterview } from '../../../shared/needs/build-needs.ts';
import type { Decision, PinnedEvidence } from '../../../shared/needs/decision.ts';
import { decisionTime } from '../../../shared/needs/decision-time.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import { type Need, peopleForRecurring } from '../../../shared/needs/need.ts';
import {
  appendDecision,
  readWorkspace,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
import { createExtractionRunner } from '../extraction/extraction-runner.ts';
import { readLastRun, type StoredRun } from '../extraction/stored-run.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import { type HeardEntry, heardEntries, interviewsWithWords } from './heard-interviews.ts';
import type { NeedsService, NewDecision } from './needs-port.ts';

export function createNeedsService(context: HostContext): NeedsService {
  const workspace = context.workspace();
  let cached: {
    readonly signature: string;
    readonly facts: unknown;
    readonly view: Promise<NeedsView>;
  } | null = null;
  const changed = () => context.tell('needs.changed', {});
  const runner = createExtractionRunner(context, workspace, changed);

  async function build(run: StoredRun | null): Promise<NeedsView> {
    const heard = await interviewsWithWords(context);
    const seen = new Set(run?.interviews ?? []);
    const interviews = heard.map(
      (interview): HeardInterview => ({
        id: interview.id,
        participantId: interview.participantId,
        participant: interview.participant,
        inRoom: interview.inRoom,
        isInRun: seen.has(interview.id),
        cut: (statement) =>
          statement.original === interview.original
            ? interview.text.slice(statement.start, statement.end)
            : null,
      }),
    );
    return {
      needs: buildNeeds(run?.needs ?? [], foldDecisions(workspace.facts().decisions), interviews),
      run: run && { at: run.at, model: run.model, interviews: run.interviews.length, seconds: run.seconds },
      notInRun: heard.filter((interview) => !seen.has(interview.id)).map((interview) => interview.id),
      interviewsWithWords: heard.length,
      peopleForRecurring: peopleForRecurring(heard.length),
      extraction: runner.state(),
    };
  }

  /** Built again only when something it is built from has changed: reading every word again is the costly part. */
  async function view(): Promise<NeedsView> {
    const facts = workspace.facts();
    const run = await readLastRun(workspace);
    const signature = signatureOf(await heardEntries(context), run);
    if (cached?.facts !== facts || cached.signature !== signature)
      cached = { facts, signature, view: build(run) };
    const attempt = cached;
    attempt.view.catch(() => {
      if (cached === attempt) cached = null; // the asker hears of it; the next one may try again
    });
    return { ...(await attempt.view), extraction: runner.state() };
  }

  async function record(wanted: NewDecision): Promise<{ decisionId: string }> {
    const by = await actingPerson(context);
    const base = { id: context.newId(), at: context.now().toISOString(), by: by.id };
    const decision = await completed(wanted, base);
    await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
      const earlier = readWorkspace(document).decisions.map((one) => one.at);
      appendDecision(document, { ...decision, at: decisionTime(earlier, context.now()) });
    });
    changed();
    return { decisionId: decision.id };
  }

  async function completed(wanted: NewDecision, base: Pick<Decision, 'id' | 'at' | 'by'>): Promise<Decision> {
    if (wanted.kind === 'undo') {
      found(
        workspace.facts().decisions.find((decision) => decision.id === wanted.decisionId),
        'decision',
      );
      return { ...base, ...wanted };
    }
    const need = found(
      (await view()).needs.find((one) => one.id === wanted.needId),
      'need',
    );
    if (wanted.kind === 'restore') return { ...base, kind: 'restore', needId: wanted.needId };
    return { ...base, ...wanted, pinned: evidenceOf(need) };
  }

  return {
    view,
    decide: record,
    async pin(id) {
      const need = found(
        (await view()).needs.find((one) => one.id === id),
        'need',
      );
      if (need.status === 'suggested') await record({ kind: 'accept', needId: id });
    },
    lastRun: () => readLastRun(workspace),
    async countByParticipant() {
      const run = await readLastRun(workspace);
      const seen = new Set(run?.interviews ?? []);
      // Without the words: a count needs no proof that each quote is whole, and lists ask for it at every start.
      const heard = (await heardEntries(context)).map(
        (entry): HeardInterview => ({
          ...entry,
          isInRun: seen.has(entry.id),
          cut: (statement) => statement.text,
        }),
      );
      const counts = new Map<ParticipantId, number>();
      for (const need of buildNeeds(run?.needs ?? [], foldDecisions(workspace.facts().decisions), heard)) {
        if (need.status === 'dismissed') continue;
        for (const participant of new Set(need.quotes.map((quote) => quote.participantId))) {
          counts.set(participant, (counts.get(participant) ?? 0) + 1);
        }
      }
      return counts;
    },
    async start() {
      if (workspace.readOnlyBecause !== null)
        throw new AppError('workspace-read-only', 'this workspace is open to read');
      return runner.start();
    },
    cancel: () => runner.cancel(),
    close: () => runner.close(),
  };
}

/** Changes with whatever a view is built from besides the workspace document. */
function signatureOf(heard: readonly HeardEntry[], run: StoredRun | null): string {
  const parts = heard.map(({ id, ref, inRoom, speakers }) => [
    id,
    ref.original,
    ref.format,
    inRoom,
    [...speakers],
  ]);
  return JSON.stringify([run?.at, parts]);
}

/** What a person saw when they decided, as references with their words. */
function evidenceOf(need: Need): PinnedEvidence {
  const refs = (quotes: Need['quotes']) =>
    quotes.map(({ id, interviewId, original, start, end, startMs, endMs, speaker, text }) => ({
      id,
      interviewId,
      original,
      start,
      end,
      startMs,
      endMs,
      speaker,
      text,
    }));
  return {
    label: need.suggestedLabel,
    subtitle: need.subtitle,
    statements: refs(need.quotes),
    requests: refs(need.requests),
  };
}
