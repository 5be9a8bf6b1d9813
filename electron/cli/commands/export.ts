// `earshot export`: the briefs of a workspace as Markdown files, complete in themselves, for a vault or a repository.
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import type { BriefEntry, WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { type InProcessHost, named, withWorkspace } from '../in-process-host.ts';
import { writeOut } from '../output.ts';
import { defaultUserFolder } from '../user-folder.ts';

interface ExportOptions {
  readonly brief?: string;
  readonly transcripts?: 'markdown' | 'webvtt';
  readonly to?: string;
  readonly json?: true;
  readonly userFolder: string;
}

interface ExportedFile {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** True when its own earlier file was replaced. */
  readonly wasThere: boolean;
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .summary('write briefs or transcripts as files')
    .description(
      'Writes every brief that is not archived, or one, as a Markdown file that is complete in itself: the words, not\nlinks; pseudonyms, unless a name is allowed. With --transcripts it writes the words of every interview that is not\narchived instead, with what people corrected. Written again, it replaces only its own file. Ends with 2 when a file\nof that name is there that Earshot did not write, or when the folder is open in Earshot.',
    )
    .argument('<workspace>', 'the folder of the workspace')
    .option('--brief <title-or-id>', 'only this brief, also when it is archived')
    .addOption(
      new Option('--transcripts <format>', 'the words of the interviews instead of the briefs').choices([
        'markdown',
        'webvtt',
      ]),
    )
    .option('--to <folder>', 'write there instead of into exports/ in the workspace')
    .option('--json', 'print a list of id, title, path and whether the file was there')
    .option('--user-folder <folder>', 'where settings are kept', defaultUserFolder())
    .action(exportFiles);
}

async function exportFiles(workspace: string, options: ExportOptions): Promise<void> {
  const { transcripts } = options;
  if (transcripts !== undefined && options.brief !== undefined)
    throw new AppError('invalid-input', '--transcripts goes without --brief: name one of the two');
  const folder = options.to === undefined ? null : resolve(options.to);
  const files: ExportedFile[] = [];
  // What was written is printed also when a later one is refused: those files are there.
  try {
    await withWorkspace({ userFolder: options.userFolder, workspace }, async (host) => {
      if (transcripts !== undefined) return exportTranscripts(host, transcripts, folder, files);
      for (const { id, title } of wantedBriefs(await host.facts(), options.brief)) {
        const exported = await about(title, host.call('briefs.exportMarkdown', { id, folder }));
        files.push({ id, title, path: exported.path, wasThere: exported.wasThere });
      }
    });
  } finally {
    const text = options.json
      ? `${JSON.stringify(files, null, 2)}\n`
      : files.map((file) => `${file.path}\n`).join('');
    if (files.length > 0 || options.json) await writeOut(text);
  }
}

/** An id, or else a title in whatever case; archived briefs only when they are named. */
function wantedBriefs({ briefs }: WorkspaceFacts, wanted: string | undefined): readonly BriefEntry[] {
  if (wanted === undefined) return briefs.filter((brief) => !brief.isArchived);
  const byId = briefs.filter((brief) => brief.id === wanted);
  const title = wanted.trim().toLocaleLowerCase();
  const found = byId.length > 0 ? byId : briefs.filter((brief) => brief.title.toLocaleLowerCase() === title);
  if (found.length > 1)
    throw new AppError(
      'invalid-input',
      `several briefs are called ${wanted}: name one by its id, ${found.map((brief) => brief.id).join(' or ')}`,
    );
  if (found.length === 0) throw new AppError('not-found', `the workspace has no brief called ${wanted}`);
  return found;
}

/** Into `files`, one after the other: interviews without words, and archived ones, are left out. */
async function exportTranscripts(
  host: InProcessHost,
  format: 'markdown' | 'webvtt',
  folder: string | null,
  files: ExportedFile[],
): Promise<void> {
  const { interviews } = await host.facts();
  for (const { id, participant } of await host.call('interviews.list', {})) {
    if (interviews.find((one) => one.id === id)?.isArchived) continue;
    if ((await host.call('transcripts.read', { interviewId: id })) === null) continue;
    const exported = host.call('transcripts.export', { interviewId: id, format, folder });
    files.push({ id, title: participant, ...(await about(participant, exported)) });
  }
}

/** What goes wrong says which file, or else which brief or interview, it is about. */
async function about<T>(title: string, exported: Promise<T>): Promise<T> {
  try {
    return await exported;
  } catch (error) {
    throw error instanceof AppError ? named(error, fileOf(error) ?? title) : error;
  }
}

function fileOf(error: AppError): string | undefined {
  const { path } = error.details;
  return typeof path === 'string' ? path : undefined;
}
