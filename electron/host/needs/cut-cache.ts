// Proves quotes against their originals without reading every transcript each time: originals never change, so a cut
// that was made once holds for as long as the workspace is open.
import type { InterviewId } from '../../../shared/ids.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import type { HostContext } from '../host-context.ts';
import { readTurns } from '../transcripts/transcript-store.ts';
import { type HeardEntry, leftOut } from './heard-interviews.ts';

/** Cuts a span out of the interview's original; null when the original is another one. */
export type Cut = (statement: StatementRef) => string | null;

export interface CutCache {
  /** For every interview whose words can be read. `wanted` are the statements that will be asked for. */
  cuts(entries: readonly HeardEntry[], wanted: readonly StatementRef[]): Promise<Map<InterviewId, Cut>>;
}

export function createCutCache(context: HostContext): CutCache {
  /** By original and format, then by span; an entry is there once the words could be read. */
  const known = new Map<string, Map<string, string>>();

  async function read(
    entry: HeardEntry,
    wanted: readonly StatementRef[],
  ): Promise<Map<string, string> | null> {
    const key = `${entry.ref.original}-${entry.ref.format}`;
    const cuts = known.get(key);
    const own = wanted.filter((statement) => statement.original === entry.ref.original);
    if (cuts && own.every((statement) => cuts.has(spanOf(statement)))) return cuts;
    const turns = await leftOut(context, entry.id, () => readTurns(context.workspace(), entry.ref));
    if (turns === null) {
      known.delete(key);
      return null;
    }
    const text = transcriptText(turns.turns);
    const made = cuts ?? new Map<string, string>();
    for (const statement of own) made.set(spanOf(statement), text.slice(statement.start, statement.end));
    known.set(key, made);
    return made;
  }

  return {
    async cuts(entries, wanted) {
      const byInterview = new Map<InterviewId, StatementRef[]>();
      for (const statement of wanted) {
        const own = byInterview.get(statement.interviewId);
        if (own) own.push(statement);
        else byInterview.set(statement.interviewId, [statement]);
      }
      const cuts = new Map<InterviewId, Cut>();
      for (const entry of entries) {
        const own = await read(entry, byInterview.get(entry.id) ?? []);
        if (own === null) continue;
        cuts.set(entry.id, (statement) =>
          statement.original === entry.ref.original ? (own.get(spanOf(statement)) ?? null) : null,
        );
      }
      return cuts;
    },
  };
}

function spanOf({ start, end }: StatementRef): string {
  return `${start}-${end}`;
}
