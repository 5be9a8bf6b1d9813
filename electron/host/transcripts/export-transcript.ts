// Writes an interview's words to a file: under a safe name, over its own earlier file and over nothing else.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportedTranscript } from '../../../shared/contract/transcripts.ts';
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  readTranscriptSource,
  transcriptMarkdown,
  transcriptWebVtt,
} from '../../../shared/exports/transcript-export.ts';
import { correctionsByTurn, withMarkedSpeakers } from '../../../shared/interviews/marked-turns.ts';
import { exportedName } from '../../../shared/interviews/name-speaker.ts';
import { slug } from '../../../shared/text/slug.ts';
import { turnOffsets } from '../../../shared/transcripts/transcript.ts';
import { found, type HostContext } from '../host-context.ts';
import { writeDurably } from '../storage/durable-write.ts';
import { nodeFileSystem } from '../storage/fs-port.ts';
import { isCode, storageError } from '../storage/storage-error.ts';
import { marksOver } from './place-marks.ts';
import { readTurns } from './transcript-store.ts';

/** AppError `not-our-file` when a file of this name is there that Earshot did not write for this interview. */
export async function exportTranscript(
  context: HostContext,
  { interviewId, format, folder }: Params<'transcripts.export'>,
): Promise<ExportedTranscript> {
  const workspace = context.workspace();
  const { interviews, participants, people } = workspace.facts();
  const entry = found(
    interviews.find((one) => one.id === interviewId),
    'interview',
  );
  const facts = await context.interviews().get(interviewId);
  const ref = found(facts.transcripts.at(-1), 'transcript');
  const read = await readTurns(workspace, ref);
  const marks = await marksOver(context, interviewId, ref.original, read.turns);
  const participant = participants.find((one) => one.id === entry.participantId);
  const title = participant?.pseudonym ?? 'Participant';
  const marked = withMarkedSpeakers(read.turns, marks);
  const nameOf = exportedName(marked, { speakers: facts.speakers, people, participant: title });
  const words = {
    source: `earshot:transcript/${interviewId}`,
    title,
    workspaceName: workspace.describe().name,
    date: entry.plannedAt ?? entry.createdAt,
    exportedAt: context.now().toISOString(),
    original: ref.original,
    turns: marked.map((turn) => ({ ...turn, speaker: nameOf(turn.speaker) })),
    corrections: correctionsByTurn(read.turns, turnOffsets(read.turns), marks),
    offsetMs: ref.offsetMs,
    isApproximate: read.approximate,
  };
  const target = folder ?? join(workspace.folder, 'exports');
  const stem = `${slug(title) || 'interview'}-transcript`;
  const extension = format === 'webvtt' ? 'vtt' : 'md';
  // Two participants may have one name.
  const paths = [stem, `${stem}-${interviewId.slice(-6)}`].map((name) =>
    join(target, `${name}.${extension}`),
  );
  const { path, wasThere } = await placeFor(paths, words.source);
  const text = format === 'webvtt' ? transcriptWebVtt(words) : transcriptMarkdown(words);
  try {
    await mkdir(target, { recursive: true });
    await writeDurably(nodeFileSystem, path, Buffer.from(text, 'utf8'));
  } catch (error) {
    throw storageError(error, 'the file could not be written', { path });
  }
  return { path, wasThere };
}

/** The first path that is free, or holds this interview's earlier export. */
async function placeFor(paths: readonly string[], source: string): Promise<ExportedTranscript> {
  for (const path of paths) {
    const before = await textOf(path);
    if (before === undefined || readTranscriptSource(before) === source)
      return { path, wasThere: before !== undefined };
  }
  throw new AppError('not-our-file', 'a file of this name is there already and Earshot did not write it', {
    details: { path: paths[0] },
  });
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw storageError(error, 'the file that is there cannot be read', { path });
  }
}
