// Every constant of the extraction, with its reason. The names are those of `params` in a model folder's heads.json,
// which overrides them: a better encoder brings its own constants, and no code changes.
import { z } from 'zod';

const quantile = z.number().min(0).max(1);
const count = z.number().int().nonnegative();

/** Thresholds on scores are quantiles wherever possible, because raw values shift with a product's domain. */
export const ExtractionParameters = z.object({
  /** Words of context on each side of a statement in its exchange. */
  side: count,
  /** Shorter statements are never evidence; they still count as context. */
  minWords: count,

  // Detector: which statements carry a need.
  /** Longer statements say more: added per unit of ln(1 + words) above 3, which is about 19 words. */
  lengthWeight: z.number(),
  /** A need is mostly told over several statements, so neighbours of the same participants lend their score. */
  smoothRange: count,
  smoothDecay: z.number().min(0).max(1),
  smoothWeight: z.number(),
  /** First stage, on statement vectors alone: only segments above it are worth an exchange vector. */
  prefilter: z.number(),
  /** Stands in for the exchange's head value where there is none; about the mean of those that have one. */
  missingExchange: z.number(),
  /** Nearest statements of other interviews that tell whether a statement's matter recurs. */
  recurrence: count,
  /** Weight of their mean score against the statement's own: others' needs vouch for a need, their small talk against it. */
  wRecurrence: z.number(),
  /** Second stage, one threshold for each voting run. */
  detect: z.array(quantile).min(1),

  // Similarity: weights of the three standardised tables.
  wExchange: z.number(),
  wStatement: z.number(),
  /** Words keep names of things apart that the encoder takes for the same. */
  wWords: z.number(),

  /** A story is told in a row: statements this many places away lend their similarities, */
  neighbours: count,
  /** with this weight. */
  wNeighbours: z.number(),
  /** Deviations above the mean from which one statement echoes another. */
  echo: z.number(),
  /** Weight of being echoed by the same others: what two statements share with third ones says more than the pair alone. */
  wEcho: z.number(),

  /** Weight of two statements' scores (standardised) in their similarity: what is surely a need draws the others. */
  wScore: z.number(),

  // Groups: quantiles of the similarities across interviews.
  /** One merging threshold for each voting run: some needs are told in the same words by all, others hardly. */
  cut: z.array(quantile).min(1),
  /** Affinity that keeps a statement in its group. */
  keep: quantile,
  /** Best similarities for each interview that decide an affinity: one strong echo counts, a crowd of weak ones does not. */
  top: count,
  rounds: count,
  /** Likeness (shared statements of all) from which two runs found the same group: below it, most differ. */
  sameGroup: z.number().min(0).max(1),
  /** Mean likeness over the runs from which a group is taken; less is a whim of a few runs. */
  agreement: z.number().min(0).max(1),
  /** Share of a group's statements that may be in surer groups; above it, it is a variant of one of them. */
  taken: z.number().min(0).max(1),
  /** Share of the runs that found a group which must put a statement there. */
  member: z.number().min(0).max(1),

  // Settling: who else belongs to a group, and who does not.
  /** Share of the participants' statements that are too unlike a need even to join one that was found. */
  growDetect: quantile,
  /** Affinity with which a statement that the detector passed over joins; high, since only sure ones are worth it. */
  grow: quantile,
  /** Added when the group holds a statement of the same interview at most `growNear` segments away. */
  growBonus: z.number(),
  growNear: count,
  /** Affinity that keeps a person with a single statement: one stray remark is not that person's need. */
  solo: quantile,

  // Rank.
  /**
   * Statements for each person that a recurring need has on average; groups with fewer are weaker signals. Needs are
   * told of at length; what many mention once is mostly their common trade.
   */
  tellings: z.number().nonnegative(),
  /**
   * The same for a group of just enough people, `minPeople` of them; larger groups must have as many statements in all.
   * Three people soon agree on a remark by chance, on a story seldom.
   */
  tellingsOfFew: z.number().nonnegative(),
  /** People a group must have; null follows the size of the study, see `peopleForRecurring`. */
  minPeople: count.nullable(),
  maxGroups: count,
  /** Score at which a group counts half. */
  rankCentre: quantile,

  // Requests.
  /**
   * Value of the request head from which a statement is a request without further signs: it must be sure, since most of
   * what it finds beside the rules on words are wishes in passing.
   */
  request: z.number(),
  /** What a request stands for is told around it: so many segments before, */
  requestBefore: count,
  /** and so many after, where the talk soon moves on. */
  requestAfter: count,
  /** Mean likeness of what was told around a request to a need's centre from which it belongs there. */
  requestLike: z.number().min(-1).max(1),
  requestMinWords: count,

  // Signs that people see beside a group.
  /** Likeness of a contrary statement's exchange to a group's centre from which they are about the same. */
  against: z.number().min(-1).max(1),

  // Labels.
  labelWords: count,
  /**
   * Weight of meaning against frequency when key phrases are chosen: the word that says it best is often said once, by one
   * of the team.
   */
  labelLambda: z.number(),
  /** Words of a label may also come from so many segments around a statement. */
  labelBeside: count,
  labelCandidates: count,
  labelClauses: count,
  /** How much of what all groups share is taken out of a group's direction: a label should set it apart. */
  labelShared: z.number(),
  /** Weight of a clause's key phrases against its meaning; they stand beside it anyway. */
  clauseWords: z.number(),
});
export type ExtractionParameters = Readonly<z.infer<typeof ExtractionParameters>>;

/**
 * Detector and similarity weights: by the mean over ten small suites of other domains. Sharpening, vote, settling
 * and tellings: by the two development suites together, taking what is good on both over what is best on one.
 */
export const DEFAULT_PARAMETERS: ExtractionParameters = {
  side: 40,
  minWords: 9,
  lengthWeight: 1.5,
  smoothRange: 4,
  smoothDecay: 0.7,
  smoothWeight: 0.7,
  prefilter: -1.5,
  missingExchange: 2.1,
  recurrence: 5,
  wRecurrence: 0.7,
  detect: [0.55, 0.65],
  wExchange: 0.6,
  wStatement: 0.15,
  wWords: 0.2,
  neighbours: 2,
  wNeighbours: 0.6,
  echo: 1,
  wEcho: 0.6,
  wScore: 0.2,
  cut: [0.86, 0.88, 0.9, 0.92, 0.94, 0.96],
  keep: 0.95,
  top: 3,
  rounds: 4,
  sameGroup: 0.4,
  agreement: 0.3,
  taken: 0.3,
  member: 0.4,
  growDetect: 0.1,
  grow: 0.985,
  growBonus: 0.6,
  growNear: 2,
  solo: 0.98,
  tellings: 2.3,
  tellingsOfFew: 3.3,
  minPeople: null,
  maxGroups: 15,
  rankCentre: 0.775,
  request: 1.5,
  requestBefore: 8,
  requestAfter: 2,
  requestLike: 0.175,
  requestMinWords: 6,
  against: 0.25,
  labelWords: 7,
  labelLambda: 1.25,
  labelBeside: 3,
  labelCandidates: 60,
  labelClauses: 40,
  labelShared: 0.7,
  clauseWords: 0.05,
};
