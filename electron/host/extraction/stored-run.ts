// The result of the last finished run: one content-addressed blob in the derived cache, and a pointer to it.
// It may vanish at any time; decisions then keep the needs that people took up.
import { z } from 'zod';
import { InterviewId, NeedId, StatementId } from '../../../shared/ids.ts';
import { NoteRef } from '../../../shared/needs/note-ref.ts';
import { StatementRef } from '../../../shared/needs/statement.ts';
import { parseJson } from '../parse-json.ts';
import { sha256 } from '../sha256.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';

export const StoredRun = z.object({
  at: z.string(),
  model: z.string(),
  seconds: z.number(),
  interviews: z.array(InterviewId),
  needs: z.array(
    z.object({
      id: NeedId,
      label: z.string(),
      subtitle: z.string(),
      statements: z.array(StatementRef).readonly(),
      requests: z.array(StatementRef).readonly(),
      strength: z.number(),
      // What follows came later: runs stored by older versions do not have it.
      notes: z.array(NoteRef).readonly().optional(),
      againstCandidates: z.array(StatementRef).readonly().optional(),
      closest: z.tuple([StatementId, StatementId]).readonly().nullable().optional(),
      confidence: z.number().nullable().optional(),
      led: z
        .array(z.object({ statementId: StatementId, question: z.string() }))
        .readonly()
        .optional(),
      isFound: z.boolean().optional(),
    }),
  ),
});
export type StoredRun = z.infer<typeof StoredRun>;

const POINTER = 'runs/last';
const SHA256 = /^[0-9a-f]{64}$/;

export async function readLastRun(workspace: OpenedWorkspace): Promise<StoredRun | null> {
  const pointer = await workspace.derived.read(POINTER);
  if (!pointer) return null;
  const name = new TextDecoder().decode(pointer);
  const blob = SHA256.test(name) ? await workspace.derived.read(`runs/${name}`) : undefined;
  if (!blob) return null;
  return StoredRun.safeParse(parseJson(blob)).data ?? null;
}

export async function writeLastRun(workspace: OpenedWorkspace, run: StoredRun): Promise<void> {
  const blob = new TextEncoder().encode(JSON.stringify(run));
  const name = sha256(blob);
  await workspace.derived.write(`runs/${name}`, blob);
  await workspace.derived.write(POINTER, new TextEncoder().encode(name));
}
