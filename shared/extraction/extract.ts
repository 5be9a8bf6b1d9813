// From interviews to proposed needs, start to end. Pure but for the encoder it is given; same input, same output.
import { peopleForRecurring } from '../needs/need.ts';
import { assignRest } from './assign-rest.ts';
import { at } from './at.ts';
import { attachRequests } from './attach-requests.ts';
import { encodeInterviews } from './encode-interview.ts';
import type { Encoder } from './encoder.ts';
import { findGroups } from './find-groups.ts';
import { ledMembers, loudestPerson, statementsAgainst } from './grounds.ts';
import type { Heads } from './heads.ts';
import { labelGroups } from './labels.ts';
import { DEFAULT_PARAMETERS, ExtractionParameters } from './parameters.ts';
import { breathe, type Work } from './progress.ts';
import type { NeedProposal, Statement } from './proposal.ts';
import { type Candidate, compareCandidates, type Remark, sortRemarks } from './remarks.ts';
import type { InterviewSegments } from './segment.ts';
import { closestPair } from './similarity.ts';
import { statementId } from './statement-id.ts';
import { createStudyMemory, type StudyMemory } from './study-memory.ts';
import { forStudyOf, levelAmong, studyScores } from './study-scores.ts';

export interface ExtractOptions extends Work {
  /** Lies over the model folder's parameters, which lie over the defaults. */
  readonly parameters?: Partial<ExtractionParameters> | undefined;
  /** Kept from run to run of one encoder and its heads; it changes what a run costs and never what it finds. */
  readonly memory?: StudyMemory | undefined;
}

/** What fits where subtitles and speakers are stored; a file may name anything as a speaker. */
const SUBTITLE_CHARACTERS = 1_000;
const SPEAKER_CHARACTERS = 200;
/** Fewer statements than this are no study. */
const LEAST_CANDIDATES = 4;

/**
 * Needs that recur over the interviews, strongest first. Interviews must come in a fixed order (by import time or file
 * name): ties go to the earlier. Throws AppError('cancelled') when the signal is aborted.
 */
export async function extractNeeds(
  interviews: readonly InterviewSegments[],
  encoder: Encoder,
  heads: Heads,
  options: ExtractOptions = {},
): Promise<NeedProposal[]> {
  const parameters = studyParameters(interviews.length, heads, options.parameters);
  const memory = options.memory ?? createStudyMemory();
  const readings = await encodeInterviews(interviews, encoder, heads, parameters, options, memory);
  const remarks = sortRemarks(readings, parameters);
  const { candidates, requests } = remarks;
  if (candidates.length < LEAST_CANDIDATES) return [];

  await breathe(options, { step: 'compare', done: 0, total: 1, interview: null });
  const table = compareCandidates(remarks, interviews, parameters);
  const people = candidates.map(({ participant }) => participant);
  const scores = studyScores(
    candidates.map(({ score }) => score),
    people,
    table,
    parameters,
  );
  const groups = await findGroups(
    {
      table,
      positions: candidates.map((candidate) => candidate.at),
      scores,
      people,
      minPeople: parameters.minPeople ?? peopleForRecurring(interviews.length),
    },
    parameters.detect.map((share) => levelAmong(scores, remarks.spoken, share)),
    levelAmong(scores, remarks.spoken, parameters.rankCentre),
    parameters,
    (done, total) => breathe(options, { step: 'group', done, total, interview: null }),
  );
  const members = groups.map((group) => group.members.map((i) => at(candidates, i)));

  const owners = await assignRest(remarks.rest, members, {
    means: remarks.means,
    wExchange: parameters.wExchange,
    wStatement: parameters.wStatement,
    pause: () => breathe(options),
  });
  const added = members.map((): Candidate[] => []);
  for (const [r, owner] of owners.entries()) if (owner >= 0) at(added, owner).push(at(remarks.rest, r));

  const evidence = new Set([...members, ...added].flatMap((group) => group.map(({ segment }) => segment)));
  const open = requests.filter(({ segment }) => !evidence.has(segment));
  const needs = groups.filter(({ isWeak }) => !isWeak).length;
  const told = { interviews, vectors: readings, mean: remarks.means.exchange };
  const requestOwners = attachRequests(open, members, needs, told, parameters);
  const labels = await labelGroups(members, interviews, encoder, parameters, options, memory);
  // Only against needs that recur: what speaks against one may well be gathered in a weaker group of its own.
  const recurring = members.filter((_, g) => !at(groups, g).isWeak);
  const against = statementsAgainst(recurring, remarks.contrary, remarks.means.exchange, parameters);
  const toStatements = (said: readonly Remark[]): Statement[] =>
    said.map((remark) => toStatement(remark, interviews));
  return groups.map((group, g) => {
    const { label, central } = at(labels, g);
    const pair = closestPair(table, group.members);
    const statements = toStatements([...central, ...at(added, g)]);
    const led = ledMembers(central, (interview) => at(interviews, interview).segments);
    return {
      label,
      subtitle: at(statements, 0).text.slice(0, SUBTITLE_CHARACTERS),
      statements,
      requests: toStatements(open.filter((_, r) => requestOwners[r] === g)),
      participants: [...new Set([...at(members, g), ...at(added, g)].map(({ participant }) => participant))],
      strength: group.strength,
      closest: pair && [
        toStatement(at(candidates, pair[0]), interviews).id,
        toStatement(at(candidates, pair[1]), interviews).id,
      ],
      meanScore: group.meanScore,
      grounds: {
        confidence: group.confidence,
        isWeak: group.isWeak,
        loudest: loudestPerson(central),
        led: led.map(({ member, question }) => ({ statementId: at(statements, member).id, question })),
        against: toStatements(against[g] ?? []),
      },
    };
  });
}

/** The parameters that hold for a study of so many interviews. */
export function studyParameters(
  interviews: number,
  { params }: Heads,
  chosen: ExtractOptions['parameters'],
): ExtractionParameters {
  return forStudyOf(interviews, ExtractionParameters.parse({ ...DEFAULT_PARAMETERS, ...params, ...chosen }));
}

function toStatement(
  { interview, segment, score }: Remark,
  interviews: readonly InterviewSegments[],
): Statement {
  const { interviewId, original } = at(interviews, interview);
  const { start, end, startMs, endMs, speaker, text } = segment;
  return {
    id: statementId(interviewId, original, segment),
    interviewId,
    original,
    start,
    end,
    startMs,
    endMs,
    speaker: speaker?.slice(0, SPEAKER_CHARACTERS) ?? null,
    text,
    score,
  };
}
