// The menu of a note: whatever has a key in the stream stands here too.
import { Check, Hand, Pencil, Trash2 } from 'lucide-react';
import type { PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';

export interface NoteActs {
  readonly onEdit: (note: Note) => void;
  readonly onMark: (note: Note) => void;
  readonly onTag: (note: Note, tag: string) => void;
  readonly onTake: (note: Note) => void;
  readonly onAsked: (note: Note) => void;
  readonly onDelete: (note: Note) => void;
}

export function noteEntries(
  note: Note,
  me: PersonId,
  tags: readonly Tag[],
  acts: NoteActs,
): readonly MenuEntry[] {
  const isMine = note.author === me;
  const entries: MenuEntry[] = [];
  if (note.kind === 'follow-up') {
    const take = note.takenBy === me ? 'Give it back' : 'Take it';
    const asked = note.asked === null ? 'Asked now' : 'Not asked after all';
    entries.push(
      { kind: 'act', label: take, icon: Hand, keys: 'T', onDo: () => acts.onTake(note) },
      { kind: 'act', label: asked, icon: Check, keys: 'A', onDo: () => acts.onAsked(note) },
    );
  }
  if (isMine)
    entries.push({ kind: 'act', label: 'Edit', icon: Pencil, keys: 'E', onDo: () => acts.onEdit(note) });
  entries.push({
    kind: 'choice',
    label: 'Marked by me',
    isChosen: note.markedBy.includes(me),
    onChoose: () => acts.onMark(note),
  });
  entries.push({ kind: 'heading', label: 'Tags' });
  for (const tag of tags.filter((tag) => !tag.isArchived).sort(byKey)) {
    entries.push({
      kind: 'choice',
      label: tag.hotkey === null ? `#${tag.name}` : `#${tag.name} (${tag.hotkey})`,
      isChosen: note.tags.includes(tag.name),
      onChoose: () => acts.onTag(note, tag.name),
    });
  }
  if (isMine)
    entries.push(
      { kind: 'line' },
      {
        kind: 'act',
        label: 'Delete',
        icon: Trash2,
        keys: 'Del',
        isDestructive: true,
        onDo: () => acts.onDelete(note),
      },
    );
  return entries;
}

function byKey(a: Tag, b: Tag): number {
  return (a.hotkey ?? 10) - (b.hotkey ?? 10) || (a.name < b.name ? -1 : 1);
}
