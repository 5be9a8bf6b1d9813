import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspectUpdate } from './inspect-update.ts';

const act = fc.record({ by: fc.nat(2), kind: fc.nat(4), at: fc.nat(20), sync: fc.boolean() });

/** Three people who type into one text, notes and each other's notes, and now and then hear of each other. */
function play(acts: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[]) {
  const server = new Y.Doc();
  const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const facts: ReturnType<typeof inspectUpdate>[] = [];
  for (const { by, kind, at, sync } of acts) {
    const person = people[by] ?? server;
    const text = person.getText('text');
    const notes = person.getMap('notes');
    if (kind === 0) text.insert(Math.min(at, text.length), `w${at}`);
    if (kind === 1 && text.length > 0) text.delete(Math.min(at, text.length - 1), 1);
    if (kind === 2) notes.set(`n${at}`, new Y.Map([['text', new Y.Text('words')]]));
    const note: unknown = notes.get(`n${at}`);
    if (kind === 3 && note instanceof Y.Map) note.set('#tag', true);
    if (kind === 4) notes.delete(`n${at}`);
    if (!sync) continue;
    const update = Y.encodeStateAsUpdate(person, Y.encodeStateVector(server));
    facts.push(inspectUpdate(server, update));
    Y.applyUpdate(server, update);
    Y.applyUpdate(person, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person)));
  }
  return { facts, server };
}

it('finds no fault with what honest people write', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      for (const fact of play(acts).facts) {
        expect(fact.isComplete).toBe(true);
        expect(fact.depth).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 200 },
  );
});

it('says that an update is incomplete exactly when Yjs would keep some of it aside', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 30 }), fc.nat(30), (acts, cut) => {
      const { server } = play(acts.map((one) => ({ ...one, sync: true })));
      const [first = [0, 0] as const] = [...Y.decodeStateVector(Y.encodeStateVector(server))];
      const known = new Map([[first[0], Math.min(cut, first[1])]]);
      const rest = Y.encodeStateAsUpdate(server, Y.encodeStateVector(known));
      const empty = new Y.Doc();
      const { isComplete } = inspectUpdate(empty, rest);
      Y.applyUpdate(empty, rest);
      expect(isComplete).toBe(empty.store.pendingStructs === null && empty.store.pendingDs === null);
    }),
    { numRuns: 200 },
  );
});

it('looks through ten thousand notes in a moment', () => {
  const document = new Y.Doc();
  document.transact(() => {
    for (let count = 0; count < 10_000; count += 1)
      document.getMap('notes').set(`n${count}`, new Y.Map([['text', new Y.Text('words')]]));
  });
  const facts = inspectUpdate(new Y.Doc(), Y.encodeStateAsUpdate(document));
  expect(facts).toMatchObject({ isComplete: true, depth: 2 });
  expect([...facts.newClients]).toEqual([document.clientID]);
});
