// Needs of a made study as a run would have stored them, and its people in segments.
import { shareRun, writeLastRun } from '../../electron/host/extraction/stored-run.ts';
import { silentLog } from '../../electron/host/log.ts';
import { openWorkspaceFolder } from '../../electron/host/workspace/opened-workspace.ts';
import { statementId } from '../../shared/extraction/statement-id.ts';
import { NeedId } from '../../shared/ids.ts';
import type { StatementRef } from '../../shared/needs/statement.ts';
import { turnOffsets } from '../../shared/transcripts/transcript.ts';
import { putRecord, readWorkspace, WORKSPACE_DOCUMENT } from '../../shared/workspace/workspace-document.ts';
import type { MadeInterview } from './large-study.ts';

const SEGMENTS = ['Cafés', 'Bars', 'Hotels', 'Trucks', 'Schools'];

/** So many needs, the first of them voiced by most people, stored as the run that holds from now on. */
export async function storeNeeds(
  folder: string,
  made: readonly MadeInterview[],
  needs: number,
): Promise<void> {
  const workspace = await openWorkspaceFolder(folder, {
    log: silentLog(),
    now: () => new Date(),
    tellStorage: () => undefined,
  });
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
    for (const [at, one] of readWorkspace(document).participants.entries()) {
      const fields = { Segment: SEGMENTS[(at * at) % SEGMENTS.length] ?? '' };
      putRecord(document, 'participants', one.id, { ...one, fields });
    }
  });
  const at = new Date().toISOString();
  const hash = await writeLastRun(workspace, {
    at,
    model: 'stand-in',
    seconds: 1,
    interviews: made.map(({ id }) => id),
    needs: Array.from({ length: needs }, (_, number) => ({
      id: NeedId.parse(`need-${number}`),
      label: `Need number ${number} that people keep telling of`,
      subtitle: '',
      statements: made.flatMap((interview, at) =>
        (at * 31 + number * 17) % (number + 3) === 0 ? (quoteFrom(interview, number) ?? []) : [],
      ),
      requests: [],
      strength: 1,
    })),
  });
  // Without this the run that the measurement itself made would hold, and its few needs would be what is scrolled.
  const by = workspace.facts().runs[0]?.by ?? workspace.facts().people[0]?.id;
  if (by === undefined) throw new Error('nobody has ever acted in the made study');
  await shareRun(workspace, { hash, at, by });
  await workspace.close();
}

function quoteFrom({ id, original, turns }: MadeInterview, number: number): StatementRef | null {
  const at = (number * 2 + 1) % turns.length;
  const turn = turns[at];
  const start = turnOffsets(turns)[at];
  if (turn === undefined || start === undefined || turn.text === '') return null;
  const end = start + Math.min(turn.text.length, 300);
  const text = turn.text.slice(0, 300);
  const span = { start, end, startMs: turn.startMs, endMs: turn.endMs };
  return {
    id: statementId(id, original, { start, end }),
    interviewId: id,
    original,
    ...span,
    speaker: turn.speaker,
    text,
  };
}
