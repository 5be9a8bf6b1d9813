import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { LiveDraft } from '../live/use-draft.ts';
import type { WaitingEdits } from '../live/waiting-edits.ts';

export interface UnsentWords {
  /** Every word of this window that is not on the host's disk, to be read and copied; empty when there is none. */
  readonly words: string;
  /** What was typed and not kept counts as one more. */
  readonly edits: number;
}

export function unsentWords(room: {
  readonly notes: readonly Note[];
  readonly connection: { readonly waiting: WaitingEdits };
  readonly draft: Pick<LiveDraft, 'draft'>;
}): UnsentWords {
  const { waiting } = room.connection;
  const typed = room.draft.draft;
  const unsent = room.notes.filter((note) => waiting.notes.has(note.id)).map((note) => note.text);
  return {
    words: [...unsent, ...(typed === null ? [] : [typed.text])].join('\n'),
    edits: waiting.count + (typed === null ? 0 : 1),
  };
}
