// Lays people's decisions over a run's groups and counts people: what every need screen, brief and export shows.
import type { NeedId, ParticipantId } from '../ids.ts';
import type { DecidedNeed } from './decided-need.ts';
import type { FoundNeed } from './found-need.ts';
import { inGivenOrder, inHandOrder } from './hand-order.ts';
import { type Need, type NeedStance, peopleForRecurring, type Quote } from './need.ts';
import { doubtsOf } from './need-doubts.ts';
import { type NeedPart, needParts, suggestedWords } from './need-parts.ts';
import { asNoted, asQuote, quotesOf } from './need-quotes.ts';
import { oneEach } from './one-each.ts';
import type { OwnEntry, OwnEvidence } from './own-evidence.ts';
import { peopleMarked } from './rank-reason.ts';
import type { StatementRef } from './statement.ts';
import type { HeardInterview, NeedSurroundings, Study } from './study.ts';

/** All needs, strongest first; dismissed ones too, last. One that was merged into another is part of that one. */
export function buildNeeds(
  found: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
  interviews: readonly HeardInterview[],
  surroundings: NeedSurroundings = {},
): Need[] {
  const study: Study = {
    byId: new Map(interviews.map((interview) => [interview.id, interview])),
    notes: new Map(interviews.flatMap(({ notes }) => notes.map((note) => [note.id, note] as const))),
    withWords: interviews.filter(({ hasWords }) => hasWords),
    surroundings,
  };
  const cells = stanceCells(study.withWords);
  return [...needParts(found, decided)]
    .map(([id, parts]) => buildNeed(id, parts, study, cells))
    .filter(
      (need) =>
        need.quotes.length + need.requests.length + need.noted.length > 0 || need.status !== 'suggested',
    )
    .sort(inRank);
}

function buildNeed(
  id: NeedId,
  parts: readonly NeedPart[],
  study: Study,
  cells: readonly StanceCells[],
): Need {
  const decided = parts.find((part) => part.id === id)?.decided;
  const found = parts.flatMap((part) => part.found ?? []).at(0);
  const evidence = together(parts);
  const voices = (['for', 'request', 'against'] as const).map((verdict) =>
    quotesOf(evidence, verdict, study),
  );
  const handOrder = orderByHand(parts, voices.flat());
  const [quotes = [], requests = [], against = []] = voices.map((own) =>
    inGivenOrder(own, ({ id }) => id, handOrder),
  );
  const noted = [...evidence.values()].flatMap((entry) => asNoted(entry, study));
  const people = new Set(quotes.map((quote) => quote.participantId));
  const peopleAgainst = new Set(against.map((quote) => quote.participantId));
  const notedFor = noted.filter((note) => note.verdict === 'for' && !people.has(note.participantId));
  const peopleNoted = new Set(notedFor.map((note) => note.participantId)).size;
  const status = decided?.status ?? 'suggested';
  const words = suggestedWords({ found, decided });
  const label = words.label || firstWords((quotes[0] ?? requests[0])?.text ?? '');
  const keys = [...evidence.keys()];
  const looked = study.surroundings.looked?.get(id);
  return {
    id,
    aliases: parts.map((part) => part.id).filter((one) => one !== id),
    status,
    label: decided?.label ?? label,
    suggestedLabel: label,
    subtitle: words.subtitle,
    isRenamed: decided?.label !== null && decided?.label !== undefined,
    renamedBy: decided?.renamedBy ?? null,
    otherNames: decided?.otherNames ?? [],
    description: decided?.description ?? null,
    quotes,
    requests,
    against,
    againstCandidates: candidates(parts, evidence, study),
    noted,
    handOrder,
    people: people.size,
    peopleAsking: new Set(requests.map((quote) => quote.participantId)).size,
    peopleAgainst: peopleAgainst.size,
    peopleNoted,
    pair: pairOf(decided, requests, quotes, study),
    stances: stances(people, peopleAgainst, cells),
    isRecurring:
      people.size + peopleNoted >= peopleForRecurring(study.withWords.length) &&
      // What a run took for a weaker signal stays below until a person takes it up.
      (status !== 'suggested' || parts.some((part) => part.found?.isWeak !== true)),
    strength: Math.max(0, ...parts.map((part) => part.found?.strength ?? 0)),
    isInLastRun: parts.some((part) => part.found !== undefined && part.found.isFound !== false),
    closest: closestOf(found, quotes),
    confidence: found?.confidence ?? null,
    model: found === undefined ? null : (study.surroundings.model ?? null),
    doubts: doubtsOf(
      quotes,
      noted,
      new Map(
        parts
          .flatMap((part) => part.found?.led ?? [])
          .map(({ statementId, question }) => [statementId, question]),
      ),
    ),
    newSince: looked === undefined ? [] : keys.filter((key) => !looked.has(key)),
    moreSinceDismissed: status === 'dismissed' ? moreThanThen(decided, found, study) : null,
    takenUpApart: decided?.takenUpApart ?? [],
    mergedFrom: (decided?.mergedFrom ?? []).map(({ needId, decisionId }) => {
      const part = parts.find((one) => one.id === needId);
      return { needId, decisionId, label: part?.decided?.label ?? (part ? suggestedWords(part).label : '') };
    }),
    splitFrom: decided?.splitFrom ?? null,
    questions: decided?.questions ?? [],
    lastDecisionId: decided?.lastDecisionId ?? null,
  };
}

