// The needs as a matrix: who said how much for and against each. Above twelve people they stand by segment. Pure.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { ParticipantId } from '../../../shared/ids.ts';
import { labelParts, type Need, type Quote } from '../../../shared/needs/need.ts';
import { rankReason } from '../../../shared/needs/rank-reason.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { MatrixCell, MatrixNeed, MatrixPerson, MatrixSegment } from '../../ui/matrix-model.ts';
import { askedForText } from './asked-for-text.ts';
import { fieldLookup, segmentField } from './need-filters.ts';

export interface NeedsMatrix {
  readonly people: readonly (MatrixPerson & { readonly participantId: ParticipantId })[];
  readonly segments: readonly MatrixSegment[];
  readonly needs: readonly MatrixNeed[];
}

export interface MatrixParts {
  /** In rank; the first `recurring` have one. */
  readonly listed: readonly Need[];
  readonly recurring: number;
  readonly peopleForRecurring: number;
  readonly facts: WorkspaceFacts;
  readonly interviews: readonly InterviewSummary[];
}

/** From so many people on the wide matrix is shown, by segment. */
export const WIDE_FROM = 13;

export function matrixOfNeeds({
  listed,
  recurring,
  peopleForRecurring,
  facts,
  interviews,
}: MatrixParts): NeedsMatrix {
  const stances = listed[0]?.stances ?? [];
  const rows = new Map(interviews.map((row) => [row.id, row]));
  const team = facts.people.filter((person) => person.role !== 'observer');
  const field = stances.length >= WIDE_FROM ? segmentField(facts) : null;
  const segmentOf = fieldLookup(facts, field);
  const people = stances.map((cell) => {
    const inRoom = rows.get(cell.interviewId)?.inRoom ?? [];
    return {
      id: cell.participantId,
      participantId: cell.participantId,
      name: cell.participant,
      room: team.map(({ id, name, role }) => ({ name, role, isPresent: inRoom.includes(id) })),
      segment: segmentOf(cell.participantId),
    };
  });
  const segments = segmentsOf(people.map((person) => person.segment));
  const order = new Map(segments.map((segment, index) => [segment.name, index]));
  // Within a segment they stay in the order of their interviews.
  people.sort((a, b) => (order.get(a.segment) ?? 0) - (order.get(b.segment) ?? 0));
  const ranked = listed.slice(0, recurring);
  const needs = listed.map((need, index): MatrixNeed => {
    const isRanked = index < recurring;
    const pending = new Set(
      need.stances.flatMap((cell) => (cell.stance === 'pending' ? cell.participantId : [])),
    );
    const quotes = countByPerson(need.quotes);
    const against = countByPerson(need.against);
    return {
      id: need.id,
      label: labelParts(need.label).words,
      second: askedForText(need),
      rank: isRanked ? index + 1 : null,
      reason: rankReason(isRanked ? ranked : listed, index, peopleForRecurring),
      people: need.people,
      against: need.peopleAgainst,
      isPinned: need.isRenamed,
      isSuggested: need.status === 'suggested',
      cells: people.map(
        ({ participantId }): MatrixCell => ({
          quotes: quotes.get(participantId) ?? 0,
          against: against.get(participantId) ?? 0,
          isPending: pending.has(participantId),
        }),
      ),
    };
  });
  return { people, segments, needs };
}

function countByPerson(quotes: readonly Quote[]): ReadonlyMap<ParticipantId, number> {
  const counts = new Map<ParticipantId, number>();
  for (const { participantId } of quotes) counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
  return counts;
}

/** The largest first; people without a segment last. */
function segmentsOf(names: readonly string[]): MatrixSegment[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, people]) => ({ name, people }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || b.people - a.people);
}
