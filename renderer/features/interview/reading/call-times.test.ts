import { expect, it } from 'vitest';
import { NeedId, StatementId } from '../../../../shared/ids.ts';
import { callLengthMs, statementTimes, viewportOf } from './call-times.ts';
import { shiftText } from './overview.tsx';

const turns = [
  { startMs: 1_000, endMs: 4_000 },
  { startMs: null, endMs: null },
  { startMs: 5_000, endMs: null },
];

it('reckons the length of a call to its last word or note, in call time', () => {
  expect(callLengthMs(turns, [], 2_000)).toBe(7_000);
  expect(callLengthMs(turns, [{ atMs: 60_000 }], 2_000)).toBe(60_000);
  expect(callLengthMs([{ startMs: null, endMs: null }], [{ atMs: 60_000 }], 0)).toBeNull();
});

it('knows the time of the words in view', () => {
  expect(viewportOf(turns, 0, 2, 500)).toEqual({ fromMs: 1_500, toMs: 5_500 });
  expect(viewportOf(turns, 1, 1, 0)).toBeUndefined();
});

it('draws a stretch once though two needs rest on it, and none without a time', () => {
  const statement = (id: string, startMs: number | null) => ({
    id: StatementId.parse(id),
    kind: 'need' as const,
    needId: NeedId.parse(id),
    label: id,
    start: 0,
    end: 1,
    startMs,
    endMs: null,
  });
  const times = statementTimes([statement('a', 1_000), statement('b', 1_000), statement('c', null)], -500);
  expect(times).toEqual([{ fromMs: 500, toMs: 500 }]);
});

it('writes a shift with a true minus sign', () => {
  expect([-2_500, 500, 0, -20, 90_000].map(shiftText)).toEqual(['−2.5 s', '+0.5 s', '0 s', '0 s', '+90.0 s']);
});
