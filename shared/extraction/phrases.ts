// Phrases and clauses people said, as raw material for labels. They know nothing of vectors.
import { STOP_WORDS, stem, tokens } from './words.ts';

/** What was said where: a label must come from several interviews. */
export interface Saying {
  /** Index of the interview. */
  readonly interview: number;
  readonly text: string;
}

export interface Phrase {
  /** The words as said most often, for people. */
  readonly form: string;
  /** Stems, for comparing. */
  readonly key: string;
  /** How often in this group and how seldom elsewhere: statements × ln(share here / share elsewhere). */
  readonly weight: number;
}

/** How many segments of the study hold a phrase. */
export interface Background {
  readonly segments: number;
  readonly segmentsWith: ReadonlyMap<string, number>;
}

interface PhraseUse {
  readonly forms: Map<string, number>;
  /** The highest weight with which each interview said it. */
  readonly interviews: Map<number, number>;
  statements: number;
}

/** Words that begin or end no telling phrase: numbers, times, politeness, and verbs of talking. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half quarter third
second first percent minute minutes hour hours day days week weeks month months year years morning afternoon evening
night today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december oclock time times ago past later people person man lady guy woman
interviewer participant please sorry thank thanks love hate nice lovely god ok okay hello bye somewhere anywhere
everywhere elsewhere whatever whoever actual real sure whether different big little small long short new old best better
worse worst next last end start ask asked asking want wanted need needed work works working use used using point part
kind place years ever rest already while says tells against worth sense wait since around another every whole stuff sort
lots lot per half without within until though although however probably theyll thatll itll theyd weve hes shes wasnt
everyone anymore almost enough quite rather pretty came comes bring brought left right side front back top morning line
real true happen happened happens mind idea talk talking told hear heard looks looked looking feel feels felt call called
keep keeps kept find found gets`.split(/\s+/),
);
/** An interviewer's words around a statement count less than the statement itself. */
const AROUND_WEIGHT = 0.6;
/** Longer phrases are rarer and say more. */
const LENGTH_WEIGHTS: readonly number[] = [1, 1.25, 1.2];
const SENTENCE_END = /[.?!;:]+\s*/;
const CLAUSE_END = /,\s*|\s+(?:and|but|so|because|'cause|which|and then)\s+/;
const LEAST_CLAUSE_WORDS = 4;
const MOST_CLAUSE_WORDS = 13;

/** Phrases of 1 to 3 words; only a phrase of 3 may have a common word in its middle. */
export function phrases(text: string): Set<string> {
  const words = tokens(text);
  const found = new Set<string>();
  words.forEach((first, i) => {
    const second = words[i + 1];
    const third = words[i + 2];
    if (isEmpty(first)) return;
    found.add(first);
    if (second !== undefined && !isEmpty(second)) found.add(`${first} ${second}`);
    if (third !== undefined && !isEmpty(third)) found.add(`${first} ${second} ${third}`);
  });
  return found;
}

/** Counts every phrase of a study, the team's words included. */
export function background(texts: readonly string[]): Background {
  const segmentsWith = new Map<string, number>();
  for (const text of texts) {
    for (const key of phraseKeys(text)) segmentsWith.set(key, (segmentsWith.get(key) ?? 0) + 1);
  }
  return { segments: texts.length, segmentsWith };
}

/**
 * The best phrases of a group: said in more than one of its interviews and seldom elsewhere. `around` are the
 * interviewers' turns beside the members; phrases with one of `names` are left out, whoever they belong to.
 */
export function groupPhrases(
  members: readonly Saying[],
  around: readonly Saying[],
  study: Background,
  names: ReadonlySet<string>,
  most: number,
): Phrase[] {
  const found = new Map<string, PhraseUse>();
  const add = ({ interview, text }: Saying, weight: number): void => {
    for (const form of phrases(text)) {
      if (form.split(' ').some((word) => names.has(word))) continue;
      const key = phraseKey(form);
      const entry = found.get(key) ?? { forms: new Map(), interviews: new Map(), statements: 0 };
      found.set(key, entry);
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      entry.statements += weight;
      entry.interviews.set(interview, Math.max(entry.interviews.get(interview) ?? 0, weight));
    }
  };
  for (const saying of members) add(saying, 1);
  for (const saying of around) add(saying, AROUND_WEIGHT);
  return [...found]
    .map(([key, { forms, interviews, statements }]) => {
      const spread = [...interviews.values()].reduce((sum, weight) => sum + weight, 0);
      const here = statements / members.length;
      const elsewhere = Math.max(0, (study.segmentsWith.get(key) ?? 0) - statements) + 1;
      const rarity = Math.log((here * (study.segments + 1)) / elsewhere);
      const length = LENGTH_WEIGHTS[key.split(' ').length - 1] ?? 1;
      return { key, form: mostSaid(forms), spread, weight: statements * rarity * length };
    })
    .filter(({ spread }) => spread > 1)
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ key, form, weight }) => ({ key, form, weight }));
}

/** Parts of 4 to 13 words between punctuation marks; longer sentences are also parted at commas and joining words. */
export function clauses(text: string): string[] {
  const found = new Set<string>();
  const add = (part: string): void => {
    if (spokenWords(part) >= LEAST_CLAUSE_WORDS && spokenWords(part) <= MOST_CLAUSE_WORDS)
      found.add(part.trim());
  };
  for (const sentence of text.replace(/\s+/g, ' ').split(SENTENCE_END)) {
    if (spokenWords(sentence) <= MOST_CLAUSE_WORDS) add(sentence);
    else sentence.split(CLAUSE_END).forEach(add);
  }
  return [...found];
}

/** The clauses that hold most of a group's phrases for their length, best first, with their share of phrases. */
export function groupClauses(
  sayings: readonly Saying[],
  best: readonly Phrase[],
  most: number,
): { readonly text: string; readonly weight: number }[] {
  const weights = new Map(best.map(({ key, weight }) => [key, weight]));
  const top = topWeight(best);
  const found = new Map<string, number>();
  for (const { text } of sayings) {
    for (const clause of clauses(text)) {
      let sum = 0;
      for (const key of phraseKeys(clause)) sum += weights.get(key) ?? 0;
      found.set(clause, sum / top / Math.sqrt(spokenWords(clause)));
    }
  }
  return [...found]
    .map(([text, weight]) => ({ text, weight }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, most);
}

/** The highest weight, never 0: weights are divided by it. */
export function topWeight(best: readonly Phrase[]): number {
  return Math.max(1e-9, ...best.map(({ weight }) => weight));
}

function phraseKeys(text: string): Set<string> {
  return new Set([...phrases(text)].map(phraseKey));
}

function phraseKey(form: string): string {
  return form.split(' ').map(stem).join(' ');
}

function isEmpty(word: string): boolean {
  return STOP_WORDS.has(word) || EMPTY_WORDS.has(word) || word.length < 3 || /^\d+$/.test(word);
}

function spokenWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function mostSaid(forms: ReadonlyMap<string, number>): string {
  const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[0] ?? '';
}
