// From the index to an answer: which texts hold what is meant, best first, each with the part that shows it.
import { z } from 'zod';
import type { SearchAnswer, SearchHit, SearchKind } from '../../../shared/contract/search.ts';
import { SearchKind as SearchKinds } from '../../../shared/contract/search.ts';
import { BriefId, InterviewId, NeedId, NoteId, ParticipantId, PersonId } from '../../../shared/ids.ts';
import type { FoundText } from '../../../shared/search/search-shard.ts';
import { type MeantWords, rangesOf, snippetOf } from '../../../shared/search/snippet.ts';
import type { Meant, Vocabulary } from '../../../shared/search/vocabulary.ts';
import { searchWords } from '../../../shared/search/words.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { IndexParts } from './index-parts.ts';
import type { OtherTexts } from './other-texts.ts';
import type { SearchQuestion } from './search-port.ts';

export interface Searched {
  readonly parts: IndexParts;
  readonly others: OtherTexts;
  readonly vocabulary: Vocabulary;
  readonly facts: WorkspaceFacts;
}

/** More words than a person remembers of a sentence only cost time. */
const MOST_WORDS = 8;

export function answerSearch(
  searched: Searched,
  { text, kinds, limit }: SearchQuestion,
): Omit<SearchAnswer, 'building'> {
  const words = [...new Set(searchWords(text))].slice(0, MOST_WORDS);
  const isTooCommon = words.length === 0 && /[\p{L}\p{N}]/u.test(text);
  if (words.length === 0) return { groups: [], nearest: null, isTooCommon };
  const meant = words.map((word) => searched.vocabulary.meant(word));
  const found = meant.every((one) => one.length > 0) ? findAll(searched, meant) : new Map();
  const groups = SearchKinds.options
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => {
      const texts = (found.get(kind) ?? []).sort((a: FoundText, b: FoundText) => weight(b) - weight(a));
      const letters = meantWords(words, meant);
      const hits = texts
        .slice(0, limit)
        .flatMap((one: FoundText) => hitOf(kind, one, letters, searched) ?? []);
      return hits.length === 0 ? [] : [{ kind, hits, total: texts.length }];
    });
  return { groups, nearest: groups.length > 0 ? null : nearest(searched, words, meant), isTooCommon };
}

function findAll({ parts, others }: Searched, meant: readonly (readonly Meant[])[]) {
  const found = new Map<SearchKind, FoundText[]>(SearchKinds.options.map((kind) => [kind, []]));
  for (const { shard } of parts.all) {
    for (const text of shard.find(meant)) found.get(text.id.includes('#') ? 'notes' : 'said')?.push(text);
  }
  for (const text of others.shard.find(meant)) {
    const kind = SearchKinds.safeParse(text.about);
    if (kind.success) found.get(kind.data)?.push(text);
  }
  return found;
}

/** What the participant said comes before what they were asked in much the same words. */
function weight({ about, score }: FoundText): number {
  const isParticipant = Array.isArray(about) && about[2] === 1;
  return isParticipant ? score * PARTICIPANT_FIRST : score;
}

const PARTICIPANT_FIRST = 1.5;

function meantWords(words: readonly string[], meant: readonly (readonly Meant[])[]): MeantWords {
  const all = new Map<string, { kind: Meant['kind']; typed: number }>();
  words.forEach((typed, at) => {
    for (const { word, kind } of meant[at] ?? []) {
      // Of two typed words that may mean the same one, the longer says more.
      if ((all.get(word)?.typed ?? 0) < typed.length) all.set(word, { kind, typed: typed.length });
    }
  });
  return all;
}

/** The nearest word to the first one that means nothing, and how many texts it finds when it is sought instead. */
function nearest(
  searched: Searched,
  words: readonly string[],
  meant: readonly (readonly Meant[])[],
): SearchAnswer['nearest'] {
  const lost = words.find((_, at) => meant[at]?.length === 0);
  const near = lost === undefined ? null : searched.vocabulary.nearest(lost);
  if (near === null) return null;
  const found = findAll(searched, [searched.vocabulary.meant(near.word)]);
  const texts = [...found.values()].reduce((sum, kind) => sum + kind.length, 0);
  return texts === 0 ? null : { word: near.word, texts };
}

const TurnAbout = z.tuple([z.number(), z.number().nullable(), z.number()]);
const NoteAbout = z.tuple([z.number(), PersonId]);

/** Null for a text whose thing is gone meanwhile. */
function hitOf(
  kind: SearchKind,
  { id, text, about }: FoundText,
  meant: MeantWords,
  { parts, facts }: Searched,
): SearchHit | null {
  switch (kind) {
    case 'needs':
      return { kind, needId: NeedId.parse(behindColon(id)), text, ranges: rangesOf(text, meant) };
    case 'briefs': {
      const brief = facts.briefs.find((one) => one.id === BriefId.parse(behindColon(id)));
      if (brief === undefined) return null;
      const inTitle = rangesOf(brief.title, meant);
      const shown = inTitle.length > 0 ? brief.title : text.slice(brief.title.length + 1);
      return { kind, briefId: brief.id, title: brief.title, ...snippetOf(shown, meant) };
    }
    case 'people': {
      const person = facts.participants.find((one) => one.id === ParticipantId.parse(behindColon(id)));
      if (person === undefined) return null;
      const { pseudonym } = person;
      const shown = text.replace(/\n/g, ', ');
      return { kind, participantId: person.id, pseudonym, text: shown, ranges: rangesOf(shown, meant) };
    }
    case 'said': {
      const interview = interviewOf(id.slice(0, id.lastIndexOf(':')), facts);
      const indexed = interview && parts.partOf(interview.id)?.interviews.get(interview.id);
      const kept = TurnAbout.safeParse(about);
      if (!interview || !indexed?.words || !kept.success) return null;
      const [start, startMs, isParticipant] = kept.data;
      const { original } = indexed.words;
      const where = {
        interviewId: interview.id,
        participant: interview.participant,
        original,
        start,
        startMs,
      };
      return { kind, ...where, isParticipant: isParticipant === 1, ...snippetOf(text, meant) };
    }
    case 'notes': {
      const interview = interviewOf(id.slice(0, id.lastIndexOf('#')), facts);
      const kept = NoteAbout.safeParse(about);
      if (!interview || !kept.success) return null;
      const [atMs, author] = kept.data;
      const noteId = NoteId.parse(id.slice(id.lastIndexOf('#') + 1));
      const where = { interviewId: interview.id, participant: interview.participant, noteId, author, atMs };
      return { kind, ...where, ...snippetOf(text, meant) };
    }
  }
}

function interviewOf(key: string, { interviews, participants }: WorkspaceFacts) {
  const id = InterviewId.safeParse(key).data;
  const entry = interviews.find((one) => one.id === id && !one.isArchived);
  if (entry === undefined) return null;
  const participant = participants.find((one) => one.id === entry.participantId)?.pseudonym ?? 'Unknown';
  return { id: entry.id, participant };
}

function behindColon(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
