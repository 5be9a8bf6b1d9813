// Measures the extraction against interviews whose needs people have marked. One run is worth little (one need is 8
// points of recall), so the figures are means over subsets: every interview left out once, and pairs left out.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPrediction } from '../../electron/cli/needs-prediction.ts';
import { type FolderInterview, readInterviewFolder } from '../../electron/cli/read-interview-folder.ts';
import { type CachedEncoder, createCachedEncoder } from '../../electron/engine/cached-encoder.ts';
import { openEncoder } from '../../electron/engine/encoder.ts';
import { type ModelFolder, readModelFolder } from '../../electron/engine/model-folder.ts';
import { extractNeeds } from '../../shared/extraction/extract.ts';
import type { ExtractionParameters } from '../../shared/extraction/parameters.ts';
import { segmentInterview } from '../../shared/extraction/segment.ts';
import { restrict, score } from './score-needs.mjs';
import { tfidfGroups } from './tfidf-baseline.ts';

export interface SuiteFigures {
  readonly folder: string;
  readonly interviews: number;
  readonly subsets: number;
  /** Means over the subsets, by the scorer's names; the scorer leaves some out when nothing is matched. */
  readonly means: Readonly<Record<string, number>>;
  /** The same of the two baselines. */
  readonly baselines: Readonly<Record<Baseline, Readonly<Record<string, number>>>>;
  readonly deviation: number;
  readonly fullRun: Readonly<Record<string, number>>;
  readonly seconds: { readonly encode: number; readonly fullRun: number; readonly subsets: number };
  readonly prediction: unknown;
}

type Baseline = 'tfidf' | 'statements';
/** The same pipeline on the bare statements' vectors, without anything learned from what stands around them. */
const STATEMENTS_ONLY = { wExchange: 0, wStatement: 1, wWords: 0, wNeighbours: 0, wEcho: 0 };

/** Pairs are left out at this distance, so that every interview is in two of them. */
const PAIR_DISTANCE = 5;

export interface Laboratory {
  measure(folder: string): Promise<SuiteFigures>;
  close(): Promise<void>;
}

/** `cacheFolder` keeps vectors between calls; null computes everything. */
export async function openLaboratory(modelFolder: string, cacheFolder: string | null): Promise<Laboratory> {
  const model = await readModelFolder(modelFolder);
  const encoder = await openEncoder(modelFolder);
  return {
    async measure(folder) {
      return measureSuite(folder, model, createCachedEncoder(encoder, model.id, cacheFolder));
    },
    close: () => encoder.close(),
  };
}

async function measureSuite(
  folder: string,
  model: ModelFolder,
  encoder: CachedEncoder,
): Promise<SuiteFigures> {
  const gold = JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8'));
  const team: string[] = gold.interviewers.map((person: { name: string }) => person.name);
  const { interviews } = await readInterviewFolder(folder, team);
  const fileNames = new Map(interviews.map(({ id, fileName }) => [id, fileName]));

  function scored(chosen: readonly FolderInterview[], prediction: unknown): Record<string, number> {
    const names = chosen.map(({ fileName }) => fileName);
    return numbersOf(
      score(chosen.length < interviews.length ? restrict(gold, names) : gold, prediction).metrics,
    );
  }

  async function run(chosen: readonly FolderInterview[], parameters: Partial<ExtractionParameters> = {}) {
    const startedAt = performance.now();
    const proposals = await extractNeeds(chosen.map(cut), encoder, model.heads, { parameters });
    const prediction = toPrediction(proposals, fileNames);
    return {
      metrics: scored(chosen, prediction),
      prediction,
      seconds: (performance.now() - startedAt) / 1_000,
    };
  }

  // The first run encodes; the second shows what comes after encoding.
  const first = await run(interviews);
  const full = await run(interviews);
  const startedAt = performance.now();
  const subsets = subsetsOf(interviews.length);
  const figures: Record<string, number>[] = [];
  for (const left of subsets) figures.push((await run(without(interviews, left))).metrics);
  const subsetSeconds = (performance.now() - startedAt) / 1_000;
  const tfidf: Record<string, number>[] = [];
  const statements: Record<string, number>[] = [];
  for (const left of subsets) {
    const chosen = without(interviews, left);
    tfidf.push(scored(chosen, tfidfGroups(chosen.map(cut), fileNames)));
    statements.push((await run(chosen, STATEMENTS_ONLY)).metrics);
  }
  await encoder.save(false);
  return {
    folder,
    interviews: interviews.length,
    subsets: subsets.length,
    means: meansOf(figures),
    baselines: { tfidf: meansOf(tfidf), statements: meansOf(statements) },
    deviation: deviationOf(figures.map((metrics) => metrics.need_f1 ?? 0)),
    fullRun: full.metrics,
    seconds: {
      encode: first.seconds - full.seconds,
      fullRun: full.seconds,
      subsets: subsetSeconds,
    },
    prediction: full.prediction,
  };
}

function without(interviews: readonly FolderInterview[], left: readonly number[]): FolderInterview[] {
  return interviews.filter((_, i) => !left.includes(i));
}

function cut({ id, original, turns, participants }: FolderInterview) {
  const keys = new Map(participants.map(({ speaker, key }) => [speaker, key]));
  return {
    interviewId: id,
    original,
    segments: segmentInterview(turns, (speaker) => keys.get(speaker) ?? null),
  };
}

/** Indices left out: each interview, then each interview with the one five places on; small folders only once whole. */
export function subsetsOf(interviews: number): number[][] {
  if (interviews < 5) return [[]];
  const all = Array.from({ length: interviews }, (_, i) => i);
  const pairs = interviews > PAIR_DISTANCE + 2 ? all.map((i) => [i, (i + PAIR_DISTANCE) % interviews]) : [];
  return [...all.map((i) => [i]), ...pairs.map((pair) => pair.sort((a, b) => a - b))];
}

function numbersOf(metrics: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}

function meansOf(figures: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = new Set(figures.flatMap((metrics) => Object.keys(metrics)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = figures.flatMap((metrics) => metrics[name] ?? []);
      return [name, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
