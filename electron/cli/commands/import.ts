// `earshot import`: transcripts into a workspace, each into an interview of its own. The originals are kept as they are,
// and a file that is there already is named and left alone.
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { MAX_TRANSCRIPT_BYTES } from '../../../shared/transcripts/decode.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { type InProcessHost, named, withWorkspace } from '../in-process-host.ts';
import { writeError, writeOut } from '../output.ts';
import { readInput } from '../read-input.ts';
import { defaultUserFolder } from '../user-folder.ts';

interface ImportOptions {
  readonly participant?: string;
  readonly team: readonly string[];
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
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .summary('import transcripts into a workspace')
    .description(
      'Imports each transcript (captions, documents, text, tables, JSON) into a new interview and keeps the original as it is. Who asks and\nwho answers is guessed, unless --team says it. A file that is there already is named and is no failure.',
    )
    .argument('<workspace>', 'the folder of the workspace')
    .argument('<files...>', 'the transcripts')
    .option('--participant <name>', 'what to call the participant; for one file')
    .option('--team <names>', 'who interviews, as the files name them: "Name,Name"', names, [])
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
      };
    }
    warnAboutTeam(file, preview, options.team);
    const { interviewId, original } = await host.call('transcripts.import', {
      interviewId: null,
      newParticipant: options.participant ?? '',
      fileName,
      bytes,
      format: null,
      offsetMs: 0,
      speakers: speakersOf(preview, options.team),
    });
    const participant = participantOf(await host.facts(), interviewId);
    return { file, interviewId, original, participant, wasThere: false };
  } catch (error) {
    throw error instanceof AppError ? named(error, file) : error;
  }
}

/** As guessed; with a team that was named, everybody else is the participant. */
function speakersOf(preview: TranscriptPreview, team: readonly string[]): Record<string, SpeakerIdentity> {
  return Object.fromEntries(
    preview.speakers.map(({ name, guess }): [string, SpeakerIdentity] => {
      if (team.length === 0) return [name, guess];
      if (!team.includes(name)) return [name, { kind: 'participant' }];
      // A person whom the workspace knows stays that person.
      return [name, guess.kind === 'person' ? guess : { kind: 'team' }];
    }),
  );
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
