// Needs of the open workspace: runs the extraction, keeps its last result, and lays people's decisions over it.
// A run only ever proposes; what a person decided is read from the workspace document and outlives every run.
import type * as Y from 'yjs';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParticipantId } from '../../../shared/ids.ts';
import { buildNeeds } from '../../../shared/needs/build-needs.ts';
import { completeDecision } from '../../../shared/needs/complete-decision.ts';
import { newestDecisions } from '../../../shared/needs/decision-order.ts';
import { decisionTime } from '../../../shared/needs/decision-time.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import { needUnder } from '../../../shared/needs/need.ts';
import type { NewDecision } from '../../../shared/needs/new-decision.ts';
import {
  appendDecision,
  lookedKey,
  putRecord,
  readWorkspace,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
import { createExtractionRunner } from '../extraction/extraction-runner.ts';
import { readLastRun, type StoredRun } from '../extraction/stored-run.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import { modelInUse } from '../settings/model-in-use.ts';
import { addedEvidence } from './added-evidence.ts';
import { buildView, readGround } from './build-view.ts';
import { createCutCache } from './cut-cache.ts';
import { leftOut } from './heard-interviews.ts';
import type { NeedsService } from './needs-port.ts';
import { readStudy } from './read-study.ts';

export function createNeedsService(context: HostContext): NeedsService {
  const workspace = context.workspace();
  let cached: {
    readonly signature: string;
    readonly facts: unknown;
    readonly view: Promise<Omit<NeedsView, 'extraction'>>;
  } | null = null;
  const cutCache = createCutCache(context);
  const changed = () => context.tell('needs.changed', {});
  const runner = createExtractionRunner(context, workspace, changed);

  /** Built again only when something it is built from has changed. */
  async function view(): Promise<NeedsView> {
    const facts = workspace.facts();
    const run = await readLastRun(workspace);
    const signature = await signatureOf(context, run);
    if (cached?.facts !== facts || cached.signature !== signature)
      cached = { facts, signature, view: buildView(context, run, cutCache) };
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
    const { found: groups } = await readGround(context, await readLastRun(workspace), cutCache);
    await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
      // Completed inside the edit: it must know every decision that is there when it is written.
      const { decisions } = readWorkspace(document);
      const at = decisionTime(
        decisions.map((one) => one.at),
        context.now(),
      );
      const base = { id, at, by: by.id, after: newestDecisions(decisions) };
      if (wanted.kind === 'undo') refuseToLose(document, wanted.decisionId);
      appendDecision(document, completeDecision(wanted, base, { found: groups, decisions, added }));
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
    extraction: () => runner.state(),
    async countByParticipant() {
      const run = await readLastRun(workspace);
      const seen = new Set(run?.interviews ?? []);
      // Without the words: a count needs no proof that each quote is whole, and lists ask for it at every start.
      const study = await readStudy(context, seen, () => ({
        cut: (statement) => statement.text,
        isUnderstood: true,
      }));
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
async function signatureOf(context: HostContext, run: StoredRun | null): Promise<string> {
  const parts: unknown[] = [run?.at];
  for (const { id } of context.workspace().facts().interviews) {
    const facts = await leftOut(context, id, () => context.interviews().get(id));
    parts.push(id, facts === null ? null : versionOf(facts));
  }
  // An original may come later than the interview that speaks of it, from a teammate's computer.
  const originals = (await context.workspace().originals.list()).map(({ hash }) => hash);
  return JSON.stringify([...parts, originals, modelInUse(context).folder]);
}

/** A need that stands in a brief is kept for it: the link goes first. */
function refuseToLose(document: Y.Doc, decisionId: string): void {
  const { decisions, links } = readWorkspace(document);
  const target = decisions.find((decision) => decision.id === decisionId);
  if (target?.kind === 'keep' && links.some((link) => link.needId === target.needId))
    throw new AppError('built-upon', 'the need stands in a brief');
}

let versions = 0;
const versionByFacts = new WeakMap<object, number>();

/** Facts of an interview are read anew when its document changes: another object is another version. */
function versionOf(facts: object): number {
  const version = versionByFacts.get(facts) ?? versions++;
  versionByFacts.set(facts, version);
  return version;
}

/** As many as the record takes. */
const MOST_SEEN = 4_000;
