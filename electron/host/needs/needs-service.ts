// Needs of the open workspace: runs the extraction, keeps its last result, and lays people's decisions over it.
// A run only ever proposes; what a person decided is read from the workspace document and outlives every run.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { NeedId, ParticipantId, PersonId } from '../../../shared/ids.ts';
import { buildNeeds } from '../../../shared/needs/build-needs.ts';
import { evidenceKey } from '../../../shared/needs/decision.ts';
import { newestDecisions } from '../../../shared/needs/decision-order.ts';
import { decisionTime } from '../../../shared/needs/decision-time.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import { needUnder, peopleForRecurring } from '../../../shared/needs/need.ts';
import {
  appendDecision,
  lookedKey,
  putRecord,
  readWorkspace,
  WORKSPACE_DOCUMENT,
  type WorkspaceFacts,
} from '../../../shared/workspace/workspace-document.ts';
import { createExtractionRunner } from '../extraction/extraction-runner.ts';
import { readLastRun, type StoredRun } from '../extraction/stored-run.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import { addedEvidence } from './added-evidence.ts';
import { completeDecision } from './complete-decision.ts';
import { type HeardEntry, heardEntries, interviewsWithWords } from './heard-interviews.ts';
import type { NeedsService, NewDecision } from './needs-port.ts';
import { readStudy } from './read-study.ts';

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
    const facts = workspace.facts();
    return {
      needs: buildNeeds(
        run?.needs ?? [],
        foldDecisions(facts.decisions),
        await readStudy(context, seen, heard),
        { model: run?.model ?? null, looked: lookedAt(facts, context.settings.value.me.id) },
      ),
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
    const id = context.newId();
    const added =
      wanted.kind === 'addQuote' ? await addedEvidence(context, wanted.source, wanted.verdict) : null;
    const run = await readLastRun(workspace);
    await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
      // Completed inside the edit: it must know every decision that is there when it is written.
      const { decisions } = readWorkspace(document);
      const at = decisionTime(
        decisions.map((one) => one.at),
        context.now(),
      );
      const base = { id, at, by: by.id, after: newestDecisions(decisions) };
      appendDecision(document, completeDecision(wanted, base, { run, decisions, added }));
    });
    changed();
    return { decisionId: id };
  }

  return {
    view,
    decide: record,
    async keep(id) {
      await record({ kind: 'keep', needId: id });
    },
    async look(id) {
      const by = await actingPerson(context);
      const need = found(needUnder((await view()).needs, id), 'need');
      const seen = [...need.quotes, ...need.requests, ...need.against].map((quote): string => quote.id);
      const keys = [...seen, ...need.noted.map((note) => note.key)].sort();
      const before = workspace.facts().looked.find((one) => one.needId === need.id && one.by === by.id);
      // Looking again at what was seen already is no edit.
      if (before && JSON.stringify(before.seen) === JSON.stringify(keys)) return null;
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
        putRecord(document, 'looked', lookedKey(by.id, need.id), {
          needId: need.id,
          by: by.id,
          at: context.now().toISOString(),
          seen: keys.slice(0, MOST_SEEN),
        }),
      );
      return null;
    },
    lastRun: () => readLastRun(workspace),
    async countByParticipant() {
      const run = await readLastRun(workspace);
      const seen = new Set(run?.interviews ?? []);
      // Without the words: a count needs no proof that each quote is whole, and lists ask for it at every start.
      const study = await readStudy(context, seen, null);
      const counts = new Map<ParticipantId, number>();
      for (const need of buildNeeds(run?.needs ?? [], foldDecisions(workspace.facts().decisions), study)) {
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

/** As many as the record takes. */
const MOST_SEEN = 4_000;

/** What a person saw of each need: when they looked, and when they decided. */
function lookedAt(facts: WorkspaceFacts, me: PersonId): Map<NeedId, ReadonlySet<string>> {
  const looked = new Map<NeedId, Set<string>>();
  const saw = (needId: NeedId, keys: readonly string[]): void => {
    looked.set(needId, new Set([...(looked.get(needId) ?? []), ...keys]));
  };
  for (const { by, needId, seen } of facts.looked) if (by === me) saw(needId, seen);
  for (const decision of facts.decisions) {
    if (decision.by !== me || !('pinned' in decision)) continue;
    const seen = [decision, ...(decision.alsoPinned ?? [])].flatMap(({ pinned }) => [
      ...pinned.statements,
      ...pinned.requests,
    ]);
    saw(decision.needId, [
      ...seen.map(({ id }) => id),
      ...('quotes' in decision ? decision.quotes.map(evidenceKey) : []),
    ]);
  }
  return looked;
}
