// Notes that stand for words nobody recorded: which they are, and to which need they belong. No model is needed for it,
// so notes and tags still group in any language. It makes suggestions only; people decide.
import { STOP_WORDS, stem } from '../extraction/words.ts';
import { NeedId } from '../ids.ts';
import type { Note } from '../interviews/interview-document.ts';
import { isForeignFunctionWord } from '../text/language.ts';
import { resolveTag, type Tag } from '../workspace/tags.ts';
import type { FoundNeed } from './found-need.ts';
import type { NoteRef } from './note-ref.ts';
import type { HeardInterview } from './study.ts';

/** Notes before and after the recording lie outside it by more than a pause. */
const PAUSE_MS = 20_000;
/** As many of a note's own words must be in a need's words: one alone may be chance. */
const LEAST_SHARED = 2;
const LEAST_SHARE = 0.5;
/** One person's note is no need; two people's under one tag may be. */
const LEAST_PEOPLE = 2;

/**
 * Notes tagged as a need or a pain for which there are no words to find: the interview has none, or none at that time,
 * or no run has read them, or the model does not know their language. In the order of the interviews.
 */
export function notesWithoutWords(interviews: readonly HeardInterview[], tags: readonly Tag[]): NoteRef[] {
  const speaksOfNeed = (note: Note) =>
    note.tags.some((name) => {
      const kind = resolveTag(tags, name)?.kind;
      return kind === 'need' || kind === 'pain';
    });
  return interviews.flatMap((interview) =>
    interview.notes
      .filter((note) => note.kind === 'note' && note.text.trim() !== '' && speaksOfNeed(note))
      .filter((note) => !hasWordsAt(interview, note.atMs))
      .map(({ id, author, role, atMs, text, tags: names }) => ({
        noteId: id,
        interviewId: interview.id,
        author,
        role,
        atMs,
        text: text.slice(0, 4_000),
        tags: [...names],
      })),
  );
}

function hasWordsAt({ hasWords, isInRun, isUnderstood, spokenMs }: HeardInterview, atMs: number): boolean {
  if (!hasWords || !isInRun || !isUnderstood) return false;
  return spokenMs === null || (atMs >= spokenMs.from - PAUSE_MS && atMs <= spokenMs.to + PAUSE_MS);
}

/**
 * The groups of a run with the notes that share their words, and a group of its own for each tag of the team that
 * such notes of two people or more have in common.
 */
export function withNotes(
  found: readonly FoundNeed[],
  notes: readonly NoteRef[],
  tags: readonly Tag[],
  participantOf: (note: NoteRef) => string | undefined,
): FoundNeed[] {
  const words = found.map((need) =>
    stems([need.label, ...need.statements.map(({ text }) => text)].join(' ')),
  );
  const joined = found.map((): NoteRef[] => []);
  const left: NoteRef[] = [];
  for (const note of notes) {
    const index = nearest(stems(note.text), words);
    (joined[index] ?? left).push(note);
  }
  const needs = found.map((need, index) => ({ ...need, notes: joined[index] ?? [] }));
  return [...needs, ...byTag(left, tags, participantOf)];
}

/** The need that holds the largest share of a note's words, or -1. */
function nearest(own: ReadonlySet<string>, needs: readonly ReadonlySet<string>[]): number {
  let best = -1;
  let most = 0;
  needs.forEach((words, index) => {
    const shared = [...own].filter((word) => words.has(word)).length;
    if (shared < LEAST_SHARED || shared < own.size * LEAST_SHARE || shared <= most) return;
    best = index;
    most = shared;
  });
  return best;
}

function byTag(
  notes: readonly NoteRef[],
  tags: readonly Tag[],
  participantOf: (note: NoteRef) => string | undefined,
): FoundNeed[] {
  const groups = new Map<Tag, NoteRef[]>();
  for (const note of notes) {
    const own = new Set(note.tags.map((name) => resolveTag(tags, name)));
    for (const tag of own) {
      if (tag && tag.kind === null) groups.set(tag, [...(groups.get(tag) ?? []), note]);
    }
  }
  return [...groups]
    .filter(([, group]) => new Set(group.map(participantOf)).size >= LEAST_PEOPLE)
    .map(([tag, group]) => ({
      // From the tag alone: the need keeps its id whatever is noted later.
      id: NeedId.parse(`need-tag-${tag.id}`.slice(0, 64)),
      label: tag.definition === '' ? `#${tag.name}` : tag.definition.slice(0, 300),
      subtitle: '',
      statements: [],
      requests: [],
      strength: 0,
      notes: group,
    }));
}

/** Words with a topic, in whatever language they are: these notes are what is left where no model helps. */
function stems(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/\p{L}[\p{L}\p{M}\p{N}]+|\d+/gu);
  return new Set(
    (words ?? []).filter((word) => !STOP_WORDS.has(word) && !isForeignFunctionWord(word)).map(stem),
  );
}
