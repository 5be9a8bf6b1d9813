// What a screen reader says for a note: "07:35, Ines, PM, marked: …, tags request".
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { roleNames } from '../../../ui/role.ts';

export interface NoteVoices {
  /** The author's name. */
  readonly author: string;
  readonly takenBy: string | null;
  readonly askedBy: string | null;
}

export function noteLabel(note: Note, voices: NoteVoices, isWaiting: boolean): string {
  const kind = note.kind === 'follow-up' ? ', asks' : '';
  const head = `${formatCallTime(note.atMs)}, ${voices.author}, ${roleNames[note.role]}${kind}${note.markedBy.length > 0 ? ', marked' : ''}`;
  const parts = [note.text === '' ? head : `${head}: ${note.text}`];
  if (note.tags.length > 0) parts.push(`tags ${note.tags.join(', ')}`);
  if (note.asked !== null) parts.push(askedWords(note, voices));
  else if (voices.takenBy !== null) parts.push(`${voices.takenBy} takes it`);
  if (isWaiting) parts.push('waiting');
  return parts.join(', ');
}

/** "asked at 09:02", with the name for those who do not see the mark. */
function askedWords(note: Note, voices: NoteVoices): string {
  const at = note.asked?.atMs ?? null;
  return `asked by ${voices.askedBy ?? 'somebody'}${at === null ? '' : ` at ${formatCallTime(at)}`}`;
}
