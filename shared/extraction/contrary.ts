// Statements that seem to speak against a need: its topic, in a contrary form. Word lists find candidates only; whether
// a statement does speak against a need, people decide.
import { dot } from './vectors.ts';

/** "I don't need…", "works fine", "never had a problem", "not worth it": what people say of needs they do not have. */
const CONTRARY =
  /\b((?:do not|don't|dont|didn't|didnt|doesn't|doesnt|never|wouldn't|wouldnt|won't|wont|no)(?: \w+)? (?:need|needed|want|wanted|bother|bothers|care|cares|mind|minds|miss|missed|matter|matters|use|used)|(?:not|never|no|isn't|isnt|wasn't|wasnt)(?: \w+){0,3} (?:problem|problems|issue|issues|trouble|necessary|need|big deal|worth|bothered|complaint|complaints)|no (?:time|point|interest|subject)|nobody (?:cares|minds|needs|wants)|(?:works|worked|working|is|was|are|that's|thats|it's|its) (?:just |perfectly |absolutely |quite |pretty |all )?(?:fine|alright|all right|good enough|enough)|(?:i'd|id|i would|we'd) rather|useless|overkill|happy (?:with|as)|please no|can't be bothered)\b/i;

/** True for a contrary form; it says nothing about what it is contrary to. */
export function soundsContrary(text: string): boolean {
  return CONTRARY.test(text.replace(/[’]/g, "'"));
}

/**
 * For each statement the index of the group whose centre is nearest, when that is at least `least`; -1 otherwise.
 * All vectors are of unit length.
 */
export function nearestGroups(
  vectors: readonly Float32Array[],
  centres: readonly Float32Array[],
  least: number,
): number[] {
  return vectors.map((vector) => {
    let best = -1;
    let bestLikeness = least;
    for (const [g, centre] of centres.entries()) {
      const likeness = dot(vector, centre);
      if (likeness < bestLikeness) continue;
      bestLikeness = likeness;
      best = g;
    }
    return best;
  });
}
