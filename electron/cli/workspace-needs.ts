// The needs of a workspace as plain JSON, with people's decisions over them: pseudonyms and the team's names, never the
// names in the files. What somebody noted stands apart from what was said.
import type { NeedsView } from '../../shared/contract/needs.ts';
import type { InterviewId, NeedId, PersonId } from '../../shared/ids.ts';
import {
  type Need,
  type NeedPairSide,
  type NeedStatus,
  type NotedEvidence,
  type Quote,
  standsAmongNeeds,
} from '../../shared/needs/need.ts';
import type { Role } from '../../shared/workspace/people.ts';
import type { WorkspaceFacts } from '../../shared/workspace/workspace-document.ts';

export interface WorkspaceNeeds {
  readonly workspace: string;
  readonly run: NeedsView['run'];
  /** Participants whose words no run has seen. */
  readonly notInRun: readonly string[];
  readonly interviewsWithWords: number;
  readonly peopleForRecurring: number;
  /** As the app lists them: needs in rank, weaker signals, then what was dismissed. */
  readonly needs: readonly ListedNeed[];
}

export interface ListedNeed {
  readonly id: NeedId;
  readonly status: NeedStatus;
  /** From 1; null for weaker signals and what was dismissed. */
  readonly rank: number | null;
  readonly isRecurring: boolean;
  readonly label: string;
  readonly suggestedLabel: string;
  readonly namedBy: string | null;
  readonly description: { readonly text: string; readonly by: string } | null;
  readonly participants: readonly string[];
  readonly people: number;
  readonly peopleInStudy: number;
  readonly peopleAsking: number;
  readonly peopleAgainst: number;
  readonly peopleNoted: number;
  readonly quotes: readonly ListedQuote[];
  readonly requests: readonly ListedQuote[];
  readonly against: readonly ListedQuote[];
  /** Words that may speak against it; they count for nothing. */
  readonly againstCandidates: readonly ListedQuote[];
  readonly noted: readonly ListedNote[];
  readonly pair: {
    readonly asked: ListedSide;
    readonly needs: ListedSide;
    readonly by: string | null;
  } | null;
  readonly isInLastRun: boolean;
  readonly confidence: number | null;
}

export interface ListedQuote {
  readonly interviewId: InterviewId;
  readonly participant: string;
  /** Milliseconds of the call; null when the file gives no times. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  /** It no longer matches the transcript. */
  readonly isBroken: boolean;
  readonly isPinned: boolean;
  readonly placedBy: string | null;
}

export interface ListedNote {
  readonly interviewId: InterviewId;
  /** Whom it is about. */
  readonly participant: string;
  readonly notedBy: string;
  readonly role: Role;
  readonly atMs: number;
  readonly text: string;
  readonly verdict: NotedEvidence['verdict'];
}

interface ListedSide {
  readonly quote: ListedQuote | null;
  readonly text: string | null;
}

/** `name` is the workspace’s. */
export function workspaceNeeds(view: NeedsView, facts: WorkspaceFacts, name: string): WorkspaceNeeds {
  const open = view.needs.filter((need) => need.status !== 'dismissed');
  const strong = open.filter(standsAmongNeeds);
  const others = [
    ...open.filter((need) => !standsAmongNeeds(need)),
    ...view.needs.filter((need) => need.status === 'dismissed'),
  ];
  const nameOf = personNames(facts);
  return {
    workspace: name,
    run: view.run,
    notInRun: view.notInRun.map((id) => participantOf(id, facts)),
    interviewsWithWords: view.interviewsWithWords,
    peopleForRecurring: view.peopleForRecurring,
    needs: [
      ...strong.map((need, index) => listed(need, index + 1, nameOf)),
      ...others.map((need) => listed(need, null, nameOf)),
    ],
  };
}

type NameOf = (id: PersonId) => string;

function listed(need: Need, rank: number | null, nameOf: NameOf): ListedNeed {
  const quotes = (some: readonly Quote[]) => some.map((one) => listedQuote(one, nameOf));
  const side = ({ quote, text }: NeedPairSide): ListedSide => ({
    quote: quote && listedQuote(quote, nameOf),
    text,
  });
  const { description, pair } = need;
  return {
    id: need.id,
    status: need.status,
    rank,
    isRecurring: need.isRecurring,
    label: need.label,
    suggestedLabel: need.suggestedLabel,
    namedBy: need.renamedBy && nameOf(need.renamedBy),
    description: description && { text: description.text, by: nameOf(description.by) },
    participants: need.stances.flatMap((cell) => (cell.stance === 'for' ? cell.participant : [])),
    people: need.people,
    peopleInStudy: need.stances.length,
    peopleAsking: need.peopleAsking,
    peopleAgainst: need.peopleAgainst,
    peopleNoted: need.peopleNoted,
    quotes: quotes(need.quotes),
    requests: quotes(need.requests),
    against: quotes(need.against),
    againstCandidates: quotes(need.againstCandidates),
    noted: need.noted.map(({ interviewId, participant, author, role, atMs, text, verdict }) => ({
      interviewId,
      participant,
      notedBy: nameOf(author),
      role,
      atMs,
      text,
      verdict,
    })),
    pair: pair && { asked: side(pair.asked), needs: side(pair.needs), by: pair.by && nameOf(pair.by) },
    isInLastRun: need.isInLastRun,
    confidence: need.confidence,
  };
}

/** Without the speaker's name in the file: outside the workspace a participant goes by the pseudonym. */
function listedQuote(quote: Quote, nameOf: NameOf): ListedQuote {
  const { interviewId, participant, startMs, endMs, text, isBroken, isPinned, placedBy } = quote;
  const by = placedBy && nameOf(placedBy);
  return { interviewId, participant, startMs, endMs, text, isBroken, isPinned, placedBy: by };
}

function personNames({ people }: WorkspaceFacts): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'somebody who is not in the list of people';
}

function participantOf(id: InterviewId, { interviews, participants }: WorkspaceFacts): string {
  const entry = interviews.find((one) => one.id === id);
  return participants.find((one) => one.id === entry?.participantId)?.pseudonym ?? id;
}
