// Turns of an imported transcript: from the derived cache when it is whole, else parsed anew from the original.
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { TranscriptRef } from '../../../shared/interviews/interview-document.ts';
import type { TranscriptWarning, Turn } from '../../../shared/transcripts/transcript.ts';
import { parseJson } from '../parse-json.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';

/** Raised when a parser changes what it returns, so that older copies are not used. */
const TURNS_VERSION = 2;

const Cue = z.object({ startMs: z.number().nullable(), endMs: z.number().nullable(), text: z.string() });
const Warning: z.ZodType<TranscriptWarning> = z.object({
  kind: z.enum([
    'no-speakers',
    'no-times',
    'times-backwards',
    'overlap',
    'missing-end',
    'skipped-text',
    'replaced-characters',
    'single-speaker',
    'carried-speaker',
    'rolling-captions',
    'repeated-words',
    'estimated-times',
  ]),
  message: z.string(),
  line: z.number().nullable(),
});
const StoredTurns = z.object({
  approximate: z.boolean(),
  /** Copies of earlier versions have none. */
  warnings: z.array(Warning).optional(),
  turns: z.array(
    z.object({
      speaker: z.string().nullable(),
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
      text: z.string(),
      cues: z.array(Cue),
    }),
  ),
});

export interface ReadTurns {
  readonly turns: readonly Turn[];
  readonly approximate: boolean;
  readonly warnings: readonly TranscriptWarning[];
  readonly isOriginalThere: boolean;
}

/** AppError `not-found` when neither the original nor a derived copy is there. */
export async function readTurns(workspace: OpenedWorkspace, ref: TranscriptRef): Promise<ReadTurns> {
  const key = `turns/${ref.original}-${ref.format}-${TURNS_VERSION}`;
  const isOriginalThere = await workspace.originals.has(ref.original);
  const stored = await workspace.derived.read(key);
  if (stored) {
    const parsed = StoredTurns.safeParse(parseJson(stored));
    if (parsed.success && (parsed.data.warnings !== undefined || !isOriginalThere))
      return { ...parsed.data, warnings: parsed.data.warnings ?? [], isOriginalThere };
  }
  if (!isOriginalThere)
    throw new AppError('not-found', 'the original of this transcript is not in the folder any more', {
      details: { original: ref.original },
    });
  const original = await workspace.originals.read(ref.original);
  const read = await workspace.readTranscript(original, { format: ref.format });
  if (!read.ok)
    throw new AppError('unreadable-file', read.error.message, { details: { original: ref.original } });
  const { turns, approximate, warnings } = read.value;
  await workspace.derived.write(
    key,
    new TextEncoder().encode(JSON.stringify({ approximate, warnings, turns })),
  );
  return { turns, approximate, warnings, isOriginalThere };
}
