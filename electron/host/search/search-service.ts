// Search over everything in the open workspace. The index is made, or read from the derived cache, when somebody first
// searches; from then on only what changes is put in anew. It may be incomplete at any time and then says so.
import type { SearchAnswer } from '../../../shared/contract/search.ts';
import type { InterviewId, ParticipantId } from '../../../shared/ids.ts';
import { correctionsByTurn, withMarkedSpeakers } from '../../../shared/interviews/marked-turns.ts';
import { placeMarks } from '../../../shared/interviews/word-marks.ts';
import type { Need } from '../../../shared/needs/need.ts';
import { createHeardIndex, type HeardBefore, type HeardIndex } from '../../../shared/search/heard-before.ts';
import { createVocabulary } from '../../../shared/search/vocabulary.ts';
import { transcriptText, turnOffsets } from '../../../shared/transcripts/transcript.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { HostContext } from '../host-context.ts';
import { leftOut, participantNames } from '../needs/heard-interviews.ts';
import { readTurns } from '../transcripts/transcript-store.ts';
import { answerSearch } from './answer-search.ts';
import { createHeardByEncoder } from './heard-by-encoder.ts';
import { dropInterview, indexInterview } from './index-interview.ts';
import { type IndexPart, type IndexParts, loadIndexParts } from './index-parts.ts';
import { createOtherTexts } from './other-texts.ts';
import type { SearchQuestion, SearchService } from './search-port.ts';

/** Written when nothing changed for so long, so that typing does not rewrite a part with every word. */
const SAVE_AFTER_MS = 4_000;
/** A question waits for so few changed interviews, and answers without more of them. */
const WAIT_FOR = 3;
/** How long a question waits for the needs to be counted. */
const NEEDS_MS = 30;
const TOLD_TIMES = 20;
/** From the key on a hint has 150 ms; the page takes 90 of them to see that typing rests. */
const LATE_MS = 50;
/** People whose words a hint brings along. */
const MOST_HEARD = 12;

