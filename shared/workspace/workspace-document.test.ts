import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { PersonId } from '../ids.ts';
import { putRecord, readWorkspace } from './workspace-document.ts';

it('keeps fields of a record that only a newer Earshot knows', () => {
  const document = new Y.Doc();
  const id = PersonId.parse('ines');
  document.getMap('people').set(id, { id, name: 'Ines', role: 'pm', pronouns: 'she' });
  putRecord(document, 'people', id, { id, name: 'Ines Carvalho', role: 'pm' });
  expect(document.getMap('people').get(id)).toEqual({
    id,
    name: 'Ines Carvalho',
    role: 'pm',
    pronouns: 'she',
  });
  expect(readWorkspace(document).people).toEqual([{ id, name: 'Ines Carvalho', role: 'pm' }]);
});
