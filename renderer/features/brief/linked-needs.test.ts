import { expect, it } from 'vitest';
import { NeedId } from '../../../shared/ids.ts';
import { linkedNeeds } from './linked-needs.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => NeedId.parse(id)) as [NeedId, NeedId, NeedId]; // three in, three out

it('shows each need once: linked ones by age, then those that only stand in the text', () => {
  const links = [
    { needId: b, at: '2026-11-25' },
    { needId: a, at: '2026-11-24' },
  ];
  expect(linkedNeeds(links, [{ needId: c }, { needId: b }, { needId: b }])).toEqual([
    { needId: a, isLinked: true, isInText: false },
    { needId: b, isLinked: true, isInText: true },
    { needId: c, isLinked: false, isInText: true },
  ]);
});
