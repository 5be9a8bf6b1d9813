// Phrases and clauses people said, as raw material for labels. They know nothing of vectors.
import { STOP_WORDS, stem, tokens } from './words.ts';

/** What was said where: a label should come from several interviews. */
export interface Saying {
  /** Index of the interview. */
  readonly interview: number;
  readonly text: string;
}

/** What was said beside a group's statements. */
export interface Aside extends Saying {
  readonly isTeam: boolean;
}

export interface Phrase {
  /** The words as said most often, for people. */
  readonly form: string;
  /** Stems, for comparing. */
  readonly key: string;
  /** In how many of the group's interviews, and how seldom elsewhere: interviews × ln(segments / segments elsewhere). */
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
  /** In how many statements and asides. */
  times: number;
  isTeams: boolean;
}

/** Words that begin or end no telling phrase: numbers, times, politeness, verbs of talking, and words of grammar. */
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
keep keeps kept find found gets across after against along although among beside besides between beyond by despite
during else except if inside instead like near onto outside per than through throughout towards under unless unlike upon
whenever wherever whereas whichever whoever whom whose must shall may might able used ought having being none neither
either few fewer several such certain various enough mine yours ours theirs myself yourself himself herself itself
ourselves themselves ago again often seldom sometimes usually soon later early twice together apart hey wow oops cheers
yep nope yup huh ooh gosh dude mate folks guys says`.split(/\s+/),
);
/** Short forms without their apostrophes: theyve, whos, wheres, hasnt. */
const SHORT_FORM =
  /^(?:(?:they|we|you|i)(?:ve|ll|re|d|m)|(?:he|she|it|who|what|where|when|why|how|there|that|here)(?:s|ll|d|ve|re)|(?:have|has|had|is|are|was|were|do|does|did|could|would|should|ca|wo|must|need|might|ai)nt)$/;
/** Interviewers say back in plain words what they heard, so their words count like the statements. */
const TEAM_WEIGHT = 1;
/** Of what the participant says beside a statement, half is about something else. */
const BESIDE_WEIGHT = 0.4;
/** Longer phrases are rarer and say more. */
const LENGTH_WEIGHTS: readonly number[] = [1, 1.25, 1.2];
const SENTENCE_END = /[.?!;:]+\s*/;
const CLAUSE_END = /,\s*|\s+(?:and|but|so|because|'cause|which|and then)\s+/;
/** What only joins a clause to the one before; a label begins after it. */
const JOINING = /^(?:(?:and|but|so|because|'?cause|or|then|well|yeah|um|uh|oh|i mean|you know)[ ,]+)+/i;
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

/**
 * The best phrases of a group: said in many of its interviews and seldom elsewhere. `around` is what was said beside the
 * members, without them; phrases with one of `names` are left out, whoever they belong to.
 */
export function groupPhrases(
  members: readonly Saying[],
  around: readonly Aside[],
  study: Background,
  names: ReadonlySet<string>,
  most: number,
): Phrase[] {
  const found = new Map<string, PhraseUse>();
  const add = ({ interview, text }: Saying, weight: number, isTeam: boolean): void => {
    for (const form of phrases(text)) {
      if (form.split(' ').some((word) => names.has(word))) continue;
      const key = phraseKey(form);
      const entry = found.get(key) ?? { forms: new Map(), interviews: new Map(), times: 0, isTeams: false };
      found.set(key, entry);
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      entry.times++;
      entry.isTeams ||= isTeam;
      entry.interviews.set(interview, Math.max(entry.interviews.get(interview) ?? 0, weight));
    }
  };
  for (const saying of members) add(saying, 1, false);
  for (const aside of around) add(aside, aside.isTeam ? TEAM_WEIGHT : BESIDE_WEIGHT, aside.isTeam);
  return (
    [...found]
      // What is said once is one person's way of speaking, unless it is an interviewer's word for it.
      .filter(([key, { times, isTeams }]) => times > 1 || (isTeams && !key.includes(' ')))
      .map(([key, { forms, interviews, times }]) => {
        const spread = [...interviews.values()].reduce((sum, weight) => sum + weight, 0);
        const elsewhere = Math.max(0, (study.segmentsWith.get(key) ?? 0) - times) + 1;
        const rarity = Math.max(0, Math.log((study.segments + 1) / elsewhere));
        const length = LENGTH_WEIGHTS[key.split(' ').length - 1] ?? 1;
        return { key, form: mostSaid(forms), weight: spread * rarity * length };
      })
      .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
      .slice(0, most)
  );
}

/** Parts of 4 to 13 words between punctuation marks; longer sentences are also parted at commas and joining words. */
export function clauses(text: string): string[] {
  const found = new Set<string>();
  const add = (part: string): void => {
    const clause = part.trim().replace(JOINING, '');
    const words = spokenWords(clause);
    if (words >= LEAST_CLAUSE_WORDS && words <= MOST_CLAUSE_WORDS) found.add(clause);
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

/** The phrases of a text in stems, each once. */
export function phraseKeys(text: string): Set<string> {
  return new Set([...phrases(text)].map(phraseKey));
}

function phraseKey(form: string): string {
  return form.split(' ').map(stem).join(' ');
}

function isEmpty(word: string): boolean {
  return (
    STOP_WORDS.has(word) ||
    EMPTY_WORDS.has(word) ||
    SHORT_FORM.test(word) ||
    word.length < 3 ||
    /^\d+$/.test(word)
  );
}

function spokenWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function mostSaid(forms: ReadonlyMap<string, number>): string {
  const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[0] ?? '';
}
