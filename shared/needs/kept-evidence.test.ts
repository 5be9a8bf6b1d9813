import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendDecision, readWorkspace } from '../workspace/workspace-document.ts';
import { Decision } from './decision.ts';
import { ines, needA, needB, pinned } from './testing/statements.ts';

const ids = fc.subarray(['s1', 's2', 's3', 's4', 's5'], { minLength: 0 });
const anyDecision = fc
  .record({ own: ids, requests: ids, merged: fc.option(ids, { nil: undefined }) })
  .map(({ own, requests, merged }) => ({
    kind: 'accept' as const,
    pinned: { ...pinned(...own), requests: pinned(...requests).statements },
    ...(merged && { alsoPinned: [{ needId: needB, pinned: pinned(...merged) }] }),
  }));

it('gives back every decision whole, in the order its author saw', () => {
  fc.assert(
    fc.property(fc.array(anyDecision, { maxLength: 8 }), (made) => {
      const document = new Y.Doc();
      const decisions = made.map((one, at) =>
        Decision.parse({ ...one, id: `d${at}`, at: '2026-11-25T10:00:00.000Z', by: ines, needId: needA }),
      );
      for (const decision of decisions) appendDecision(document, decision);
      expect(readWorkspace(document).decisions).toEqual(decisions);
    }),
  );
});

it('keeps the words of a hundred decisions on the same evidence once', () => {
  const document = new Y.Doc();
  const long = pinned('s1', 's2', 's3');
  const statements = long.statements.map((one) => ({ ...one, text: one.text.padEnd(2_000, '.') }));
  for (let at = 0; at < 100; at += 1)
    appendDecision(
      document,
      Decision.parse({
        kind: 'rename',
        label: 'Three numbers',
        id: `d${at}`,
        at: '2026-11-25T10:00:00.000Z',
        by: ines,
        needId: needA,
        pinned: { ...long, statements },
      }),
    );
  expect(Y.encodeStateAsUpdate(document).length).toBeLessThan(50_000);
  const last = readWorkspace(document).decisions.at(-1);
  expect(last?.kind === 'rename' && last.pinned.statements[2]?.text.length).toBe(2_000);
});

it('keeps words as they were seen, when a newer file holds them otherwise under the id they had', () => {
  const document = new Y.Doc();
  const [seen] = pinned('s1').statements;
  if (!seen) throw new Error('one statement was asked for');
  const newer = { ...seen, start: seen.start + 7, end: seen.end + 8, text: `${seen.text}!` };
  const made = [seen, newer, seen, newer].map((statement, at) =>
    Decision.parse({
      kind: 'accept',
      id: `d${at}`,
      at: '2026-11-25T10:00:00.000Z',
      by: ines,
      needId: needA,
      pinned: { ...pinned('s2'), statements: [statement, ...pinned('s2').statements] },
    }),
  );
  for (const decision of made) appendDecision(document, decision);
  expect(readWorkspace(document).decisions).toEqual(made);
});
