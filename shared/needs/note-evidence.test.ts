import { describe, expect, it } from 'vitest';
import { InterviewId, NoteId, ParticipantId, TagId } from '../ids.ts';
import type { Note } from '../interviews/interview-document.ts';
import { STARTING_TAGS, type Tag } from '../workspace/tags.ts';
import type { FoundNeed } from './found-need.ts';
import { notesWithoutWords, withNotes } from './note-evidence.ts';
import type { HeardInterview } from './study.ts';
import { needA, statement, tomas } from './testing/statements.ts';

const tags: Tag[] = STARTING_TAGS.map((tag) => ({ ...tag, id: TagId.parse(`tag-${tag.name}`) }));

function note(id: string, text: string, names: readonly string[], atMs = 60_000): Note {
  return {
    id: NoteId.parse(id),
    author: tomas,
    role: 'engineer',
    atMs,
    createdAt: '2026-11-25T10:00:00.000Z',
    kind: 'note',
    text,
    tags: names,
    markedBy: [],
    takenBy: null,
    asked: null,
    deletedAt: null,
  };
}

function interview(id: string, notes: readonly Note[], parts: Partial<HeardInterview> = {}): HeardInterview {
  return {
    id: InterviewId.parse(id),
    participantId: ParticipantId.parse(`of-${id}`),
    participant: id,
    inRoom: [],
    isInRun: true,
    hasWords: true,
    isUnderstood: true,
    spokenMs: { from: 0, to: 600_000 },
    notes,
    offsetMs: 0,
    cut: () => null,
    ...parts,
  };
}

const found: FoundNeed = {
  id: needA,
  label: 'three numbers',
  subtitle: '',
  statements: [statement('s1', 'i1', 'the takings must match the till every Monday')],
  requests: [],
  strength: 1,
};
const group = (interviews: readonly HeardInterview[]) =>
  withNotes([found], notesWithoutWords(interviews, tags), tags, (one) => one.interviewId);
const texts = (need: FoundNeed | undefined) => need?.notes?.map(({ text }) => text);

describe('notes as evidence', () => {
  it('takes needs and pains without words: no transcript, outside of it, not read, or in a language the model does not know', () => {
    const own = [note('n1', 'x', ['need'])];
    const ids = notesWithoutWords(
      [
        interview('recorded', own),
        interview('not-recorded', own, { hasWords: false }),
        interview('after-the-end', [note('n1', 'x', ['pain'], 900_000)]),
        interview('not-read', own, { isInRun: false }),
        interview('german', own, { isUnderstood: false }),
        interview('other-tag', [note('n1', 'x', ['trust'])], { hasWords: false }),
        interview('no-words-in-it', [note('n1', ' ', ['need'])], { hasWords: false }),
      ],
      tags,
    ).map(({ interviewId }) => interviewId);
    expect(ids).toEqual(['not-recorded', 'after-the-end', 'not-read', 'german']);
  });

  it('puts a note where its words are, and nowhere for one word in common', () => {
    const [need] = group([
      interview(
        'i2',
        [note('n1', 'takings do not match', ['need']), note('n2', 'till is broken', ['pain'])],
        {
          hasWords: false,
        },
      ),
    ]);
    expect(texts(need)).toEqual(['takings do not match']);
  });

  it('groups notes in another language by what they are about, never by words such as “und” and “die”', () => {
    const german: FoundNeed = {
      ...found,
      label: 'Zahlen',
      statements: [
        statement('s1', 'i1', 'und dann müssen die Zahlen von der Kasse ja auch für mich stimmen'),
      ],
    };
    const notes = [
      note('n1', 'Kasse: Zahlen stimmen für sie nicht', ['need']),
      note('n2', 'und die Fahrer müssen auch von der Rampe', ['need']),
    ];
    const [need] = withNotes(
      [german],
      notesWithoutWords([interview('i2', notes, { isUnderstood: false })], tags),
      tags,
      (one) => one.interviewId,
    );
    expect(texts(need)).toEqual(['Kasse: Zahlen stimmen für sie nicht']);
  });

  it('makes a need of what two people’s notes have in common by a tag of the team, and none of one person’s', () => {
    const trust = (id: string) =>
      interview(id, [note(`n-${id}`, `counts again, ${id}`, ['pain', 'trust'])], { hasWords: false });
    expect(group([trust('i2')])).toHaveLength(1);
    expect(group([trust('i2'), trust('i3')])[1]).toMatchObject({
      id: 'need-tag-tag-trust',
      label: 'Where somebody does not believe what they are shown.',
      statements: [],
      notes: [{ text: 'counts again, i2' }, { text: 'counts again, i3' }],
    });
  });
});
