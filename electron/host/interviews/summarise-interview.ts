// One row of the interview list, computed from the index entry and the interview's facts. Pure.
import type { InterviewProgress, InterviewSummary, TrackMark } from '../../../shared/contract/interviews.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Note } from '../../../shared/interviews/interview-document.ts';
import type { InterviewEntry, Participant } from '../../../shared/workspace/people.ts';
import type { IndexedInterview } from './interview-index.ts';

export interface SummaryParts {
  readonly entry: InterviewEntry;
  readonly participant: Participant | undefined;
  /** Null when the document cannot be read; `damage` says why. */
  readonly facts: IndexedInterview | null;
  readonly damage: string | null;
  readonly isInRun: boolean;
  readonly needs: number | null;
}

export function summariseInterview({
  entry,
  participant,
  facts,
  damage,
  isInRun,
  needs,
}: SummaryParts): InterviewSummary {
  const notes = facts?.notes ?? [];
  return {
    id: entry.id,
    participantId: entry.participantId,
    participant: participant?.pseudonym ?? 'Unknown',
    description: participant?.description ?? '',
    plannedAt: entry.plannedAt,
    createdAt: entry.createdAt,
    isArchived: entry.isArchived,
    progress: progressOf(entry, facts, isInRun),
    lengthMs: lengthOf(facts),
    track: notes.map(trackMark),
    notes: notes.length,
    questions: facts?.questions ?? 0,
    questionsAsked: facts?.questionsAsked ?? 0,
    inRoom: facts ? peopleInRoom(facts) : [],
    endedAt: facts?.clock.kind === 'ended' ? endedAt(facts.clock.endedAtEpochMs) : null,
    debriefDoneBy: facts?.debriefDoneBy ?? [],
    isDebriefLater: facts?.isDebriefLater ?? false,
    needs,
    damage,
  };
}

/** Who was there: presence while the clock ran, and whoever wrote a note in it. */
export function peopleInRoom(facts: Pick<IndexedInterview, 'attendance' | 'notes'>): PersonId[] {
  return [...new Set([...facts.attendance, ...facts.notes.map((note) => note.author)])];
}

function progressOf(
  entry: InterviewEntry,
  facts: IndexedInterview | null,
  isInRun: boolean,
): InterviewProgress {
  if (facts && facts.transcripts.length > 0) return isInRun ? 'extracted' : 'ready-to-extract';
  if (entry.isNotRecorded) return 'not-recorded';
  const clock = facts?.clock.kind ?? 'ready';
  if (clock === 'running' || clock === 'paused') return 'live';
  if (clock === 'ended') return 'words-missing';
  return facts && facts.notes.length > 0 ? 'noted' : 'planned';
}

function lengthOf(facts: IndexedInterview | null): number | null {
  if (!facts) return null;
  if (facts.clock.kind === 'ended') return facts.clock.atMs;
  const words = facts.transcripts.at(-1)?.lengthMs ?? null;
  return words ?? facts.notes.at(-1)?.atMs ?? null;
}

/** A time that no date can hold comes from a damaged or hostile record, and must not take the whole list down. */
function endedAt(epochMs: number): string | null {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function trackMark(note: Note): TrackMark {
  return { atMs: note.atMs, lane: note.role === 'pm' ? 'pm' : 'other', isMarked: note.markedBy.length > 0 };
}
