// Lays people's decisions over a run's groups and counts people: what every need screen, brief and export shows.
import type { InterviewId, NeedId, ParticipantId, PersonId } from '../ids.ts';
import type { DecidedNeed } from './fold-decisions.ts';
import { joinStatements } from './fold-decisions.ts';
import { type Need, type NeedStance, peopleForRecurring, type Quote } from './need.ts';
import type { StatementRef } from './statement.ts';

/** A group of the last run under the id it was given. */
export interface FoundNeed {
  readonly id: NeedId;
  readonly label: string;
  readonly subtitle: string;
  readonly statements: readonly StatementRef[];
  readonly requests: readonly StatementRef[];
  readonly strength: number;
}

/** An interview that has words, in the order of its date. */
export interface HeardInterview {
  readonly id: InterviewId;
  readonly participantId: ParticipantId;
  readonly participant: string;
  readonly inRoom: readonly PersonId[];
  /** False while no run has seen it. */
  readonly isInRun: boolean;
  /** Cuts the words of a span out of the original; null when the original is not the one the span was made from. */
  readonly cut: (statement: StatementRef) => string | null;
}

/** All needs, strongest first; dismissed ones too, last. */
export function buildNeeds(
  found: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
  interviews: readonly HeardInterview[],
): Need[] {
  const byId = new Map(interviews.map((interview) => [interview.id, interview]));
  const enough = peopleForRecurring(interviews.length);
  const foundById = new Map(found.map((need) => [need.id, need]));
  // A decision on a need that this run did not find keeps it on the page, with the evidence it was made on.
  const ids = [...foundById.keys(), ...[...decided.keys()].filter((id) => !foundById.has(id))];
  const needs = ids.map((id) => buildNeed(id, foundById.get(id), decided.get(id), byId, interviews, enough));
  return needs.filter((need) => need.quotes.length > 0 || need.status !== 'suggested').sort(inRank);
}

function buildNeed(
  id: NeedId,
  found: FoundNeed | undefined,
  decided: DecidedNeed | undefined,
  byId: ReadonlyMap<InterviewId, HeardInterview>,
  interviews: readonly HeardInterview[],
  enough: number,
): Need {
  const status = decided?.status ?? 'suggested';
  // Also a need that somebody brought back: the run that found it may have been another one.
  const isBroughtBack = found === undefined && decided !== undefined && decided.lastDecisionId !== null;
  const isPinned = status !== 'suggested' || isBroughtBack;
  const quotesOf = (foundStatements: readonly StatementRef[], pinned: readonly StatementRef[]) =>
    (isPinned ? joinStatements(foundStatements, pinned) : foundStatements).flatMap((statement) =>
      asQuote(statement, byId),
    );
  const quotes = quotesOf(found?.statements ?? [], decided?.pinned.statements ?? []);
  const requests = quotesOf(found?.requests ?? [], decided?.pinned.requests ?? []);
  const people = new Set(quotes.map((quote) => quote.participantId));
  const suggestedLabel = found?.label ?? decided?.pinned.label ?? '';
  return {
    id,
    status,
    label: decided?.label ?? suggestedLabel,
    suggestedLabel,
    subtitle: found?.subtitle ?? decided?.pinned.subtitle ?? '',
    isRenamed: decided?.label !== null && decided?.label !== undefined,
    renamedBy: decided?.renamedBy ?? null,
    quotes,
    requests,
    against: [],
    people: people.size,
    peopleAsking: new Set(requests.map((quote) => quote.participantId)).size,
    stances: stances(people, interviews),
    isRecurring: people.size >= enough,
    strength: found?.strength ?? 0,
    isInLastRun: found !== undefined,
    lastDecisionId: decided?.lastDecisionId ?? null,
  };
}

function asQuote(statement: StatementRef, byId: ReadonlyMap<InterviewId, HeardInterview>): Quote[] {
  const interview = byId.get(statement.interviewId);
  if (!interview) return []; // archived or without words now: its people no longer count
  return [
    {
      ...statement,
      participantId: interview.participantId,
      participant: interview.participant,
      inRoom: interview.inRoom,
      isBroken: interview.cut(statement) !== statement.text,
    },
  ];
}

/** One cell per participant, at their first interview's place. */
function stances(people: ReadonlySet<ParticipantId>, interviews: readonly HeardInterview[]): NeedStance[] {
  const cells = new Map<ParticipantId, NeedStance>();
  for (const interview of interviews) {
    if (cells.has(interview.participantId) && !interview.isInRun) continue;
    const stance = people.has(interview.participantId) ? 'for' : interview.isInRun ? 'silent' : 'pending';
    cells.set(interview.participantId, {
      participantId: interview.participantId,
      interviewId: interview.id,
      participant: interview.participant,
      stance,
    });
  }
  return [...cells.values()];
}

const STATUS_ORDER = { accepted: 0, suggested: 0, dismissed: 1 } as const;

/** By people, then by strength, then by label, so that the order never jumps. */
function inRank(a: Need, b: Need): number {
  return (
    STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
    b.people - a.people ||
    b.strength - a.strength ||
    (a.label < b.label ? -1 : 1)
  );
}
