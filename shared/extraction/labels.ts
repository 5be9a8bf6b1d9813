// Labels in the speakers' own words: a participant's clause that says what sets a group apart, and key words. People rename;
// a label is only a first handle.
import { at } from './at.ts';
import type { Encoder } from './encoder.ts';
import type { ExtractionParameters } from './parameters.ts';
import { type Aside, groupClauses, groupPhrases, type Phrase, topWeight } from './phrases.ts';
import { breathe, type Work } from './progress.ts';
import type { Candidate } from './remarks.ts';
import type { InterviewSegments, Segment } from './segment.ts';
import type { StudyMemory } from './study-memory.ts';
import { addInto, dot, unit } from './vectors.ts';
import { tokens } from './words.ts';

export interface GroupLabel {
  readonly label: string;
  /** The members, nearest to the group's centre first. */
  readonly central: readonly Candidate[];
}

/** A label has room for this much; longer ones would be refused where they are stored. */
const LABEL_CHARACTERS = 300;
const TEXTS_AT_ONCE = 32;

/** One label for each group of at least one member, in their order. Needs the encoder for about 100 short texts a group. */
export async function labelGroups(
  groups: readonly (readonly Candidate[])[],
  interviews: readonly InterviewSegments[],
  encoder: Encoder,
  parameters: ExtractionParameters,
  work: Work,
  memory: StudyMemory,
): Promise<GroupLabel[]> {
  const study = memory.background(interviews);
  const names = namesIn(interviews);
  const prepared = groups.map((members) => {
    const said = members.map(({ interview, segment }) => ({ interview, text: segment.text }));
    const around = saidBeside(members, interviews, parameters.labelBeside);
    const phrases = groupPhrases(said, around, study, names, parameters.labelCandidates);
    const clauses = groupClauses(said, phrases, parameters.labelClauses);
    return { members, phrases, clauses, centre: centreOf(members) };
  });
  const texts = prepared.flatMap(({ phrases, clauses }) => [
    ...phrases.map(({ form }) => form),
    ...clauses.map(({ text }) => text),
  ]);
  const vectors = await embedAll([...new Set(texts)], encoder, work);
  const meaning = (text: string, direction: Float32Array): number =>
    dot(vectors.get(text) ?? direction.map(() => 0), direction);

  const shared = meanOf(prepared.map(({ centre }) => centre));
  return prepared.map(({ members, phrases, clauses, centre }) => {
    const special = unit(centre.map((value, d) => value - parameters.labelShared * (shared[d] ?? 0)));
    const worth = (clause: { text: string; weight: number }): number =>
      meaning(clause.text, special) + parameters.clauseWords * clause.weight;
    const clause = [...clauses].sort((a, b) => worth(b) - worth(a) || (a.text < b.text ? -1 : 1))[0];
    const keyWords = pickPhrases(phrases, (form) => meaning(form, special), {
      ...parameters,
      // A handful of statements has a handful of words that matter.
      labelWords: Math.min(parameters.labelWords, members.length),
    });
    const central = [...members].sort(
      (a, b) => dot(b.exchange, centre) - dot(a.exchange, centre) || a.segment.start - b.segment.start,
    );
    const label = [clause && capital(clause.text), keyWords.join(', ')].filter(Boolean).join(' — ');
    return { label: (label || at(central, 0).segment.text).slice(0, LABEL_CHARACTERS), central };
  });
}

/** The best phrases by weight and meaning, no word twice in whatever form. */
export function pickPhrases(
  phrases: readonly Phrase[],
  meaning: (form: string) => number,
  { labelWords, labelLambda }: Pick<ExtractionParameters, 'labelWords' | 'labelLambda'>,
): string[] {
  const top = topWeight(phrases);
  const ranked = phrases
    .map(({ form, key, weight }) => ({ form, key, worth: weight / top + labelLambda * meaning(form) }))
    .sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));
  const used: string[] = [];
  const picked: string[] = [];
  for (const { form, key } of ranked) {
    const stems = key.split(' ');
    if (picked.length >= labelWords) break;
    if (stems.some((stem) => used.some((other) => isSameWord(stem, other)))) continue;
    used.push(...stems);
    picked.push(form);
  }
  return picked;
}

/** The words of all speakers' names. */
function namesIn(interviews: readonly InterviewSegments[]): Set<string> {
  const speakers = new Set<string>();
  for (const { segments } of interviews) for (const { speaker } of segments) speakers.add(speaker ?? '');
  return new Set([...speakers].flatMap((speaker) => tokens(speaker)));
}

/** What was said at most `reach` segments from a member and is no member itself, each once. */
function saidBeside(
  members: readonly Candidate[],
  interviews: readonly InterviewSegments[],
  reach: number,
): readonly Aside[] {
  const own = new Set(members.map(({ segment }) => segment));
  const beside = new Map<Segment, Aside>();
  for (const { interview, at: position } of members) {
    const { segments } = at(interviews, interview);
    for (const segment of segments.slice(Math.max(0, position - reach), position + reach + 1)) {
      if (own.has(segment)) continue;
      beside.set(segment, { interview, text: segment.text, isTeam: segment.participant === null });
    }
  }
  return [...beside.values()];
}

async function embedAll(
  texts: readonly string[],
  encoder: Encoder,
  work: Work,
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
    await breathe(work, { step: 'label', done: from, total: texts.length, interview: null });
    const some = texts.slice(from, from + TEXTS_AT_ONCE);
    const found = await encoder.embed(some, work.signal, 'labels');
    some.forEach((text, i) => {
      vectors.set(text, at(found, i));
    });
  }
  return vectors;
}

function centreOf(members: readonly Candidate[]): Float32Array {
  const sum = new Float64Array(at(members, 0).statement.length);
  for (const { statement, exchange } of members) {
    for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] ?? 0) + ((statement[d] ?? 0) + (exchange[d] ?? 0));
  }
  return unit(Float32Array.from(sum));
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addInto(sum, vector);
  return sum.map((value) => value / vectors.length);
}

/** "invoice" and "invoiced", "leave" and "leaving": one stem begins the other and little follows. */
function isSameWord(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((stem) => stem.replace(/e$/, ''))
    .sort((a, b) => a.length - b.length);
  if (short === long) return true;
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
