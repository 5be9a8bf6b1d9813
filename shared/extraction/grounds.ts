// Why a group should be trusted and why not, from its members and what was said around them. It proposes signs; it
// never takes a group away.
import { at } from './at.ts';
import { nearestGroups } from './contrary.ts';
import { leadingQuestion } from './leading-question.ts';
import type { ExtractionParameters } from './parameters.ts';
import type { Candidate, Remark } from './remarks.ts';
import type { Segment } from './segment.ts';
import { addInto, unit } from './vectors.ts';

interface Led {
  /** Index among the members. */
  readonly member: number;
  readonly question: string;
}

/** The participant who holds more than half of the members; null when nobody does. */
export function loudestPerson(members: readonly Remark[]): string | null {
  const counts = new Map<string, number>();
  for (const { participant } of members) counts.set(participant, (counts.get(participant) ?? 0) + 1);
  const [loudest] = [...counts].sort((a, b) => b[1] - a[1]);
  return loudest && loudest[1] > members.length / 2 ? loudest[0] : null;
}

/** Members whose statements answer a leading question, each with that question. */
export function ledMembers(
  members: readonly Remark[],
  segmentsOf: (interview: number) => readonly Segment[],
): Led[] {
  return members.flatMap(({ interview, at: position }, member) => {
    const question = leadingQuestion(segmentsOf(interview), position);
    return question === null ? [] : [{ member, question }];
  });
}

/**
 * For each group the contrary statements on its topic, at most one group each: a topic is shared when the exchange is
 * as near to the group's centre as `against` asks. `mean` is what all exchanges have in common.
 */
export function statementsAgainst(
  groups: readonly (readonly Candidate[])[],
  contrary: readonly Candidate[],
  mean: Float64Array,
  { against }: Pick<ExtractionParameters, 'against'>,
): Candidate[][] {
  const centred = ({ exchange }: Candidate): Float32Array =>
    unit(exchange.map((value, d) => value - (mean[d] ?? 0)));
  const centres = groups.map((members) => {
    const sum = new Float64Array(mean.length);
    for (const member of members) addInto(sum, centred(member));
    return unit(Float32Array.from(sum));
  });
  const taken = new Set(groups.flatMap((members) => members.map(({ segment }) => segment)));
  const open = contrary.filter(({ segment }) => !taken.has(segment));
  const owners = nearestGroups(open.map(centred), centres, against);
  return groups.map((_, g) => open.filter((_, i) => at(owners, i) === g));
}