/** Of evidence that lies in several parts, a person's placing counts before a run's. */
function together(parts: readonly NeedPart[]): OwnEvidence {
  const evidence = new Map<string, OwnEntry>();
  for (const [key, entry] of parts.flatMap((part) => [...part.evidence])) {
    const before = evidence.get(key);
    if (before === undefined || (before.placedBy === null && entry.placedBy !== null))
      evidence.set(key, entry);
  }
  return evidence;
}

/** Empty while nobody put anything in its place. What was merged into a need was ordered before that. */
function orderByHand(parts: readonly NeedPart[], evidence: readonly Quote[]): string[] {
  const places = [...parts].reverse().flatMap((part) => part.decided?.places ?? []);
  return places.length === 0 ? [] : inHandOrder(evidence, ({ id }) => id, places).map(({ id }) => id);
}

const LABEL_FROM_QUOTE = 80;

/** A need that nobody named yet, as one that was split off, goes by its first words. */
function firstWords(text: string): string {
  return text.length > LABEL_FROM_QUOTE ? `${text.slice(0, LABEL_FROM_QUOTE).trimEnd()}…` : text;
}

/** Candidates that nobody rejected, and that are not evidence of this need already. */
function candidates(parts: readonly NeedPart[], evidence: OwnEvidence, study: Study): Quote[] {
  const rejected = new Set(
    parts.flatMap((part) => [...(part.decided?.rejectedAgainst ?? []), ...(part.decided?.takenOut ?? [])]),
  );
  const open = parts
    .flatMap((part) => part.found?.againstCandidates ?? [])
    .filter(({ id }) => !rejected.has(id) && !evidence.has(id));
  return [...new Map(open.map((statement) => [statement.id, statement])).values()].flatMap((statement) =>
    asQuote(statement, study),
  );
}

function pairOf(
  decided: DecidedNeed | undefined,
  requests: readonly Quote[],
  quotes: readonly Quote[],
  study: Study,
): Need['pair'] {
  if (decided?.pair === 'broken') return null;
  const quote = (statement: StatementRef | null) =>
    statement === null ? null : (asQuote(statement, study)[0] ?? null);
  if (decided?.pair) {
    const { asked, needs, by } = decided.pair;
    return {
      asked: { quote: quote(asked.statement), text: asked.text },
      needs: { quote: quote(needs.statement), text: needs.text },
      by,
    };
  }
  const asked = oneEach(requests)[0];
  if (asked === undefined) return null;
  return { asked: { quote: asked, text: null }, needs: { quote: quotes[0] ?? null, text: null }, by: null };
}

function closestOf(found: FoundNeed | undefined, quotes: readonly Quote[]): Need['closest'] {
  const [first, second] = (found?.closest ?? []).map((id) => quotes.find((quote) => quote.id === id));
  return first && second && first.participantId !== second.participantId ? [first, second] : null;
}

function moreThanThen(decided: DecidedNeed | undefined, found: FoundNeed | undefined, study: Study) {
  if (!decided || !found || found.isFound === false) return null;
  const count = (statements: readonly StatementRef[]) =>
    new Set(statements.flatMap((one) => study.byId.get(one.interviewId)?.participantId ?? [])).size;
  const before = count(decided.dismissedWith);
  const now = count(found.statements);
  return now > before ? { before, now } : null;
}

/** One cell per participant, at their first interview's place. */
function stances(
  people: ReadonlySet<ParticipantId>,
  against: ReadonlySet<ParticipantId>,
  cells: readonly StanceCells[],
): NeedStance[] {
  return cells.map((cell) => {
    if (people.has(cell.silent.participantId)) return cell.for;
    return against.has(cell.silent.participantId) ? cell.against : cell.silent;
  });
}

/** A participant's cells: every need has one of them, so that a large study keeps and sends few. */
interface StanceCells {
  readonly for: NeedStance;
  readonly against: NeedStance;
  /** Or not counted yet. */
  readonly silent: NeedStance;
}

function stanceCells(interviews: readonly HeardInterview[]): StanceCells[] {
  const cells = new Map<ParticipantId, StanceCells>();
  for (const { id, participantId, participant, isInRun } of interviews) {
    if (cells.has(participantId) && !isInRun) continue;
    const cell = { participantId, interviewId: id, participant };
    cells.set(participantId, {
      for: { ...cell, stance: 'for' },
      against: { ...cell, stance: 'against' },
      silent: { ...cell, stance: isInRun ? 'silent' : 'pending' },
    });
  }
  return [...cells.values()];
}

const STATUS_ORDER = { accepted: 0, suggested: 0, dismissed: 1 } as const;

/** By people, then by those who are there by notes, then by quotes that somebody tagged or marked, then by strength and label, so that the order never jumps. */
function inRank(a: Need, b: Need): number {
  return (
    STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
    b.people - a.people ||
    b.peopleNoted - a.peopleNoted ||
    peopleMarked(b) - peopleMarked(a) ||
    b.strength - a.strength ||
    (a.label < b.label ? -1 : 1)
  );
}
