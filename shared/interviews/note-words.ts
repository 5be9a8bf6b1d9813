// How a note's words are changed: by the smallest edit, so that another's caret and letters survive. Knows no screen and
// no undo; whoever calls it stands inside the transaction that the author's undo tracks.
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { noteMap } from './interview-document.ts';

/** What makes one text of another: `removed` UTF-16 units at `at` go, `added` comes in their place. */
interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/** Replaces a note's words; common start and end stay as they are. */
export function setNoteText(document: Y.Doc, id: NoteId, next: string): void {
  const text = noteText(document, id);
  if (text !== null) apply(text, editBetween(text.toString(), next));
}

/**
 * What somebody did to the words they saw, done to the words as they are: letters that came from elsewhere in between
 * stay, wherever they stand.
 * @param seen the words before the edit, as its author saw them
 */
export function editNoteText(document: Y.Doc, id: NoteId, seen: string, next: string): void {
  const text = noteText(document, id);
  if (text === null) return;
  const since = editBetween(seen, text.toString());
  const own = editBetween(seen, next);
  const ownEnd = own.at + own.removed;
  const sinceEnd = since.at + since.removed;
  const grown = since.added.length - since.removed;
  // Of what the author took away only what is still there goes: the part before the foreign letters, and the one after.
  const after = Math.max(own.at, sinceEnd);
  if (ownEnd > after) text.delete(after + grown, ownEnd - after);
  const before = Math.min(ownEnd, since.at);
  if (before > own.at) text.delete(own.at, before - own.at);
  // New letters at the same place stand behind the foreign ones.
  const at = own.at < since.at ? own.at : own.at >= sinceEnd ? own.at + grown : since.at + since.added.length;
  if (own.added !== '') text.insert(at, own.added);
}

/** Where a place in a text is once that text has become another. */
export function placeAfter(before: string, after: string, place: number): number {
  const { at, removed, added } = editBetween(before, after);
  if (place <= at) return place;
  return place >= at + removed ? place + added.length - removed : at + added.length;
}

function noteText(document: Y.Doc, id: NoteId): Y.Text | null {
  const text: unknown = noteMap(document, id)?.get('text');
  return text instanceof Y.Text ? text : null;
}

function apply(text: Y.Text, { at, removed, added }: TextEdit): void {
  if (removed > 0) text.delete(at, removed);
  if (added !== '') text.insert(at, added);
}

function editBetween(now: string, next: string): TextEdit {
  let start = 0;
  while (start < now.length && start < next.length && now[start] === next[start]) start += 1;
  let end = 0;
  while (
    end < now.length - start &&
    end < next.length - start &&
    now[now.length - 1 - end] === next[next.length - 1 - end]
  )
    end += 1;
  // Yjs keeps UTF-8: half a sign, as of an emoji that becomes another, would be lost on both sides of the cut.
  while (isInsideSign(now, start) || isInsideSign(next, start)) start -= 1;
  while (isInsideSign(now, now.length - end) || isInsideSign(next, next.length - end)) end -= 1;
  return { at: start, removed: now.length - end - start, added: next.slice(start, next.length - end) };
}

/** Whether a place lies between the two UTF-16 halves of one sign. */
function isInsideSign(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
