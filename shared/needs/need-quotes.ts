// Evidence as it is shown: words with their speaker, checked against the original, and notes as notes.
import { withCurrentTags } from '../interviews/current-tags.ts';
import { noteKey, type Verdict } from './decision.ts';
import { nearNotes } from './near-notes.ts';
import type { NotedEvidence, Quote } from './need.ts';
import type { OwnEntry, OwnEvidence } from './own-evidence.ts';
import type { StatementRef } from './statement.ts';
import type { Study } from './study.ts';

/** The quotes of one verdict. Those that somebody tagged or marked while they were said stand first. */
export function quotesOf(evidence: OwnEvidence, verdict: Verdict, study: Study): Quote[] {
  const quotes = [...evidence.values()].flatMap(({ placed, placedBy, isPinned }) =>
    placed.kind === 'words' && placed.verdict === verdict
      ? asQuote(placed.statement, study, { placedBy, isPinned })
      : [],
  );
  const isNoted = (quote: Quote) => quote.notes.length > 0;
  return [...quotes.filter(isNoted), ...quotes.filter((quote) => !isNoted(quote))];
}

/** One quote, or none when its interview was archived or has no words now: its people no longer count. */
export function asQuote(
  statement: StatementRef,
  study: Study,
  { placedBy, isPinned }: Pick<OwnEntry, 'placedBy' | 'isPinned'> = { placedBy: null, isPinned: false },
): Quote[] {
  const interview = study.byId.get(statement.interviewId);
  if (!interview?.hasWords) return [];
  const now = interview.follow?.(statement) ?? statement;
  return [
    {
      ...now,
      isFollowed: now.original !== statement.original,
      participantId: interview.participantId,
      participant: interview.participant,
      inRoom: interview.inRoom,
      isBroken: interview.cut(now) !== now.text,
      isPinned,
      placedBy,
      notes: nearNotes(now, interview.notes, interview.offsetMs).map((note) =>
        withCurrentTags(note, study.surroundings.codebook ?? []),
      ),
    },
  ];
}

export function asNoted({ placed, placedBy }: OwnEntry, study: Study): NotedEvidence[] {
  if (placed.kind !== 'note') return [];
  const interview = study.byId.get(placed.note.interviewId);
  if (!interview) return [];
  const codebook = study.surroundings.codebook ?? [];
  const now = study.notes.get(placed.note.noteId);
  const note = withCurrentTags(placed.note, codebook);
  return [
    {
      ...note,
      key: noteKey(placed.note.noteId),
      verdict: placed.verdict,
      participantId: interview.participantId,
      participant: interview.participant,
      placedBy,
      isChanged: now === undefined || withCurrentTags(now, codebook).text !== note.text,
    },
  ];
}
