// `earshot needs`: the needs of a folder of transcripts, without a workspace. For scripts and for measuring; what
// people decide about needs belongs to a workspace and is not touched here.
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { languageWords, spokenLanguage } from '../../../shared/text/spoken-language.ts';
import { createEngine, type Engine, type EngineProgress } from '../../engine/engine-client.ts';
import { forkEngine } from '../../engine/fork-engine.ts';
import { listNeeds } from '../needs-list.ts';
import { toPrediction } from '../needs-prediction.ts';
import { writeError, writeOut } from '../output.ts';
import { type InterviewFolder, readInterviewFolder } from '../read-interview-folder.ts';

export interface NeedsOptions {
  /** Folder with the transcripts. */
  readonly from: string;
  /** Names of the speakers who interview. */
  readonly team: readonly string[];
  readonly only?: readonly string[];
  /** Folder of the encoder. */
  readonly model: string;
  readonly cache?: string;
  readonly top: number;
  readonly json?: boolean;
}

/** Where a command writes, and what it works with; a test passes its own. */
export interface NeedsSurroundings {
  readonly write: (text: string) => Promise<void>;
  readonly warn: (line: string) => void;
  /** Shows progress; left out where nobody is watching. */
  readonly showProgress?: (line: string) => void;
  readonly engine: Engine;
  readonly signal?: AbortSignal;
}

/** The build puts the encoder beside the folder of the programs. */
const MODEL = join(import.meta.dirname, '..', 'models', 'earshot-exchange-v1');
const ENGINE = join(import.meta.dirname, 'engine-process.js');
const MOST_NEEDS = 15;

export function registerNeedsCommand(program: Command): void {
  program
    .command('needs')
    .description('find recurring needs in a folder of transcripts')
    .requiredOption('--from <folder>', 'folder with the transcripts (.vtt, .srt, .txt)')
    .option('--team <names>', 'who interviews, as the files name them: "Name,Name"', names, [])
    .option('--only <files>', 'only these files of the folder: a.vtt,b.vtt', names)
    .option('--model <folder>', 'folder of the encoder', MODEL)
    .option('--cache <folder>', 'keep vectors here, so that a second run is quick')
    .option('--top <number>', 'show at most this many needs', wholeNumber, MOST_NEEDS)
    .option('--json', 'print needs with quotes, times and people as JSON')
    .action(async (options: NeedsOptions) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const engine = createEngine({ spawn: () => forkEngine(ENGINE) });
      try {
        await runNeeds(options, {
          write: writeOut,
          warn: writeError,
          ...(process.stderr.isTTY && { showProgress: overwriteLine }),
          engine,
          signal: stop.signal,
        });
      } finally {
        engine.close();
      }
    });
}

/** Throws AppError: a folder or file that is not there, and what the engine refuses. */
export async function runNeeds(options: NeedsOptions, surroundings: NeedsSurroundings): Promise<void> {
  const { engine, signal, showProgress, warn, write } = surroundings;
  const folder = await readInterviewFolder(resolve(options.from), options.team, options.only);
  warnAbout(folder, options.team, warn);
  if (resolve(options.model) === MODEL) warnAboutLanguage(folder, warn);
  const { proposals } = await engine.extract(
    {
      modelFolder: resolve(options.model),
      cacheFolder: options.cache === undefined ? null : resolve(options.cache),
      interviews: folder.interviews.map(({ fileName: _, ...interview }) => interview),
      maxGroups: options.top,
    },
    {
      ...(signal && { signal }),
      ...(showProgress && { onProgress: (progress) => showProgress(progressLine(progress)) }),
    },
  );
  showProgress?.('');
  const fileNames = new Map<InterviewId, string>(folder.interviews.map(({ id, fileName }) => [id, fileName]));
  const needs = toPrediction(proposals, fileNames);
  await write(
    options.json ? `${JSON.stringify(needs, null, 2)}\n` : listNeeds(needs, folder.interviews.length),
  );
}

function warnAbout(
  { interviews, unreadable }: InterviewFolder,
  team: readonly string[],
  warn: (line: string) => void,
): void {
  for (const { fileName, reason } of unreadable) warn(`${fileName} is left out: ${reason}`);
  if (interviews.length === 0)
    throw new AppError('not-found', 'The folder holds no transcript that can be read.');
  const speakers = new Set(interviews.flatMap(({ turns }) => turns.map(({ speaker }) => speaker)));
  for (const name of team) {
    if (!speakers.has(name)) warn(`Nobody in these files is called ${name}.`);
  }
  if (team.length === 0) warn('Everybody counts as a participant: name the team with --team "Name,Name".');
}

/** The model that comes with Earshot was made for English. */
function warnAboutLanguage({ interviews }: InterviewFolder, warn: (line: string) => void): void {
  for (const { fileName, turns, participants } of interviews) {
    const names = new Set(participants.map(({ speaker }) => speaker));
    const language = spokenLanguage(turns.flatMap(({ speaker, text }) => (names.has(speaker) ? text : [])));
    if (language !== null && language.code !== 'en')
      warn(
        `${fileName} is ${languageWords(language)}; this model finds needs in English. Choose another with --model.`,
      );
  }
}

function progressLine({ step, done, total, secondsLeft }: EngineProgress): string {
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s left`;
  return `${step} ${total > 0 ? Math.floor((100 * done) / total) : 0} %${left}`;
}

/** Writes over the line before; an empty line clears it. */
function overwriteLine(line: string): void {
  process.stderr.write(`\r\x1b[K${line}`);
}

function names(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
