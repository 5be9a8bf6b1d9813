// A folder of transcripts, without a workspace: every file that parses is an interview. For the command line and for
// measuring quality; the app itself imports one by one and keeps the originals.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { InterviewId, OriginalHash } from '../../shared/ids.ts';
import type { EngineInterview } from '../engine/messages.ts';
import { readTranscriptFile } from '../host/transcripts/read-transcript-file.ts';

export interface FolderInterview extends EngineInterview {
  readonly fileName: string;
}

export interface InterviewFolder {
  /** By file name, which is the fixed order that ties need. */
  readonly interviews: readonly FolderInterview[];
  /** Files that hold no transcript, and why. */
  readonly unreadable: readonly { readonly fileName: string; readonly reason: string }[];
}

/** Endings under which transcripts are kept; other files of the folder are not looked at. */
const TRANSCRIPT_FILE = /\.(vtt|srt|sbv|txt|docx|csv|tsv)$/i;

/**
 * `team` are the speakers who interview; everybody else is a participant, known by the name in the file. With `only`
 * just these files are read. Throws AppError when the folder cannot be read or a name of `only` is not in it.
 */
export async function readInterviewFolder(
  folder: string,
  team: readonly string[],
  only?: readonly string[],
): Promise<InterviewFolder> {
  const names = (await listFolder(folder)).filter((name) => TRANSCRIPT_FILE.test(name)).sort();
  for (const name of only ?? []) {
    if (!names.includes(name))
      throw new AppError('not-found', `There is no transcript ${name} in the folder.`);
  }
  const interviews: FolderInterview[] = [];
  const unreadable: { fileName: string; reason: string }[] = [];
  for (const fileName of names.filter((name) => !only || only.includes(name))) {
    const bytes = await readFile(join(folder, fileName));
    const transcript = await readTranscriptFile(bytes);
    if (!transcript.ok) {
      unreadable.push({ fileName, reason: transcript.error.message });
      continue;
    }
    const { turns, speakers } = transcript.value;
    interviews.push({
      fileName,
      id: InterviewId.parse(createHash('sha256').update(fileName).digest('hex').slice(0, 32)),
      original: OriginalHash.parse(createHash('sha256').update(bytes).digest('hex')),
      turns,
      participants: speakers
        .filter(({ name }) => !team.includes(name))
        .map(({ name }) => ({ speaker: name, key: name })),
    });
  }
  return { interviews, unreadable };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new AppError('folder-not-usable', `The folder ${folder} cannot be read.`, { cause });
  }
}
