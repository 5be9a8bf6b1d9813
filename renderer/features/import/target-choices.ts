// The interviews a file can go to, as the guess and the list of choices need them. Pure.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { Participant } from '../../../shared/workspace/people.ts';
import type { PossibleTarget } from './guess-target.ts';
import { counted } from './import-file.ts';

export interface TargetChoice extends PossibleTarget {
  readonly participant: string;
  /** “Rowan, 24 Nov”. */
  readonly label: string;
  /** “38 notes”, or that it has words already. */
  readonly detail: string;
}

/** Those without words first, each group with the newest first. Archived ones are left out. */
export function targetChoices(
  rows: readonly InterviewSummary[],
  participants: readonly Participant[],
): readonly TargetChoice[] {
  const choices = rows
    .filter((row) => !row.isArchived && row.damage === null)
    .map((row): TargetChoice & { readonly at: string } => {
      const at = row.plannedAt ?? row.createdAt;
      const hasWords = row.progress === 'ready-to-extract' || row.progress === 'extracted';
      const realName = participants.find((one) => one.id === row.participantId)?.realName ?? '';
      return {
        id: row.id,
        participant: row.participant,
        names: [row.participant, realName].filter((name) => name !== ''),
        hasWords,
        hasNotes: row.notes > 0,
        atMs: Date.parse(at) || null,
        lengthMs: row.lengthMs,
        label: `${row.participant}, ${dayText(at)}`,
        detail: hasWords ? 'has words' : counted(row.notes, 'note'),
        at,
      };
    });
  return choices.sort((a, b) => Number(a.hasWords) - Number(b.hasWords) || (a.at < b.at ? 1 : -1));
}

function dayText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return 'no date';
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
