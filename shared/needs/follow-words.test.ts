import { expect, it } from 'vitest';
import { InterviewId, NeedId, OriginalHash, StatementId } from '../ids.ts';
import { withKnownIds } from './follow-words.ts';
import type { StatementRef } from './statement.ts';
import { statement } from './testing/statements.ts';

const newer = OriginalHash.parse('b'.repeat(64));
const i1 = InterviewId.parse('i1');

function at(id: string, start: number, end: number): StatementRef {
  return { ...statement(id, 'i1', 'words'), original: newer, start, end };
}

it('gives words of a newer file the id that decisions know them by, wherever the run names them', () => {
  const found = [
    {
      id: NeedId.parse('n'),
      label: '',
      subtitle: '',
      statements: [at('new', 98, 151), at('other', 200, 250)],
      requests: [],
      strength: 1,
      closest: [StatementId.parse('new'), StatementId.parse('other')] as const,
      led: [{ statementId: StatementId.parse('new'), question: 'Why?' }],
    },
  ];
  const [need] = withKnownIds(found, new Map([[i1, [at('old', 100, 150)]]]));
  expect(need?.statements.map(({ id }) => id)).toEqual(['old', 'other']);
  expect(need?.closest).toEqual(['old', 'other']);
  expect(need?.led?.[0]?.statementId).toBe('old');
});

it('leaves words that only touch alone, and everything where nothing was followed', () => {
  const found = [
    {
      id: NeedId.parse('n'),
      label: '',
      subtitle: '',
      statements: [at('new', 140, 200)],
      requests: [],
      strength: 1,
    },
  ];
  expect(withKnownIds(found, new Map([[i1, [at('old', 100, 150)]]]))[0]?.statements[0]?.id).toBe('new');
  expect(withKnownIds(found, new Map())).toBe(found);
});
