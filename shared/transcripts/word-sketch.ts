// How much two transcripts say the same, from a small sketch of each: so that another export of a call is recognised among
// hundreds of interviews without reading them all again. Bottom-k of hashed word triples (Broder, 1997).

/** The smallest hashes of all word triples, ascending. */
export type WordSketch = readonly number[];

const SIZE = 256;

/** Independent of case, punctuation, line breaks and of who is named as the speaker. Linear in the text. */
export function wordSketch(text: string): WordSketch {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + 2 < words.length; at += 1)
    hashes.add(hash(`${words[at]} ${words[at + 1]} ${words[at + 2]}`));
  return [...hashes].sort((a, b) => a - b).slice(0, SIZE);
}

/** The estimated share of word triples that both have, from 0 to 1; 0 where a text is too short to say. */
export function sharedWords(a: WordSketch, b: WordSketch): number {
  const union = [...new Set([...a, ...b])]
    .sort((x, y) => x - y)
    .slice(0, Math.min(SIZE, Math.max(a.length, b.length)));
  if (union.length < 8) return 0;
  const inA = new Set(a);
  const inB = new Set(b);
  return union.filter((one) => inA.has(one) && inB.has(one)).length / union.length;
}

/** FNV-1a with 32 bits, mixed once more so that small hashes are spread evenly. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x7feb352d);
  return (value ^ (value >>> 15)) >>> 0;
}
