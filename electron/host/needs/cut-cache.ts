// Proves quotes against their originals without reading every transcript each time: originals never change, so a cut
// that was made once holds for as long as the workspace is open.
import type { InterviewId } from '../../../shared/ids.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import { type DetectedLanguage, detectLanguage } from '../../../shared/text/language.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import type { HostContext } from '../host-context.ts';
import { readTurns } from '../transcripts/transcript-store.ts';
import { type HeardEntry, leftOut } from './heard-interviews.ts';

/** Cuts a span out of the interview's original; null when the original is another one. */
export type Cut = (statement: StatementRef) => string | null;

export interface ReadWords {
  readonly cut: Cut;
  /** Null when it cannot be told. */
  readonly language: DetectedLanguage | null;
}

export interface CutCache {
  /** Every interview whose words can be read. `wanted` are the statements that will be cut. */
  read(entries: readonly HeardEntry[], wanted: readonly StatementRef[]): Promise<Map<InterviewId, ReadWords>>;
}

export function createCutCache(context: HostContext): CutCache {
  /** By original and format, then by span; an entry is there once the words could be read. */
  const known = new Map<string, Known>();

  async function read(entry: HeardEntry, wanted: readonly StatementRef[]): Promise<Known | null> {
    const key = `${entry.ref.original}-${entry.ref.format}`;
    const before = known.get(key);
    const own = wanted.filter((statement) => statement.original === entry.ref.original);
    if (before && own.every((statement) => before.cuts.has(spanOf(statement)))) return before;
    const turns = await leftOut(context, entry.id, () => readTurns(context.workspace(), entry.ref));
    if (turns === null) {
      known.delete(key);
      return null;
    }
    const text = transcriptText(turns.turns);
    const now = before ?? { cuts: new Map(), language: detectLanguage(text) };
    for (const statement of own) now.cuts.set(spanOf(statement), text.slice(statement.start, statement.end));
    known.set(key, now);
    return now;
  }

  return {
    async read(entries, wanted) {
      const byInterview = new Map<InterviewId, StatementRef[]>();
      for (const statement of wanted) {
        const own = byInterview.get(statement.interviewId);
        if (own) own.push(statement);
        else byInterview.set(statement.interviewId, [statement]);
      }
      const words = new Map<InterviewId, ReadWords>();
      for (const entry of entries) {
        const own = await read(entry, byInterview.get(entry.id) ?? []);
        if (own === null) continue;
        words.set(entry.id, {
          language: own.language,
          cut: (statement) =>
            statement.original === entry.ref.original ? (own.cuts.get(spanOf(statement)) ?? null) : null,
        });
      }
      return words;
    },
  };
}

interface Known {
  readonly cuts: Map<string, string>;
  readonly language: DetectedLanguage | null;
}

function spanOf({ start, end }: StatementRef): string {
  return `${start}-${end}`;
}
