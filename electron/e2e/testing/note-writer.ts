// Somebody who types notes into one interview, and remembers word for word what was shown to them as saved.
import { ulid } from 'ulid';
import type * as Y from 'yjs';
import type { DocumentHandle } from '../../../renderer/client/workspace-documents.ts';
import { NoteId, type PersonId } from '../../../shared/ids.ts';
import { addNote, readInterview } from '../../../shared/interviews/interview-document.ts';
import { setNoteText } from '../../../shared/interviews/note-words.ts';

/** Notes by id, with their words. */
type Words = Map<NoteId, string>;

export class NoteWriter {
  readonly #handle: DocumentHandle;
  readonly #author: PersonId;
  readonly #chance: () => number;
  readonly #typed: Words = new Map();
  readonly #saved: Words = new Map();
  readonly #unsaved = new Set<NoteId>();

  constructor(handle: DocumentHandle, author: PersonId, chance: () => number) {
    this.#handle = handle;
    this.#author = author;
    this.#chance = chance;
    handle.subscribe(({ unsavedEdits }) => {
      if (unsavedEdits === 0) this.#rememberSaved();
    });
  }

  /** The interview's document name. */
  get name(): string {
    return this.#handle.name;
  }

  get typed(): ReadonlyMap<NoteId, string> {
    return this.#typed;
  }

  /** What the page called saved: an empty count of unsaved edits came after it. */
  get saved(): ReadonlyMap<NoteId, string> {
    return this.#saved;
  }

  /** One edit: a new note, or more words in one of the last. Words are only ever added, so that more is never less. */
  type(): void {
    const recent = [...this.#typed.keys()].slice(-3);
    const id = recent[Math.floor(this.#chance() * recent.length * 2)];
    if (id === undefined) this.#addNote();
    else this.#goOn(id);
  }

  #addNote(): void {
    const id = NoteId.parse(ulid().toLowerCase());
    const text = this.#words();
    const { document } = this.#handle;
    const origin = {
      author: this.#author,
      role: 'pm',
      atMs: this.#typed.size,
      createdAt: new Date().toISOString(),
      kind: 'note',
    } as const;
    document.transact(() => addNote(document, id, origin, { text, tags: ['pain'], isMarked: false }));
    this.#typed.set(id, text);
    this.#unsaved.add(id);
  }

  #goOn(id: NoteId): void {
    const { document } = this.#handle;
    const text = `${this.#typed.get(id) ?? ''} ${this.#words()}`;
    document.transact(() => setNoteText(document, id, text));
    this.#typed.set(id, text);
    this.#unsaved.add(id);
  }

  /** Of very different lengths, so that a kill meets all stages of a write. */
  #words(): string {
    return 'they said so '.repeat(1 + Math.floor(this.#chance() ** 4 * 200)).trim();
  }

  #rememberSaved(): void {
    for (const id of this.#unsaved) this.#saved.set(id, this.#typed.get(id) ?? '');
    this.#unsaved.clear();
  }
}

/** Notes of `words` that are not in the document, or with fewer words than these. */
export function missingWords(words: ReadonlyMap<NoteId, string>, document: Y.Doc): string[] {
  const there = new Map(readInterview(document).notes.map((note) => [note.id, note.text]));
  return [...words].filter(([id, text]) => !there.get(id)?.startsWith(text)).map(([id]) => id);
}

/** Resolves when the document is in step with the host, and, with `isSaved`, when nothing typed here is unsaved. */
export function untilLive(handle: DocumentHandle, isSaved = false): Promise<void> {
  const isThere = () => handle.state.kind === 'live' && (!isSaved || handle.state.unsavedEdits === 0);
  return new Promise((resolve, reject) => {
    const look = () => {
      if (handle.state.kind === 'refused') reject(new Error(`${handle.name}: ${handle.state.reason}`));
      if (isThere()) resolve();
    };
    const leave = handle.subscribe(() => {
      look();
      if (isThere()) leave();
    });
    look();
  });
}
