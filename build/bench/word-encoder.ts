// A stand-in for the encoder where its own cost is not what is measured.
import type { Encoder } from '../../shared/extraction/encoder.ts';
import { unit } from '../../shared/extraction/vectors.ts';
import { tokens } from '../../shared/extraction/words.ts';

/** Vectors of the words themselves; alike texts have alike vectors, and that is all that the cost depends on. */
export function wordEncoder(): Encoder {
  const known = new Map<string, Float32Array>();
  return {
    async embed(texts) {
      return texts.map((text) => {
        const before = known.get(text);
        if (before !== undefined) return before;
        const vector = new Float32Array(384);
        for (const word of tokens(text)) {
          let hash = 0;
          for (let at = 0; at < word.length; at += 1) hash = (hash * 31 + word.charCodeAt(at)) | 0;
          vector[Math.abs(hash) % 384] = (vector[Math.abs(hash) % 384] ?? 0) + (hash < 0 ? -1 : 1);
        }
        const made = unit(vector);
        known.set(text, made);
        return made;
      });
    },
  };
}