export function createSearchService(context: HostContext): SearchService {
  const workspace = context.workspace();
  const vocabulary = createVocabulary();
  const others = createOtherTexts(context, vocabulary);
  const heardByEncoder = createHeardByEncoder(context);
  const stale = new Set<InterviewId>();
  const unsaved = new Set<IndexPart>();
  let loading: Promise<IndexParts> | null = null;
  let syncing: Promise<void> | null = null;
  let progress: SearchAnswer['building'] = null;
  let facts: WorkspaceFacts | null = null;
  let needs: readonly Need[] = [];
  let heardIndex: { readonly needs: readonly Need[]; readonly index: HeardIndex } | null = null;
  let areNeedsStale = true;
  let needsComing: Promise<void> = Promise.resolve();
  let areNeedsLate = false;
  let saveTimer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let isFirstSave = true;

  context.interviews().onChange((ids) => {
    for (const id of ids) stale.add(id);
    if (loading !== null) void catchUp();
  });

  /** Brings everything that is stale into the index, one interview after the other, letting others have their turn. */
  function catchUp(): Promise<void> {
    syncing ??= sync().finally(() => {
      syncing = null;
    });
    return syncing;
  }

  async function sync(): Promise<void> {
    loading ??= loadIndexParts(workspace.derived, vocabulary, turnOfOthers);
    const parts = await loading;
    noteChangedList(parts);
    const total = stale.size;
    const step = Math.max(1, Math.round(total / TOLD_TIMES));
    let done = 0;
    while (stale.size > 0 && !isClosed) {
      const [id] = stale;
      if (id === undefined) break;
      stale.delete(id);
      await update(parts, id);
      done += 1;
      const whole = Math.max(total, done + stale.size);
      setProgress(stale.size === 0 ? null : { done, total: whole }, done % step === 0);
      await turnOfOthers();
    }
    setProgress(null, progress !== null);
    saveSoon(parts);
  }

  /** What is missing from an answer that is given now. */
  function building({ kinds }: SearchQuestion): SearchAnswer['building'] {
    if (progress !== null) return progress;
    if (stale.size > 0) return { done: 0, total: stale.size };
    return areNeedsLate && kinds.includes('needs') ? { done: 0, total: 1 } : null;
  }

  function setProgress(next: SearchAnswer['building'], isTold: boolean): void {
    progress = next;
    if (isTold && !isClosed) context.tell('search.changed', { building: next });
  }

  /** Interviews that are new to the index are stale; those that are gone or archived leave it. */
  function noteChangedList(parts: IndexParts): void {
    const now = workspace.facts();
    if (facts === now) return;
    // Notes are found by the names that their tags have now.
    const areAllStale = facts === null || !areSameNames(facts, now);
    facts = now;
    const wanted = new Set(now.interviews.filter((one) => !one.isArchived).map((one) => one.id));
    for (const id of wanted) if (areAllStale || parts.partOf(id) === undefined) stale.add(id);
    for (const part of parts.all) {
      for (const id of [...part.interviews.keys()].filter((one) => !wanted.has(one))) {
        dropInterview(part, id);
        unsaved.add(part);
      }
    }
  }

  async function update(parts: IndexParts, id: InterviewId): Promise<void> {
    const { interviews, people, tags } = workspace.facts();
    if (!interviews.some((one) => one.id === id && !one.isArchived)) return;
    const read = await leftOut(context, id, () => context.interviews().get(id));
    if (read === null) return;
    const part = parts.partOf(id) ?? parts.withRoom();
    const ref = read.transcripts.at(-1);
    const isChanged = await indexInterview(part, {
      id,
      facts: read,
      codebook: tags,
      readWords: async () => {
        const words = ref && (await leftOut(context, id, () => readTurns(workspace, ref)));
        if (!words) return null;
        const team = people.map((person) => person.name);
        const marks =
          read.wordMarks.size === 0
            ? []
            : placeMarks(read.wordMarks, ref.original, transcriptText(words.turns));
        const turns = withMarkedSpeakers(words.turns, marks);
        return {
          turns,
          participantNames: participantNames(turns, read.speakers, team),
          corrections: correctionsByTurn(words.turns, turnOffsets(words.turns), marks),
        };
      },
    });
    if (isChanged) unsaved.add(part);
  }

  function saveSoon(parts: IndexParts): void {
    if (saveTimer !== null) clearTimeout(saveTimer);
    if (unsaved.size === 0 || isClosed) return;
    saveTimer = setTimeout(
      () => {
        const changed = new Set(unsaved);
        unsaved.clear();
        void parts.save((part) => changed.has(part));
      },
      isFirstSave ? 0 : SAVE_AFTER_MS,
    );
    saveTimer.unref();
    isFirstSave = false;
  }

  /** Asks for the needs when they may have changed; waits for them so long, or to the end. */
  async function freshNeeds(waitMs: number | null): Promise<void> {
    if (!areNeedsStale) {
      if (waitMs === null) await needsComing;
      return;
    }
    areNeedsStale = false;
    areNeedsLate = true;
    const reading = context
      .needs()
      .view()
      .then((view) => {
        needs = view.needs;
        areNeedsLate = false;
      });
    let isLate = waitMs === null;
    const told = reading.then(
      () => (isLate && !isClosed ? context.tell('search.changed', { building: progress }) : undefined),
      () => {
        // Names are searched as they were; the next question asks again.
        areNeedsStale = true;
        areNeedsLate = false;
      },
    );
    needsComing = told;
    await (waitMs === null ? told : Promise.race([told, pause(waitMs)]));
    isLate = true;
  }

  /** By meaning; by words when the encoder cannot say, or when it is late and words do tell. */
  async function heardBefore(text: string, except: ParticipantId | null): Promise<HeardBefore | null> {
    if (heardIndex?.needs !== needs) heardIndex = { needs, index: createHeardIndex(needs) };
    const byMeaning = heardByEncoder.find(text, except);
    const first = await Promise.race([byMeaning, pause(LATE_MS).then(() => undefined)]);
    if (first !== undefined) return first;
    return heardIndex.index.find(text, except) ?? (await byMeaning) ?? null;
  }

  return {
    async query(question) {
      const parts = await Promise.race([loading ?? startLoading(), pause(NEEDS_MS)]);
      if (!parts) return { ...NOTHING, building: building(question) ?? { done: 0, total: 1 } };
      if (facts !== workspace.facts() || stale.size > 0 || syncing !== null) {
        noteChangedList(parts);
        const caughtUp = catchUp();
        if (stale.size <= WAIT_FOR) await caughtUp;
      }
      if (question.kinds.includes('needs')) await freshNeeds(NEEDS_MS);
      if (question.kinds.some((kind) => kind !== 'said' && kind !== 'notes')) await others.refresh(needs);
      const found = answerSearch({ parts, others, vocabulary, facts: workspace.facts() }, question);
      return { ...found, building: building(question) };
    },
    async heard(interviewId, text) {
      // Nobody waits for a hint: whoever types on has taken the question back, and asks no second time about the same words.
      await freshNeeds(null);
      const prepared = heardByEncoder.prepare(needs);
      if (text.trim() === '') {
        await prepared;
        return null;
      }
      const entry = workspace.facts().interviews.find((one) => one.id === interviewId);
      const heard = await heardBefore(text, entry?.participantId ?? null);
      if (heard === null) return null;
      const { id, label, stances } = heard.need;
      const quotes = heard.quotes.slice(0, MOST_HEARD);
      return { needId: id, label, quotes, stances: stances.map((cell) => cell.stance) };
    },
    needsChanged() {
      areNeedsStale = true;
    },
    async close() {
      isClosed = true;
      others.close();
      heardByEncoder.close();
      if (saveTimer !== null) clearTimeout(saveTimer);
      await syncing;
    },
  };

  function startLoading(): Promise<IndexParts> {
    void catchUp();
    loading ??= loadIndexParts(workspace.derived, vocabulary, turnOfOthers);
    return loading;
  }
}

function areSameNames(a: WorkspaceFacts, b: WorkspaceFacts): boolean {
  const names = ({ tags }: WorkspaceFacts) =>
    JSON.stringify(tags.map(({ name, aliases }) => [name, aliases]));
  return a.tags === b.tags || names(a) === names(b);
}

const NOTHING = { groups: [], nearest: null, isTooCommon: false } as const;

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}
