import { describe, expect, it } from 'vitest';
import { InterviewId, ParticipantId } from '../ids.ts';
import type { Note } from '../interviews/interview-document.ts';
import { buildNeeds } from './build-needs.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import type { FoundNeed } from './found-need.ts';
import { NoteRef } from './note-ref.ts';
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
    isUnderstood: true,
    spokenMs: null,
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

  it('keeps a weaker signal of the run below, however many people, until a person takes it up', () => {
    const found = [
      foundNeed({ isWeak: true, statements: [statement('s1', 'i1'), statement('s2', 'i2')] }),
      foundNeed({ id: needB, statements: [statement('s3', 'i1'), statement('s4', 'i2')] }),
    ];
    const heard = [interview('i1', 'Alder'), interview('i2', 'Hazel')];
    const recurring = (needs: ReturnType<typeof buildNeeds>) =>
      needs.filter(({ isRecurring }) => isRecurring).map(({ id }) => id);
    expect(recurring(buildNeeds(found, nobody, heard))).toEqual([needB]);
    const accept = {
      kind: 'accept',
      needId: needA,
      id: 'd1',
      by: ines,
      at: '2026-01-01T00:00:00.000Z',
      pinned: pinned('s1', 's2'),
    };
    const taken = foldDecisions([Decision.parse(accept)]);
    expect(recurring(buildNeeds(found, taken, heard))).toContain(needA);
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

  const accepted = (...ids: string[]) =>
    Decision.parse({
      id: 'd1',
      at: '2026-11-25T10:00:00.000Z',
      by: ines,
      kind: 'accept',
      needId: needA,
      pinned: pinned(...ids),
    });

  it('adds to an accepted need what a later run found, and renames nothing', () => {
    const later = foundNeed({
      label: 'another label',
      statements: [statement('s1', 'i1'), statement('s2', 'i2')],
    });
    const [need] = buildNeeds([later], foldDecisions([accepted('s1')]), [
      interview('i1', 'Alder'),
      interview('i2', 'Hazel'),
    ]);
    expect(need).toMatchObject({ label: 'suggested label', people: 2 });
    expect(need?.quotes.map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('does not propose for another need what a person holds in this one', () => {
    const other = foundNeed({ id: needB, statements: [statement('s1', 'i1'), statement('s2', 'i1')] });
    const needs = buildNeeds([other], foldDecisions([accepted('s1')]), [interview('i1', 'Alder')]);
    expect(Object.fromEntries(needs.map(({ id, quotes }) => [id, quotes.map((quote) => quote.id)]))).toEqual({
      [needA]: ['s1'],
      [needB]: ['s2'],
    });
  });

  it('shows the stored words of a pinned quote as broken when nothing of its interview can be read', () => {
    const [need] = buildNeeds([], foldDecisions([accepted('s1')]), [
      interview('i1', 'Alder', { cut: () => null }),
    ]);
    expect(need?.quotes).toMatchObject([{ text: 'words of s1', isBroken: true }]);
  });

  it('says when a dismissed need would come back with more people', () => {
    const dismissed = foldDecisions([Decision.parse({ ...accepted('s1'), kind: 'dismiss' })]);
    const again = foundNeed({
      statements: [statement('s1', 'i1'), statement('s2', 'i2'), statement('s3', 'i3')],
    });
    const heard = [interview('i1', 'Alder'), interview('i2', 'Hazel'), interview('i3', 'Rowan')];
    expect(buildNeeds([again], dismissed, heard)[0]).toMatchObject({
      status: 'dismissed',
      moreSinceDismissed: { before: 1, now: 3 },
    });
    expect(
      buildNeeds([foundNeed({ statements: [statement('s1', 'i1')] })], dismissed, heard)[0],
    ).toMatchObject({
      moreSinceDismissed: null,
    });
  });

  it('counts a note apart, never as a quote, and says when there is nothing but notes', () => {
    const [need] = buildNeeds([foundNeed({ notes: [note] })], nobody, [
      interview('i1', 'Alder', { notes: [noteNow] }),
    ]);
    expect(need).toMatchObject({ people: 0, peopleNoted: 1, quotes: [], doubts: [{ kind: 'notes-only' }] });
    expect(need?.noted).toMatchObject([{ key: 'note:n1', participant: 'Alder', isChanged: false }]);
  });

  it('shows first what was tagged while it was said, and ranks its need before another of as many people', () => {
    const marked = { ...noteNow, atMs: 2_500 };
    const needs = buildNeeds(
      [
        foundNeed({ id: needB, strength: 9, statements: [statement('s3', 'i2')] }),
        foundNeed({
          statements: [{ ...statement('s1', 'i1'), startMs: 90_000, endMs: 91_000 }, statement('s2', 'i1')],
        }),
      ],
      nobody,
      [interview('i1', 'Alder', { notes: [marked] }), interview('i2', 'Hazel')],
    );
    expect(needs.map(({ id }) => id)).toEqual([needA, needB]);
    expect(needs[0]?.quotes.map(({ id, notes }) => [id, notes.length])).toEqual([
      ['s2', 1],
      ['s1', 0],
    ]);
  });

  it('keeps words against apart, and candidates apart from them until a person confirms one', () => {
    const found = foundNeed({
      statements: [statement('s1', 'i1')],
      againstCandidates: [statement('s2', 'i2'), statement('s3', 'i3')],
    });
    const heard = [interview('i1', 'Alder'), interview('i2', 'Hazel'), interview('i3', 'Rowan')];
    const confirm = Decision.parse({
      ...accepted('s1'),
      kind: 'markQuote',
      quotes: [{ kind: 'words', verdict: 'against', statement: statement('s2', 'i2') }],
    });
    const reject = Decision.parse({ ...accepted('s1'), id: 'd2', kind: 'rejectAgainst', quoteIds: ['s3'] });
    expect(buildNeeds([found], nobody, heard)[0]).toMatchObject({
      people: 1,
      peopleAgainst: 0,
      againstCandidates: [{ id: 's2' }, { id: 's3' }],
    });
    const [need] = buildNeeds([found], foldDecisions([confirm, reject]), heard);
    expect(need).toMatchObject({
      people: 1,
      peopleAgainst: 1,
      againstCandidates: [],
      against: [{ id: 's2' }],
    });
    expect(need?.stances.map(({ stance }) => stance)).toEqual(['for', 'against', 'silent']);
  });

  it('says which evidence came in since the asking person looked, and nothing before their first look', () => {
    const found = foundNeed({ statements: [statement('s1', 'i1'), statement('s2', 'i1')] });
    const looked = new Map([[needA, new Set(['s1'])]]);
    expect(buildNeeds([found], nobody, [interview('i1', 'Alder')], { looked })[0]?.newSince).toEqual(['s2']);
    expect(buildNeeds([found], nobody, [interview('i1', 'Alder')])[0]?.newSince).toEqual([]);
  });

  it('says when one person carries a need, and when words answer a leading question', () => {
    const loud = ['s1', 's2', 's3'].map((id) => statement(id, 'i1'));
    const found = foundNeed({
      statements: [...loud, statement('s4', 'i2')],
      led: [{ statementId: statement('s4').id, question: 'You want it shorter, right?' }],
    });
    const [need] = buildNeeds([found], nobody, [interview('i1', 'Alder'), interview('i2', 'Hazel')]);
    expect(need?.doubts).toMatchObject([
      { kind: 'one-person', participant: 'Alder', quotes: 3, of: 4 },
      { kind: 'led', people: 1, of: 2 },
    ]);
  });
});

const note = NoteRef.parse({
  noteId: 'n1',
  interviewId: 'i1',
  author: 'tomas',
  role: 'engineer',
  atMs: 900_000,
  text: 'counts twice',
  tags: ['need'],
});
const noteNow: Note = {
  id: note.noteId,
  author: note.author,
  role: note.role,
  atMs: note.atMs,
  createdAt: '2026-11-25T10:00:00.000Z',
  kind: 'note',
  text: note.text,
  tags: note.tags,
  markedBy: [],
  takenBy: null,
  asked: null,
  deletedAt: null,
};
