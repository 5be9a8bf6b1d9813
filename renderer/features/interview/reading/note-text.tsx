import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { TagChip } from '../../../ui/tag-chip.tsx';
import { noteParts } from '../live/note-parts.ts';

/** A note's words with its tags where they were typed, and the others at the end. Marks are said for those who do not see them. */
export function NoteText({ note }: { readonly note: Pick<Note, 'text' | 'tags' | 'markedBy' | 'kind'> }) {
  const { parts, chips } = noteParts(note.text, note.tags);
  return (
    <>
      {note.markedBy.length > 0 ? <span className="visually-hidden">Marked: </span> : null}
      {note.kind === 'follow-up' ? <span className="visually-hidden">Asks: </span> : null}
      {parts.map((part) =>
        part.kind === 'words' ? part.text : <TagChip key={part.from} name={part.name} />,
      )}
      {chips.map((tag) => (
        <span key={tag}>
          {' '}
          <TagChip name={tag} />
        </span>
      ))}
    </>
  );
}
