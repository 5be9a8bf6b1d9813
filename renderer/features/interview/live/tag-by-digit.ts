import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import type { DigitTag } from './digit-tags.ts';
import type { LiveActs } from './live-acts.ts';

/** Sets the tag of a digit on a note, or takes it off; null when there is no such tag or note, or nothing may be written. */
export function tagByDigit(
  digit: string,
  note: Note | undefined,
  room: {
    readonly acts: LiveActs | null;
    readonly tags: readonly Tag[];
    readonly say: (words: string) => void;
  },
): DigitTag | null {
  const tag = room.tags.find((candidate) => String(candidate.hotkey) === digit);
  if (room.acts === null || tag === undefined || note === undefined) return null;
  const wasSet = note.tags.includes(tag.name);
  room.acts.setTag(note.id, tag.name, !wasSet);
  room.say(
    `${tag.name} ${wasSet ? 'taken off' : 'on'} ${note.text === '' ? 'the marked moment' : note.text}`,
  );
  return { digit, noteId: note.id, tag: tag.name, wasSet, pressedAtEpochMs: Date.now() };
}
