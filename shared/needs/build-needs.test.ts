import { describe, expect, it } from 'vitest';
import { InterviewId, ParticipantId } from '../ids.ts';
import { buildNeeds } from './build-needs.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import type { FoundNeed } from './found-need.ts';
import type { HeardInterview } from './study.ts';
import { ines, needA, needB, pinned, statement } from './testing/statements.ts';

function interview(id: string, participant: string, parts: Partial<HeardInterview> = {}): HeardInterview {
  return {
    id: InterviewId.parse(id),
    participantId: ParticipantId.parse(participant),
    participant,
    inRoom: [ines],
    isInRun: true,
    hasWords: true,
    notes: [],
    offsetMs: 0,
    cut: (one) => one.text,
    ...parts,
  };
}

function foundNeed(parts: Partial<FoundNeed>): FoundNeed {
  return {
    id: needA,
    label: 'the waste number',
    subtitle: '',
    statements: [],
    requests: [],
    strength: 1,
    ...parts,
  };
}

const nobody = foldDecisions([]);

describe('building needs', () => {
  it('counts people, never mentions, and one person in two interviews once', () => {
    const needs = buildNeeds(
      [
        foundNeed({
          statements: [
            statement('s1', 'i1'),
            statement('s2', 'i1'),
            statement('s3', 'i2'),
            statement('s4', 'i3'),
          ],
        }),
      ],
      nobody,
      [interview('i1', 'Alder'), interview('i2', 'Alder'), interview('i3', 'Hazel')],
    );
    expect(needs[0]).toMatchObject({ people: 2, isRecurring: true });
    expect(needs[0]?.stances.map((cell) => [cell.participant, cell.stance])).toEqual([
      ['Alder', 'for'],
      ['Hazel', 'for'],
    ]);
  });

  it('shows a quote that no longer equals its original as broken', () => {
    const needs = buildNeeds([foundNeed({ statements: [statement('s1', 'i1')] })], nobody, [
      interview('i1', 'Alder', { cut: () => 'other words' }),
    ]);
    expect(needs[0]?.quotes[0]?.isBroken).toBe(true);
  });

  it('keeps an accepted need that the run no longer finds, with the evidence it was accepted on', () => {
    const decided = foldDecisions([
      Decision.parse({
        id: 'd1',
        at: '2026-11-25T10:00:00.000Z',
        by: ines,
        kind: 'accept',
        needId: needA,
        pinned: pinned('s1'),
      }),
    ]);
    const needs = buildNeeds([], decided, [interview('i1', 'Alder')]);
    expect(needs).toHaveLength(1);
    expect(needs[0]).toMatchObject({
      status: 'accepted',
      label: 'suggested label',
      isInLastRun: false,
      people: 1,
    });
  });

  it('shows a suggestion that was brought back, though the last run no longer finds it', () => {
    const log = [
      { id: 'd1', kind: 'dismiss', pinned: pinned('s1') },
      { id: 'd2', kind: 'restore' },
    ].map((one, index) =>
      Decision.parse({ ...one, at: `2026-11-25T10:00:0${index}.000Z`, by: ines, needId: needA }),
    );
    const needs = buildNeeds([], foldDecisions(log), [interview('i1', 'Alder')]);
    expect(needs).toMatchObject([{ status: 'suggested', people: 1, isInLastRun: false }]);
  });

  it('ranks by people, then strength, and puts dismissed needs last', () => {
    const decided = foldDecisions([
      Decision.parse({
        id: 'd1',
        at: '2026-11-25T10:00:00.000Z',
        by: ines,
        kind: 'dismiss',
        needId: needB,
        pinned: pinned('s1'),
      }),
    ]);
    const needs = buildNeeds(
      [
        foundNeed({ id: needB, statements: [statement('s1', 'i1'), statement('s2', 'i2')], strength: 9 }),
        foundNeed({ id: needA, statements: [statement('s3', 'i1')] }),
      ],
      decided,
      [interview('i1', 'Alder'), interview('i2', 'Hazel')],
    );
    expect(needs.map((need) => need.id)).toEqual([needA, needB]);
  });

  it('says pending for a participant whom no run has heard', () => {
    const needs = buildNeeds([foundNeed({ statements: [statement('s1', 'i1')] })], nobody, [
      interview('i1', 'Alder'),
      interview('i2', 'Hazel', { isInRun: false }),
    ]);
    expect(needs[0]?.stances[1]?.stance).toBe('pending');
  });
});
