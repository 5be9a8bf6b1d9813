// Builders for tests of needs: statements and pinned evidence with as little said as possible.
import { InterviewId, NeedId, OriginalHash, PersonId, StatementId } from '../../ids.ts';
import type { PinnedEvidence } from '../decision.ts';
import type { StatementRef } from '../statement.ts';

export function statement(id: string, interview = 'i1', text = `words of ${id}`): StatementRef {
  return {
    id: StatementId.parse(id),
    interviewId: InterviewId.parse(interview),
    original: OriginalHash.parse('0'.repeat(64)),
    start: 0,
    end: text.length,
    startMs: 1_000,
    endMs: 2_000,
    speaker: 'R. Okafor',
    text,
  };
}

export function pinned(...ids: string[]): PinnedEvidence {
  return { label: 'suggested label', subtitle: '', statements: ids.map((id) => statement(id)), requests: [] };
}

export const ines = PersonId.parse('ines');
export const tomas = PersonId.parse('tomas');
export const needA = NeedId.parse('need-a');
export const needB = NeedId.parse('need-b');
