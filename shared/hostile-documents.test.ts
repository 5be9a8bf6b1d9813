// Documents as a foreign or broken program may have written them: whoever reads one must come back with what fits.
import fc from 'fast-check';
import { it } from 'vitest';
import * as Y from 'yjs';
import { briefEditedAt, briefText, needMentions } from './briefs/brief-document.ts';
import { readTickedGuide } from './interviews/guide.ts';
import { readInterview } from './interviews/interview-document.ts';
import { foldDecisions } from './needs/fold-decisions.ts';
import { readWorkspace } from './workspace/workspace-document.ts';

const NAMES = [
  'meta notes guide guideTicks transcripts speakers attendance text people participants tags interviews briefs',
  'links decisions events presence debriefDone',
].flatMap((line) => line.split(' '));
const KEYS = [
  'id',
  'schema',
  'clock',
  'm',
  'text',
  'deletedAt',
  'atMs',
  '#need',
  'mark:ines',
  '__proto__',
  'constructor',
];

/** Yjs itself refuses to write a value whose `constructor` is its own. */
const VALUE_KEYS = KEYS.filter((key) => key !== 'constructor');

const plain = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    '',
    'ines',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array(),
  fc.dictionary(
    fc.constantFrom(...VALUE_KEYS, 'kind', 'by', 'at', 'anchor', 'question', 'needId', 'pinned'),
    fc.jsonValue(),
    { noNullPrototype: true },
  ),
  fc.constant({ kind: 'undo', id: 'd1', at: 'zzz', by: 'ines', decisionId: 'd1' }),
  fc.constant({ kind: 'dismiss', id: 'd1', at: '9999', by: 'ines', needId: '__proto__', pinned: {} }),
  fc.constant({
    anchor: { type: { client: 1e9, clock: -5 }, item: null },
    question: 'why',
    atMs: null,
    by: 'ines',
  }),
);
const edit = fc.record({
  name: fc.constantFrom(...NAMES),
  as: fc.constantFrom('map', 'array', 'text', 'nested map', 'nested text', 'nested array', 'xml', 'document'),
  key: fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 80 })),
  value: plain,
});

function apply(document: Y.Doc, { name, as, key, value }: EditOf): void {
  switch (as) {
    case 'map':
      document.getMap(name).set(key, value);
      return;
    case 'array':
      document.getArray(name).push([value ?? null]); // Yjs writes no undefined into a list
      return;
    case 'text':
      document.getText(name).insert(0, String(key));
      document.getText(name).insertEmbed(0, { key: String(value) });
      return;
    case 'nested text':
      document.getMap(name).set(key, new Y.Text('words'));
      return;
    case 'nested array':
      document.getMap(name).set(key, Y.Array.from([value ?? null]));
      return;
    case 'xml':
      document.getMap(name).set(key, new Y.XmlElement('a'));
      return;
    case 'document':
      document.getMap(name).set(key, new Y.Doc());
      return;
    case 'nested map': {
      const note = new Y.Map<unknown>();
      note.set('m', { author: 'ines', role: 'pm', atMs: 1, createdAt: '', kind: 'note' });
      note.set('text', new Y.XmlText('<words>'));
      note.set(key, value);
      document.getMap(name).set(key, note);
    }
  }
}

interface EditOf {
  readonly name: string;
  readonly as: string;
  readonly key: string;
  readonly value: unknown;
}

it('reads whatever it is given without an error', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      // Every edit from a program of its own, so that one name may be a map for one and a text for another.
      const received = new Y.Doc();
      for (const one of edits) {
        const sender = new Y.Doc();
        apply(sender, one);
        Y.applyUpdate(received, Y.encodeStateAsUpdate(sender));
      }
      readInterview(received);
      const interview = new Y.Doc();
      Y.applyUpdate(interview, Y.encodeStateAsUpdate(received));
      readTickedGuide(interview);
      const workspace = new Y.Doc();
      Y.applyUpdate(workspace, Y.encodeStateAsUpdate(received));
      foldDecisions(readWorkspace(workspace).decisions);
      const brief = new Y.Doc();
      Y.applyUpdate(brief, Y.encodeStateAsUpdate(received));
      briefEditedAt(brief);
      needMentions(briefText(brief).toString());
    }),
    { numRuns: 500 },
  );
});
