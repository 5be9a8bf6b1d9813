// The result of the last finished run: one content-addressed blob in the derived cache, and a pointer to it. Which run
// holds for the whole team is said by the workspace document, and teammates' hosts fetch its blob from each other.
// It may vanish at any time; decisions then keep the needs that people took up.
import { z } from 'zod';
import { InterviewId, NeedId, StatementId } from '../../../shared/ids.ts';
import { newestRuns } from '../../../shared/needs/newest-run.ts';
import { NoteRef } from '../../../shared/needs/note-ref.ts';
import { StatementRef } from '../../../shared/needs/statement.ts';
import {
  putRecord,
  type RunEntry,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
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
      isWeak: z.boolean().optional(),
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

/** Of the runs that the team knows the newest that is here, else the last one of this computer. */
export async function readLastRun(workspace: OpenedWorkspace): Promise<StoredRun | null> {
  for (const { hash } of newestRuns(workspace.facts().runs)) {
    const run = await readRun(workspace, hash);
    if (run) return run;
  }
  const pointer = await workspace.derived.read(POINTER);
  return pointer ? readRun(workspace, new TextDecoder().decode(pointer)) : null;
}

/** Answers the hash of what was stored. */
export async function writeLastRun(workspace: OpenedWorkspace, run: StoredRun): Promise<string> {
  const blob = new TextEncoder().encode(JSON.stringify(run));
  const name = sha256(blob);
  await workspace.derived.write(`runs/${name}`, blob);
  await workspace.derived.write(POINTER, new TextEncoder().encode(name));
  return name;
}

/** Makes a run that was stored here the one that holds for the team, in place of this person's last one. */
export async function shareRun(workspace: OpenedWorkspace, run: RunEntry): Promise<void> {
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => putRecord(document, 'runs', run.by, run));
}

async function readRun(workspace: OpenedWorkspace, hash: string): Promise<StoredRun | null> {
  const blob = SHA256.test(hash) ? await workspace.derived.read(`runs/${hash}`) : undefined;
  return blob ? (StoredRun.safeParse(parseJson(blob)).data ?? null) : null;
}
