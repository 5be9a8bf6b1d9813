// Everything that screens show of needs: the last run, people's decisions, interviews and notes put together.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { InterviewId, NeedId, PersonId, StatementId } from '../../../shared/ids.ts';
import { buildNeeds } from '../../../shared/needs/build-needs.ts';
import type { DecidedNeed } from '../../../shared/needs/decided-need.ts';
import { evidenceKey } from '../../../shared/needs/decision.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import { type FollowedWords, withKnownIds } from '../../../shared/needs/follow-words.ts';
import type { FoundNeed } from '../../../shared/needs/found-need.ts';
import { peopleForRecurring } from '../../../shared/needs/need.ts';
import { notesWithoutWords, withNotes } from '../../../shared/needs/note-evidence.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import type { HeardInterview } from '../../../shared/needs/study.ts';
import { languageWords } from '../../../shared/text/spoken-language.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { StoredRun } from '../extraction/stored-run.ts';
import type { HostContext } from '../host-context.ts';
import { isForeign, modelInUse } from '../settings/model-in-use.ts';
import type { CutCache, ReadWords } from './cut-cache.ts';
import { heardEntries } from './heard-interviews.ts';
import { readStudy } from './read-study.ts';

/** What views and decisions stand on. */
export interface NeedGround {
  /** The groups of the last run, with the notes that belong to them. */
  readonly found: readonly FoundNeed[];
  readonly decided: ReadonlyMap<NeedId, DecidedNeed>;
  readonly study: readonly HeardInterview[];
  readonly words: ReadonlyMap<InterviewId, ReadWords>;
}

export async function readGround(
  context: HostContext,
  run: StoredRun | null,
  cutCache: CutCache,
): Promise<NeedGround> {
  const facts = context.workspace().facts();
  const decided = foldDecisions(facts.decisions);
  const stored = run?.needs ?? [];
  const wanted = statementsOf(stored, decided);
  const words = await cutCache.read(await heardEntries(context), wanted);
  const groups = withKnownIds(stored, followedIn(wanted, words));
  const model = modelInUse(context);
  const study = await readStudy(context, new Set(run?.interviews), ({ id }) => {
    const read = words.get(id);
    if (read === undefined) return { cut: () => null, isUnderstood: true };
    return { cut: read.cut, follow: read.follow, isUnderstood: !isUnknown(read.language, model) };
  });
  const participants = new Map(study.map(({ id, participantId }) => [id, participantId]));
  const found = withNotes(groups, notesWithoutWords(study, facts.tags), facts.tags, (note) =>
    participants.get(note.interviewId),
  );
  return { found, decided, study, words };
}

/** Of what is partly in English the model has words to find. */
function isUnknown(language: ReadWords['language'], model: { readonly isBuiltIn: boolean }): boolean {
  return language !== null && !language.isPartly && isForeign(language, model);
}

export async function buildView(
  context: HostContext,
  run: StoredRun | null,
  cutCache: CutCache,
): Promise<Omit<NeedsView, 'extraction'>> {
  const { found, decided, study, words } = await readGround(context, run, cutCache);
  const facts = context.workspace().facts();
  const seen = new Set(run?.interviews);
  const model = modelInUse(context);
  return {
    needs: buildNeeds(found, decided, study, {
      model: run?.model ?? null,
      looked: lookedAt(facts, context.settings.value.me.id),
      codebook: facts.tags,
    }),
    run: run && { at: run.at, model: run.model, interviews: run.interviews.length, seconds: run.seconds },
    notInRun: [...words.keys()].filter((id) => !seen.has(id)),
    interviewsWithWords: words.size,
    peopleForRecurring: peopleForRecurring(words.size),
    otherLanguages: [...words].flatMap(([interviewId, read]) =>
      read.language !== null && isForeign(read.language, model)
        ? [{ interviewId, language: languageWords(read.language) }]
        : [],
    ),
  };
}

/** Every statement that may be shown. */
function statementsOf(
  found: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
): StatementRef[] {
  const statements = found.flatMap((need) => [
    ...need.statements,
    ...need.requests,
    ...(need.againstCandidates ?? []),
  ]);
  for (const need of decided.values()) {
    // Also what was taken out again: where a newer version of the file has it, it stays out.
    statements.push(...need.seen, ...need.pinned.statements, ...need.pinned.requests);
    for (const { placed } of [...need.placed.values(), ...need.pinnedQuotes.values()]) {
      if (placed.kind === 'words') statements.push(placed.statement);
    }
    if (need.pair === null || need.pair === 'broken') continue;
    for (const { statement } of [need.pair.asked, need.pair.needs]) if (statement) statements.push(statement);
  }
  return statements;
}

/** What was made from earlier versions of files, as it stands in the newest. */
function followedIn(
  statements: readonly StatementRef[],
  words: ReadonlyMap<InterviewId, ReadWords>,
): FollowedWords {
  const followed = new Map<InterviewId, Map<StatementId, StatementRef>>();
  for (const statement of statements) {
    const now = words.get(statement.interviewId)?.follow(statement);
    if (!now) continue;
    const own = followed.get(statement.interviewId) ?? new Map();
    followed.set(statement.interviewId, own.set(statement.id, now));
  }
  return new Map([...followed].map(([id, own]) => [id, [...own.values()]]));
}

/** What a person saw of each need: when they looked, and when they decided. */
function lookedAt(facts: WorkspaceFacts, me: PersonId): Map<NeedId, ReadonlySet<string>> {
  const looked = new Map<NeedId, Set<string>>();
  const saw = (needId: NeedId, keys: readonly string[]): void => {
    const before = looked.get(needId) ?? new Set();
    for (const key of keys) before.add(key);
    looked.set(needId, before);
  };
  for (const { by, needId, seen } of facts.looked) if (by === me) saw(needId, seen);
  for (const decision of facts.decisions) {
    if (decision.by !== me || !('pinned' in decision)) continue;
    for (const { pinned } of [decision, ...(decision.alsoPinned ?? [])]) {
      saw(
        decision.needId,
        [...pinned.statements, ...pinned.requests].map(({ id }) => id),
      );
    }
    if ('quotes' in decision) {
      // Whoever moves words has seen them where they come from and where they go.
      const keys = decision.quotes.map(evidenceKey);
      const to =
        decision.kind === 'moveQuote' ? decision.toId : decision.kind === 'split' ? decision.newId : null;
      saw(decision.needId, keys);
      if (to !== null) saw(to, keys);
    }
  }
  return looked;
}
