import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BriefId, InterviewId, ParticipantId, PersonId } from '../ids.ts';
import type { Need, NotedEvidence, Quote } from '../needs/need.ts';
import { NoteRef } from '../needs/note-ref.ts';
import { aNeed, aQuote } from '../needs/testing/needs.ts';
import { needA, statement } from '../needs/testing/statements.ts';
import { briefMarkdown, briefSource, readBriefSource } from './brief-markdown.ts';

const briefId = BriefId.parse('b1');
const alder = ParticipantId.parse('alder');

function quote(text: string, parts: Partial<Quote> = {}): Quote {
  return aQuote({
    ...statement('s1', 'i1', text),
    participantId: alder,
    participant: 'Alder',
    inRoom: [PersonId.parse('ines'), PersonId.parse('tomas')],
    ...parts,
  });
}

function need(parts: Partial<Need> = {}): Need {
  return aNeed({
    id: needA,
    status: 'accepted',
    label: 'Three numbers every Monday',
    isRenamed: true,
    quotes: [quote('If those three are right I can order.')],
    people: 1,
    stances: [],
    ...parts,
  });
}

function exported(text: string, needs: readonly Need[] = [need()], title = 'Monday numbers'): string {
  return briefMarkdown({
    id: briefId,
    title,
    text,
    workspaceName: 'Larder',
    createdAt: '2026-11-12T08:00:00.000Z',
    exportedAt: '2026-11-25T09:00:00.000Z',
    needs: new Map(needs.map((one) => [one.id, one])),
    interviews: 3,
    people: [
      { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' },
      { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' },
    ],
    participants: [
      {
        id: alder,
        pseudonym: 'Alder',
        realName: 'R. Okafor',
        description: '',
        fields: {},
        consent: { state: 'given', note: '' },
        isNameExported: false,
      },
    ],
  });
}

describe('a brief as Markdown', () => {
  it('puts people, quotes and who heard them where the evidence block stands', () => {
    const file = exported(`# Evidence\n\n[[need:${needA}]]\n`);
    expect(file).toContain('> **Three numbers every Monday**');
    expect(file).toContain('Voiced by 1 person in 3 interviews.');
    expect(file).toContain('> “If those three are right I can order.”');
    expect(file).toContain('— Alder, 00:01, heard by Ines (PM) and Tomas (engineer)');
    expect(file).not.toContain('[[');
  });

  it('says the label where a need stands within a sentence', () => {
    expect(exported(`We think [[need:${needA}]] matters.`)).toContain(
      'We think “Three numbers every Monday” matters.',
    );
  });

  it('keeps the real name out unless the team allows it', () => {
    expect(exported(`[[need:${needA}]]`)).not.toContain('Okafor');
  });

  it('writes front matter that a YAML reader takes, whatever the title holds', () => {
    const title = 'A "quoted": title --- # with signs\nand a line';
    const file = exported('text', [], title);
    const front = parse(file.split('---\n')[1] ?? '') as Record<string, unknown>; // yaml gives unknown shapes
    expect(front).toMatchObject({
      title: title.replace('\n', ' '),
      source: briefSource(briefId),
      created: '2026-11-12',
      tags: ['earshot', 'problem-brief'],
    });
  });

  it('never lets spoken words become mark-up', () => {
    const file = exported(`[[need:${needA}]]`, [
      need({ quotes: [quote('<script>alert(1)</script> [link](javascript:x) *bold* # head')] }),
    ]);
    expect(file).not.toContain('<script>');
    expect(file).not.toContain('[link](');
  });

  it('shows up to three quotes, one of each person', () => {
    const quotes = ['alder', 'alder', 'hazel', 'linden', 'maple'].map((name, index) =>
      quote(`words ${index}`, {
        participantId: ParticipantId.parse(name),
        participant: name,
        interviewId: InterviewId.parse(`i${index}`),
      }),
    );
    const file = exported(`[[need:${needA}]]`, [need({ quotes, people: 4 })]);
    expect(file.match(/words \d/g)).toEqual(['words 0', 'words 2', 'words 3']);
  });

  it('says so when a need is gone', () => {
    expect(exported('[[need:other]]')).toContain('This need is not in the workspace any more.');
  });

  it('knows its own file again, and no other', () => {
    expect(readBriefSource(exported('text'))).toBe(briefSource(briefId));
    expect(readBriefSource('# my notes\nsource: earshot:brief/b1')).toBeNull();
    expect(readBriefSource('')).toBeNull();
  });

  it('counts a pair that a person made over people, and lists notes as notes', () => {
    const noted: NotedEvidence = {
      ...NoteRef.parse({
        noteId: 'n1',
        interviewId: 'i2',
        author: 'tomas',
        role: 'engineer',
        atMs: 61_000,
        text: 'counts it *twice*',
        tags: ['need'],
      }),
      key: 'note:n1',
      verdict: 'for',
      participantId: alder,
      participant: 'Hazel',
      placedBy: null,
      isChanged: false,
    };
    const pair = {
      asked: { quote: null, text: 'a dashboard.' },
      needs: { quote: null, text: 'the same three numbers on Monday' },
      by: PersonId.parse('ines'),
    };
    const text = exported(`[[need:${needA}]]`, [
      need({ pair, peopleAsking: 4, people: 6, noted: [noted], peopleNoted: 1 }),
    ]);
    expect(text).toContain('> 4 asked for a dashboard; 6 need the same three numbers on Monday.');
    expect(text).toContain('1 person more by notes alone');
    expect(text).toContain('> - counts it \\*twice\\* (');
    expect(text).not.toContain('“counts it');
  });
});
