import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NoteId, PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { UiProviders } from '../../../ui/ui-providers.tsx';
import { NoteList, type NoteListProps } from './note-list.tsx';

const ines: Person = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' };
const tomas: Person = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' };

function note(text: string, author: Person, other: Partial<Note> = {}): Note {
  return {
    id: NoteId.parse(text.replace(/\W/g, '-')),
    author: author.id,
    role: author.role,
    atMs: 455_000,
    createdAt: '',
    kind: 'note',
    text,
    tags: [],
    markedBy: [],
    takenBy: null,
    asked: null,
    deletedAt: null,
    ...other,
  };
}

function show(props: Partial<NoteListProps>): void {
  render(
    <UiProviders>
      <NoteList
        notes={[]}
        deleted={[]}
        people={[ines, tomas]}
        me={ines.id}
        onWrite={() => {}}
        onRestore={() => {}}
        importWords={undefined}
        {...props}
      />
    </UiProviders>,
  );
}

it('says who wrote what and when, with tags, marks and what became of a question', () => {
  show({
    notes: [
      note('Counts on cardboard', ines, { tags: ['workaround'], markedBy: [ines.id, tomas.id] }),
      note('Who else orders?', tomas, {
        kind: 'follow-up',
        asked: { by: ines.id, atMs: 542_000 },
      }),
    ],
  });
  const [first, second] = screen.getAllByRole('listitem');
  expect(first).toHaveTextContent(
    '07:35Marked: Counts on cardboard #workaroundInes · PMmarked by Ines and Tomas',
  );
  expect(second).toHaveTextContent('Asks: Who else orders?Tomas · Engineerasked by Ines at 09:02');
});

it('brings back only one’s own deleted notes', async () => {
  const onRestore = vi.fn();
  const own = note('Mine', ines, { deletedAt: '2026-11-24' });
  show({ deleted: [own, note('His', tomas, { deletedAt: '2026-11-24' })], onRestore });
  const history = within(screen.getByRole('region', { name: 'History' }));
  expect(history.getAllByRole('listitem')).toHaveLength(2);
  await userEvent.click(history.getByRole('button', { name: 'Bring back' }));
  expect(onRestore).toHaveBeenCalledExactlyOnceWith(own.id);
});

it('offers nothing to change to those who may only read', () => {
  show({ deleted: [note('Mine', ines, { deletedAt: '2026-11-24' })], onRestore: undefined });
  expect(screen.queryByRole('button', { name: 'Bring back' })).toBeNull();
});
