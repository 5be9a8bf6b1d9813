// Words as the search sees them: folded, with the place where each stands. It knows no language but the commonest English
// words, and no index.

export interface PlacedWord {
  /** Lower case, without accents. */
  readonly word: string;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Runs of letters and digits; in scripts that write without spaces every sign is a word of its own. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;
const ASCII_WORD = /[a-z0-9]+/g;
const ASCII = /^[\0-\x7f]*$/;

/** So common that they tell nothing apart; they are neither kept in the index nor sought. */
const COMMON: ReadonlySet<string> = new Set(
  `a an the and or but of to in on at for with from by as if so than i you he she it we they me him her us them my your
his its our their is are was were be been am do does did have has had that this these those there then not s t m re ve
ll d um uh`.split(/\s+/),
);

/** The words of a text that can be found, in order, with their places. */
export function placedWords(text: string): PlacedWord[] {
  const folded = foldText(text);
  const found: PlacedWord[] = [];
  for (const match of folded.matchAll(ASCII.test(folded) ? ASCII_WORD : WORD)) {
    if (COMMON.has(match[0])) continue;
    found.push({ word: match[0], from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** The words of a text that can be found, in order. */
export function searchWords(text: string): string[] {
  const folded = foldText(text);
  const found: readonly string[] = folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? [];
  return found.filter((word) => !COMMON.has(word));
}

/** Lower case and without accents, of the same length, so that places in it are places in the text. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const unit of text.split('')) {
    const plain = unit < '\x80' ? unit.toLowerCase() : unit.normalize('NFD').charAt(0).toLowerCase();
    folded += plain.length === 1 ? plain : unit;
  }
  return folded;
}
