// `earshot import`: transcripts into a workspace, each into an interview of its own. The originals are kept as they are,
// and a file that is there already is named and left alone.
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { MAX_TRANSCRIPT_BYTES } from '../../../shared/transcripts/decode.ts';
import { speakerKey } from '../../../shared/workspace/speaker-memory.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { type InProcessHost, named, withWorkspace } from '../in-process-host.ts';
import { writeError, writeOut } from '../output.ts';
import { readInput } from '../read-input.ts';
import { defaultUserFolder } from '../user-folder.ts';

interface ImportOptions {
  readonly participant?: string;
  readonly team: readonly string[];
  readonly interview?: string;
  readonly new?: true;
  readonly asVersion?: true;
  readonly speaker: readonly SaidSpeaker[];
  readonly offset?: number;
  readonly json?: true;
  readonly userFolder: string;
}

interface ImportedFile {
  readonly file: string;
  readonly interviewId: string;
  readonly original: string;
  readonly participant: string;
  /** True when the same bytes were in the workspace before: nothing was changed. */
  readonly wasThere: boolean;
  /** True when the interview had words before: the earlier file is kept beside this one. */
  readonly isVersion: boolean;
}

interface SaidSpeaker {
  /** As the file names them. */
  readonly name: string;
  /** A role, or the name of somebody of the team. */
  readonly is: string;
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('import transcripts into a workspace')
    .description(
      'Imports each transcript (captions, documents, text, tables, JSON) into a new interview, or into the one you name, and keeps the original as it is.\nWho speaks is known from earlier files, else guessed, unless --team or --speaker says it. A file that is there already\nis named and is no failure; one that seems a newer export of an interview is refused until --as-version or --new says\nwhat it is. Ends with 2 when something was refused; what went in before it is in.',
    )
    .argument('<workspace>', 'the folder of the workspace')
    .argument('<files...>', 'the transcripts')
    .option('--participant <name>', 'what to call the participant; for one file')
    .option('--team <names>', 'who interviews, as the files name them: "Name,Name"', names, [])
    .option('--interview <id-or-participant>', 'into this interview; for one file')
    .option('--new', 'always make new interviews, also of what looks like a newer export')
    .option(
      '--as-version',
      'take a newer export as the new version of its interview; the earlier file is kept',
    )
    .option(
      '--speaker <name=who>',
      'who a name of the file is: participant, team, not-here, or a person of the team; may be repeated',
      speaker,
      [],
    )
    .option('--offset <seconds>', 'seconds from the start of the call to the start of the recording', seconds)
    .option('--json', 'print a list of file, interviewId, original, participant and whether it was there')
    .option('--user-folder <folder>', 'where settings are kept', defaultUserFolder())
    .action(importFiles);
}

async function importFiles(
  workspace: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  if (options.participant !== undefined && files.length > 1)
    throw new AppError('invalid-input', '--participant names one person: import one file with it');
  if (options.interview !== undefined && files.length > 1)
    throw new AppError('invalid-input', '--interview names one interview: import one file with it');
  if (options.new && (options.interview !== undefined || options.asVersion))
    throw new AppError('invalid-input', '--new goes with neither --interview nor --as-version');
  const imported: ImportedFile[] = [];
  // What went in before a file that is refused is in, and is said.
  try {
    await withWorkspace({ userFolder: options.userFolder, workspace }, async (host) => {
      for (const file of files) imported.push(await importFile(host, file, options));
    });
  } finally {
    const text = options.json
      ? `${JSON.stringify(imported, null, 2)}\n`
      : imported.map((one) => `${one.interviewId}\n`).join('');
    if (imported.length > 0 || options.json) await writeOut(text);
  }
}

