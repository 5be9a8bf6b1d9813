// How alike two short notes are by their words alone: cheap, the same on every computer, and without the encoder, so that
// a debrief never waits. It does not know what words mean; what it finds is shown as a guess.

const EMPTY = new Set(
  'a an and are as at be but by for from had has have he her him his i if in is it its me my no not of on one or our she so than that the their them then they this to up was we were what when which who with would you your'.split(
    ' ',
  ),
);

/** From 0 to 1: twice the shared words by all words (Dice), words without endings and without those that say nothing. */
export function likeness(a: string, b: string): number {
  const one = wordsOf(a);
  const other = wordsOf(b);
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map(stem));
}

/** “ordering”, “ordered” and “orders” are one word. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=\p{L}{3})s$/u, '');
  return word.replace(/(?:ing|ed|es|s)$/u, '');
}
