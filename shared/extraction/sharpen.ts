// Makes a table of similarities tell more than pairs alone can: statements stand in a story, and statements about the
// same need are echoed by the same others. All steps need nothing but the study itself.
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { addTables, type PairTable, sparseTable, standardise } from './similarity.ts';

type SharpenParameters = Pick<
  ExtractionParameters,
  'neighbours' | 'wNeighbours' | 'echo' | 'wEcho' | 'wScore'
>;

/** Standardised; `positions` are the statements' places in their interviews, `scores` what the detector thinks of them. */
export function sharpen(
  table: PairTable,
  positions: readonly number[],
  scores: readonly number[],
  { neighbours, wNeighbours, echo, wEcho, wScore }: SharpenParameters,
): PairTable {
  const stories = standardise(withNeighbours(table, positions, neighbours, wNeighbours));
  const echoes = standardise(
    addTables([
      { weight: 1, table: stories },
      { weight: wEcho, table: standardise(sharedEchoes(stories, echo)) },
    ]),
  );
  return standardise(withScores(echoes, scores, wScore));
}

/**
 * Adds `weight` times the standardised scores of both to each pair: of two pairs that are as alike, the one that surely
 * tells of needs is likelier to tell of the same one, and stray remarks stay outside.
 */
export function withScores(table: PairTable, scores: readonly number[], weight: number): PairTable {
  const { size, values } = table;
  const mean = scores.reduce((sum, score) => sum + score, 0) / size;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / size;
  const deviation = Math.sqrt(variance) || 1;
  const lift = scores.map((score) => (weight * (score - mean)) / deviation);
  const lifted = new Float32Array(values.length);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      lifted[i * size + j] = (values[i * size + j] ?? 0) + (lift[i] ?? 0) + (lift[j] ?? 0);
    }
  }
  return { ...table, values: lifted };
}

/**
 * Adds to each pair of different interviews `weight` times the mean similarity of the one to the other's neighbours:
 * statements of the table at most `range` places away in the same interview.
 */
export function withNeighbours(
  table: PairTable,
  positions: readonly number[],
  range: number,
  weight: number,
): PairTable {
  const { size, values, interviews } = table;
  const beside = positions.map((position, i) =>
    positions.flatMap((other, j) =>
      j !== i && interviews[j] === interviews[i] && Math.abs(other - position) <= range ? [j] : [],
    ),
  );
  const lent = values.slice();
  for (let i = 0; i < size; i++) {
    const besideI = at(beside, i);
    for (let j = i + 1; j < size; j++) {
      if (interviews[i] === interviews[j]) continue;
      const besideJ = at(beside, j);
      const count = besideI.length + besideJ.length;
      if (count === 0) continue;
      let sum = 0;
      for (const k of besideI) sum += values[k * size + j] ?? 0;
      for (const k of besideJ) sum += values[i * size + k] ?? 0;
      const value = (values[i * size + j] ?? 0) + (weight * sum) / count;
      lent[i * size + j] = value;
      lent[j * size + i] = value;
    }
  }
  return { ...table, values: lent };
}

/**
 * How much two statements are echoed by the same others: the cosine of their rows, of which only similarities above
 * `least` to statements of other interviews count.
 */
export function sharedEchoes(table: PairTable, least: number): PairTable {
  const { size, values, interviews } = table;
  const rows = Array.from({ length: size }, (_, i) => {
    const row: [number, number][] = [];
    let squares = 0;
    for (let j = 0; j < size; j++) {
      const above = (values[i * size + j] ?? 0) - least;
      if (interviews[i] === interviews[j] || above <= 0) continue;
      row.push([j, above]);
      squares += above * above;
    }
    const length = Math.sqrt(squares) || 1;
    return new Map(row.map(([j, above]) => [j, above / length]));
  });
  return sparseTable(rows, interviews);
}
