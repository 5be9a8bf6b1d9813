// Builders for tests that show needs: everything that a test does not say is as plain as can be.
import { ParticipantId } from '../../ids.ts';
import type { Need, Quote } from '../need.ts';
import { needA, statement } from './statements.ts';

export function aQuote(parts: Partial<Quote> = {}): Quote {
  return {
    ...statement('s1'),
    participantId: ParticipantId.parse('alder'),
    participant: 'Alder',
    inRoom: [],
    isBroken: false,
    isFollowed: false,
    isPinned: false,
    placedBy: null,
    notes: [],
    ...parts,
  };
}

export function aNeed(parts: Partial<Need> = {}): Need {
  return {
    id: needA,
    aliases: [],
    status: 'suggested',
    label: 'Three numbers every Monday',
    suggestedLabel: '',
    subtitle: '',
    isRenamed: false,
    renamedBy: null,
    otherNames: [],
    description: null,
    quotes: [],
    requests: [],
    against: [],
    againstCandidates: [],
    noted: [],
    handOrder: [],
    people: 0,
    peopleAsking: 0,
    peopleAgainst: 0,
    peopleNoted: 0,
    pair: null,
    stances: [],
    isRecurring: true,
    strength: 1,
    isInLastRun: true,
    closest: null,
    confidence: null,
    model: null,
    doubts: [],
    newSince: [],
    moreSinceDismissed: null,
    takenUpApart: [],
    mergedFrom: [],
    splitFrom: null,
    questions: [],
    lastDecisionId: null,
    ...parts,
  };
}
