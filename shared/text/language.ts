// Tells in which language words are, to say honestly when a model was not made for it. It counts function words, or
// looks at the script; it knows no model and translates nothing.

export interface DetectedLanguage {
  /** ISO 639-1, or a script for what is written in one that no list covers. */
  readonly code: string;
  /** In English, as a sentence needs it: “These words are German”. */
  readonly name: string;
  /** The share of words that are function words of it, or of letters that are of its script, 0 to 1. */
  readonly share: number;
}

/** Words that carry no topic. Those that two of the languages share say nothing and are counted for neither. */
const FUNCTION_WORDS: Readonly<Record<string, readonly [name: string, words: string]>> = {
  en: [
    'English',
    `the and of to in is that it you was for are with as be this have from they we say she or an will one all would there
what so up out if about who get which when make can like no just him know take people into your good some could them
see other than then now look only come its over think also back after use how our work well way even because any these
give most us i'm it's don't yeah okay been were had has did does do my me he his her not but at on`,
  ],
  de: [
    'German',
    `der die das und ist nicht ich du er sie wir ihr ein eine einen einem einer zu den mit auf für von dem des im am wie so
aber auch noch nur schon wenn dann weil dass da hier mal doch ja nein oder als bei aus nach über um kann muss wird werden
haben hat habe hatte war waren sind sein mir mich dir dich uns euch was wer wo warum also halt eben man kein keine mehr sehr`,
  ],
  fr: [
    'French',
    `le la les un une des du de et est je tu il elle nous vous ils elles ne pas que qui quoi dans pour sur avec sans mais ou
où donc parce comme plus moins très bien aussi alors ce cette ces son sa ses mon ma mes ton ta notre votre leur leurs ai as
avons avez ont suis sommes êtes sont était fait faire dit oui non voilà ça c'est j'ai qu'il d'un l'on au aux en y`,
  ],
  es: [
    'Spanish',
    `el la los las un una unos unas de del y es que no yo tú él ella nosotros ustedes ellos en para por con sin pero o como
más menos muy bien también entonces esto esta este eso esa ese mi mis tu su sus lo le les se me te nos ha he hay era son soy
está están estaba tiene tengo hacer porque cuando donde quien sí ya pues al todo todos`,
  ],
  it: [
    'Italian',
    `il lo la i gli le un uno una di del della dei delle e è che non io tu lui lei noi voi loro in per con su da al alla ma o
come più meno molto bene anche allora questo questa quello quella mio mia tuo suo sua si mi ti ci vi ho hai ha abbiamo hanno
sono era fare perché quando dove chi sì no poi cioè nel nella`,
  ],
  pt: [
    'Portuguese',
    `o a os as um uma uns umas de do da dos das e é que não eu você ele ela nós eles em no na nos nas para por com sem mas ou
como mais menos muito bem também então isso esta este isto meu minha seu sua se me te lhe há tem tenho era são sou está estão
fazer porque quando onde quem sim já pois ao foi gente`,
  ],
  nl: [
    'Dutch',
    `de het een en is niet ik jij je hij zij ze wij we jullie van in op te met voor aan dat die dit deze er maar ook nog
alleen al als dan omdat hier daar wel nee ja of bij uit naar over om kan moet wordt worden hebben heeft heb had was waren zijn
mij me jou ons wat wie waar waarom dus geen meer heel zo`,
  ],
  sv: [
    'Swedish',
    `och att det är en ett jag du han hon vi ni de den inte på för med som av till om men eller så har hade var vara blir kan
ska vill när där här hur vad vem också bara mycket mer från ut upp min mitt din sin oss dem`,
  ],
  da: [
    'Danish',
    `og at det er en et jeg du han hun vi i de den ikke på for med som af til om men eller så har havde var være bliver kan
skal vil når der her hvordan hvad hvem også kun meget mere fra ud op min mit din sin os dem`,
  ],
  pl: [
    'Polish',
    `i w na z nie to że się jest do jak ale o co tak po za od dla czy ja ty on ona my wy oni mnie mi ci go jej ich ten ta
tego te są był była było być mam ma mamy może już tylko bardzo więc bo kiedy gdzie kto też`,
  ],
};

const SCRIPTS: readonly (readonly [code: string, name: string, letters: RegExp])[] = [
  ['ja', 'Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', 'Korean', /\p{Script=Hangul}/gu],
  ['zh', 'Chinese', /\p{Script=Han}/gu],
  ['cyrl', 'in Cyrillic script', /\p{Script=Cyrillic}/gu],
  ['el', 'Greek', /\p{Script=Greek}/gu],
  ['arab', 'in Arabic script', /\p{Script=Arabic}/gu],
  ['he', 'Hebrew', /\p{Script=Hebrew}/gu],
  ['deva', 'in Devanagari script', /\p{Script=Devanagari}/gu],
  ['th', 'Thai', /\p{Script=Thai}/gu],
];

/** Beyond Latin letters and punctuation: without any of these there is none of the scripts, and no letter is counted. */
const OTHER_SCRIPTS = /[\u0370-\u1fff\u2e80-\u{10ffff}]/u;

const ENGLISH = new Set(FUNCTION_WORDS.en?.[1].split(/\s+/));
const OF_OTHERS: ReadonlySet<string> = new Set(
  Object.values(FUNCTION_WORDS).flatMap(([, words]) =>
    words.split(/\s+/).filter((word) => !ENGLISH.has(word)),
  ),
);

/** True for a word that carries no topic in one of the known languages besides English, in lower case. */
export function isForeignFunctionWord(word: string): boolean {
  return OF_OTHERS.has(word);
}

/** Enough to be sure of; a whole transcript would tell nothing more. */
const MOST_WORDS = 1_500;
/** Below this a handful of names decides. */
const FEWEST_WORDS = 30;
/** In running speech every third word and more is a function word; a quarter as many are found in any other language. */
const LEAST_SHARE = 0.15;
/** How much more of one language there must be than of the next. */
const CLEAR_LEAD = 1.4;
/** A script is told by this share of letters: Latin names and product words stand in every language. */
const LEAST_SCRIPT_SHARE = 0.25;

/** Null when there are too few words, or when no language is clearly ahead. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = text.slice(0, MOST_WORDS * 12);
  const isInOtherScript = OTHER_SCRIPTS.test(sample);
  const letters = isInOtherScript ? countOf(sample, /\p{L}/gu) : 0;
  for (const [code, name, pattern] of isInOtherScript ? SCRIPTS : []) {
    const share = countOf(sample, pattern) / (letters || 1);
    if (share >= LEAST_SCRIPT_SHARE && letters >= FEWEST_WORDS) return { code, name, share };
  }
  const words = (
    sample
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:'\p{L}+)?/gu) ?? []
  ).slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return null;
  const counts = new Map<string, number>();
  for (const word of words) {
    const code = languageOf.get(word);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < (second?.[1] ?? 0) * CLEAR_LEAD) return null;
  const share = best[1] / words.length;
  const name = FUNCTION_WORDS[best[0]]?.[0] ?? best[0];
  return share < LEAST_SHARE ? null : { code: best[0], name, share };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The language that alone has the word in its list. */
const languageOf: ReadonlyMap<string, string> = ownWords();

function ownWords(): Map<string, string> {
  const owners = new Map<string, string[]>();
  for (const [code, [, words]] of Object.entries(FUNCTION_WORDS)) {
    for (const word of new Set(words.split(/\s+/))) owners.set(word, [...(owners.get(word) ?? []), code]);
  }
  return new Map(
    [...owners].flatMap(([word, [code, ...others]]) => (code && others.length === 0 ? [[word, code]] : [])),
  );
}