async function importFile(host: InProcessHost, file: string, options: ImportOptions): Promise<ImportedFile> {
  const bytes = new Uint8Array(await readInput(file, MAX_TRANSCRIPT_BYTES));
  const fileName = file === '-' ? 'transcript.txt' : basename(file);
  try {
    const preview = await host.call('transcripts.preview', { fileName, bytes, format: null });
    if (preview.alreadyIn !== null) {
      writeError(`${file} is there already, in interview ${preview.alreadyIn}.`);
      return {
        file,
        interviewId: preview.alreadyIn,
        original: preview.original,
        participant: participantOf(await host.facts(), preview.alreadyIn),
        wasThere: true,
        isVersion: false,
      };
    }
    warnAboutTeam(file, preview, [...options.team, ...options.speaker.map(({ name }) => name)]);
    const facts = await host.facts();
    const target = targetOf(facts, preview, options);
    const hadWords =
      target !== null && (await host.call('transcripts.read', { interviewId: target })) !== null;
    if (hadWords && !options.asVersion)
      throw new AppError(
        'invalid-input',
        `interview ${target} has words already; --as-version takes this file as its new version and keeps the earlier one`,
      );
    const { interviewId, original } = await host.call('transcripts.import', {
      interviewId: target,
      newParticipant: options.participant ?? '',
      fileName,
      bytes,
      format: null,
      offsetMs: options.offset ?? null,
      speakers: speakersOf(preview, options, facts),
    });
    const participant = participantOf(await host.facts(), interviewId);
    return { file, interviewId, original, participant, wasThere: false, isVersion: hadWords };
  } catch (error) {
    throw error instanceof AppError ? named(error, file) : error;
  }
}

/** As guessed; with a team that was named, everybody else is the participant. */
function speakersOf(
  preview: TranscriptPreview,
  { team, speaker: said }: ImportOptions,
  facts: WorkspaceFacts,
): Record<string, SpeakerIdentity> {
  return Object.fromEntries(
    preview.speakers.map(({ name, guess }): [string, SpeakerIdentity] => {
      const own = said.find((one) => one.name === name);
      if (own !== undefined) return [name, identityOf(own, facts)];
      if (team.length === 0) return [name, guess];
      if (!team.includes(name)) return [name, { kind: 'participant' }];
      // A person whom the workspace knows stays that person.
      return [name, guess.kind === 'person' ? guess : { kind: 'team' }];
    }),
  );
}

function identityOf({ is }: SaidSpeaker, { people }: WorkspaceFacts): SpeakerIdentity {
  if (is === 'participant' || is === 'team' || is === 'not-here') return { kind: is };
  const wanted = speakerKey(is);
  const person = people.find(
    (one) => speakerKey(one.name) === wanted || (is === one.role && isOnly(people, is)),
  );
  if (person) return { kind: 'person', personId: person.id };
  throw new AppError(
    'invalid-input',
    `nobody of the team is ${is}: say participant, team, not-here, or one of ${people.map((one) => one.name).join(', ')}`,
  );
}

function isOnly(people: WorkspaceFacts['people'], role: string): boolean {
  return people.filter((one) => one.role === role).length === 1;
}

/** Null for a new interview. */
function targetOf(
  facts: WorkspaceFacts,
  preview: TranscriptPreview,
  options: ImportOptions,
): InterviewId | null {
  if (options.new) return null;
  const wanted = options.interview;
  if (wanted === undefined) return preview.newerOf;
  const byId = facts.interviews.filter((entry) => entry.id === wanted);
  const named = facts.interviews.filter(
    (entry) => speakerKey(participantOf(facts, entry.id)) === speakerKey(wanted) && !entry.isArchived,
  );
  const found = byId.length > 0 ? byId : named;
  const [only] = found;
  if (only === undefined) throw new AppError('not-found', `the workspace has no interview ${wanted}`);
  if (found.length > 1)
    throw new AppError(
      'invalid-input',
      `several interviews are with ${wanted}: name one by its id, ${found.map((entry) => entry.id).join(' or ')}`,
    );
  return only.id;
}

function speaker(value: string, before: readonly SaidSpeaker[]): readonly SaidSpeaker[] {
  const at = value.lastIndexOf('=');
  const [name, is] = [value.slice(0, at).trim(), value.slice(at + 1).trim()];
  if (at < 1 || name === '' || is === '') throw new InvalidArgumentError('It is written NAME=WHO.');
  return [...before, { name, is }];
}

/** Seconds to milliseconds. */
function seconds(value: string): number {
  const number = Number(value.replace('−', '-').replace(',', '.'));
  if (value.trim() === '' || !Number.isFinite(number) || Math.abs(number) > 86_400)
    throw new InvalidArgumentError('It is a number of seconds, at most a day.');
  return Math.round(number * 1_000);
}

function warnAboutTeam(file: string, preview: TranscriptPreview, team: readonly string[]): void {
  for (const name of team) {
    if (!preview.speakers.some((speaker) => speaker.name === name))
      writeError(`Nobody in ${file} is called ${name}.`);
  }
}

function participantOf(facts: WorkspaceFacts, interviewId: string): string {
  const interview = facts.interviews.find((entry) => entry.id === interviewId);
  return facts.participants.find((one) => one.id === interview?.participantId)?.pseudonym ?? '';
}

function names(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
