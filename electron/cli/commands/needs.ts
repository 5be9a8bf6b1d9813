// `earshot needs`: the needs of a workspace as the app shows them, or of a folder of transcripts without a workspace. The
// latter is for scripts and for measuring; what people decide about needs belongs to a workspace and is not touched there.
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { languageWords, spokenLanguage } from '../../../shared/text/spoken-language.ts';
import { createEngine, type Engine, type EngineProgress } from '../../engine/engine-client.ts';
import { forkEngine } from '../../engine/fork-engine.ts';
import { findWorkspaceNeeds } from '../find-workspace-needs.ts';
import { type InProcessHost, withWorkspace } from '../in-process-host.ts';
import { listWorkspaceNeeds } from '../list-workspace-needs.ts';
import { listNeeds } from '../needs-list.ts';
import { toPrediction } from '../needs-prediction.ts';
import { writeError, writeOut } from '../output.ts';
import { type InterviewFolder, readInterviewFolder } from '../read-interview-folder.ts';
import { defaultUserFolder } from '../user-folder.ts';
import { workspaceNeeds } from '../workspace-needs.ts';

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

interface GivenOptions {
  readonly find?: true;
  readonly userFolder: string;
  readonly from?: string;
  readonly team?: readonly string[];
  readonly only?: readonly string[];
  readonly model?: string;
  readonly cache?: string;
  readonly top?: number;
  readonly json?: true;
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
    .summary('the needs of a workspace, or of a folder of transcripts')
    .description(
      'Lists the needs of a workspace as the app shows them, with what people decided; it changes nothing and may run\nwhile Earshot has the workspace open. With --find it computes them anew first, which needs the workspace for itself.\nWith --from it finds recurring needs in a folder of transcripts, without a workspace.',
    )
    .argument('[workspace]', 'the folder of the workspace')
    .option('--find', 'compute what is new first; Ctrl C stops it and changes nothing')
    .option('--user-folder <folder>', 'where settings are kept', defaultUserFolder())
    .option('--from <folder>', 'folder with transcripts (.vtt, .srt, .txt), in place of a workspace')
    .option('--team <names>', 'with --from: who interviews, as the files name them: "Name,Name"', names)
    .option('--only <files>', 'with --from: only these files of the folder: a.vtt,b.vtt', names)
    .option(
      '--model <folder>',
      'with --from: folder of the encoder (default: the one that comes with Earshot)',
    )
    .option('--cache <folder>', 'with --from: keep vectors here, so that a second run is quick')
    .option('--top <number>', `with --from: at most this many needs (default: ${MOST_NEEDS})`, wholeNumber)
    .option('--json', 'print needs with quotes, times and people as JSON')
    .action(async (workspace: string | undefined, options: GivenOptions) => {
      const stop = new AbortController();
      if (workspace !== undefined) {
        refuseTogether(options);
        return options.find
          ? findInWorkspace(workspace, options, stop)
          : withWorkspace({ userFolder: options.userFolder, workspace, isOnlyReading: true }, (host) =>
              writeNeedsOf(host, options),
            );
      }
      const { from, team = [], model = MODEL, top = MOST_NEEDS } = options;
      if (from === undefined)
        throw new AppError('invalid-input', 'name a workspace, or a folder of transcripts with --from');
      if (options.find)
        throw new AppError('invalid-input', '--find goes with a workspace; --from always computes');
      process.once('SIGINT', () => stop.abort());
      const engine = createEngine({ spawn: () => forkEngine(ENGINE) });
      try {
        await runNeeds(
          { ...options, from, team, model, top },
          {
            write: writeOut,
            warn: writeError,
            ...(process.stderr.isTTY && { showProgress: overwriteLine }),
            engine,
            signal: stop.signal,
          },
        );
      } finally {
        engine.close();
      }
    });
}

/** A workspace has its files, its team and its encoder already. */
function refuseTogether(options: GivenOptions): void {
  for (const name of ['from', 'team', 'only', 'model', 'cache', 'top'] as const)
    if (options[name] !== undefined)
      throw new AppError('invalid-input', `--${name} goes without a workspace: name one of the two`);
}

async function findInWorkspace(
  workspace: string,
  options: GivenOptions,
  stop: AbortController,
): Promise<void> {
  process.once('SIGINT', () => stop.abort());
  const show = process.stderr.isTTY ? overwriteLine : null;
  const open = {
    userFolder: options.userFolder,
    workspace,
    createEngine: () => createEngine({ spawn: () => forkEngine(ENGINE) }),
  };
  await withWorkspace(open, async (host) => {
    try {
      await findWorkspaceNeeds(host, stop.signal, (progress) => show?.(progressLine(progress)));
    } finally {
      show?.('');
    }
    await writeNeedsOf(host, options);
  });
}

async function writeNeedsOf(host: InProcessHost, { json }: GivenOptions): Promise<void> {
  const view = await host.call('needs.list', {});
  const { workspace } = await host.call('session.state', {});
  const list = workspaceNeeds(view, await host.facts(), workspace?.name ?? '');
  if (workspace !== null && workspace.damage.length > 0)
    writeError(
      `${workspace.folder}: not everything in this workspace could be read, so needs may be missing. earshot check says what.`,
    );
  warnOfOtherLanguages(view);
  await writeOut(json ? `${JSON.stringify(list, null, 2)}\n` : listWorkspaceNeeds(list));
}

function warnOfOtherLanguages({ otherLanguages }: NeedsView): void {
  if (otherLanguages.length > 0)
    writeError(
      `${otherLanguages.length === 1 ? '1 interview is' : `${otherLanguages.length} interviews are`} in a language that the model in use was not made for.`,
    );
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

function progressLine({ step, done, total, secondsLeft }: Progress): string {
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s left`;
  return `${step} ${total > 0 ? Math.floor((100 * done) / total) : 0} %${left}`;
}

type Progress = Pick<EngineProgress, 'step' | 'done' | 'total' | 'secondsLeft'>;

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
