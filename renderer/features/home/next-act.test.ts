import { describe, expect, it } from 'vitest';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { InterviewId, ParticipantId, PersonId } from '../../../shared/ids.ts';
import { nextAct, waitsForDebrief } from './next-act.ts';

const ines = PersonId.parse('ines');
const tomas = PersonId.parse('tomas');
const now = new Date(2026, 10, 24, 18, 0);
const ended: InterviewSummary = {
  id: InterviewId.parse('i1'),
  participantId: ParticipantId.parse('p1'),
  participant: 'Rowan',
  description: '',
  plannedAt: null,
  createdAt: new Date(2026, 10, 20).toISOString(),
  isArchived: false,
  progress: 'words-missing',
  lengthMs: 2_650_000,
  track: [],
  notes: 38,
  questions: 0,
  questionsAsked: 0,
  inRoom: [ines],
  endedAt: new Date(2026, 10, 24, 11, 20).toISOString(),
  debriefDoneBy: [],
  isDebriefLater: false,
  needs: null,
  damage: null,
};
// Only the parts that `nextAct` reads.
const noNeeds = { needs: [], notInRun: [], interviewsWithWords: 0 } as unknown as NeedsView;

describe('nextAct', () => {
  it('asks for the debrief before the words, to each person until they are done', () => {
    expect(nextAct([ended], noNeeds, ines, now)?.kind).toBe('debrief');
    const done = { ...ended, debriefDoneBy: [ines] };
    expect(nextAct([done], noNeeds, ines, now)?.kind).toBe('words-missing');
  });
});

describe('waitsForDebrief', () => {
  it('waits on the day of the call, or while it was put off, for those who were there', () => {
    expect(waitsForDebrief(ended, ines, now)).toBe(true);
    expect(waitsForDebrief(ended, ines, new Date(2026, 10, 25, 0, 1))).toBe(false);
    expect(waitsForDebrief({ ...ended, isDebriefLater: true }, ines, new Date(2026, 11, 1))).toBe(true);
    expect(waitsForDebrief(ended, tomas, now)).toBe(false);
    expect(waitsForDebrief({ ...ended, debriefDoneBy: [tomas] }, ines, now)).toBe(true);
    expect(waitsForDebrief({ ...ended, notes: 0 }, ines, now)).toBe(false);
    expect(waitsForDebrief({ ...ended, endedAt: null }, ines, now)).toBe(false);
  });
});
