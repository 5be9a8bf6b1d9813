// Words as the extraction counts and compares them: English, lower case, without apostrophes.
// Nothing here is shown to anyone, apart from the key words of a label.

/** Too common to tell one need from another. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but if then than so as of at by for with about into to from in on off out up down over under again
once here there when where why how all any both each few more most other some such no nor not only own same too very s
t can will just don should now i me my we our ours you your yours he him his she her hers it its they them their theirs
what which who whom this that these those am is are was were be been being have has had having do does did doing would
could ought im ive id ill youre youve theyre weve thats theres dont doesnt didnt isnt wasnt cant couldnt wouldnt wont
lets um uh er hmm mhm yeah yes okay ok oh well like really actually basically literally kind sort kinda mean know guess
think right got get getting thing things stuff maybe probably also still even because cause way lot much many one two
going go gonna want wanna say said see look anyway honestly obviously totally bit something someone anything anyone
everything everybody somebody nobody nothing always never every us back let make makes made put take took tell told
come came goes went whole good great nice`.split(/\s+/),
);

/** "I can’t, 2 times" → ["cant", "2", "times"]: single letters do not count, numbers do. */
export function tokens(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[a-z][a-z0-9]+|\d+/g) ?? []
  );
}

export function wordCount(text: string): number {
  return tokens(text).length;
}

/** Folds plurals and common endings: exports, exporting → export. Rough on purpose; it only has to be consistent. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let rest = word
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1');
  if (rest.length > 5) rest = rest.replace(/(ing|edly|ed|ly|ment|ation|ations)$/, '');
  return rest.replace(/(.)\1$/, '$1');
}

/** A text's terms and their weights; a term is a number that means the same in all texts of one call. */
type TermVector = ReadonlyMap<number, number>;

/**
 * TF-IDF over stems and pairs of neighbouring stems, of unit length. Terms of a single text keep their share of the
 * length, but are left out: they are alike to nothing.
 */
export function tfidf(texts: readonly string[]): TermVector[] {
  const lists = texts.map(terms);
  const textsWith = new Map<string, number>();
  for (const list of lists) {
    for (const term of new Set(list)) textsWith.set(term, (textsWith.get(term) ?? 0) + 1);
  }
  const ids = new Map<string, number>();
  return lists.map((list) => {
    const counts = new Map<string, number>();
    for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights: [number, number][] = [];
    let squares = 0;
    for (const [term, times] of counts) {
      const inTexts = textsWith.get(term) ?? 0;
      const weight = (1 + Math.log(times)) * Math.log((texts.length + 1) / (inTexts + 0.5));
      squares += weight * weight;
      if (inTexts < 2) continue;
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      weights.push([id, weight]);
    }
    const length = Math.sqrt(squares) || 1;
    return new Map(weights.map(([id, weight]) => [id, weight / length]));
  });
}

function terms(text: string): string[] {
  const stems = tokens(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
  const pairs = stems.slice(1).map((second, i) => `${stems[i]}_${second}`);
  return [...stems, ...pairs];
}
