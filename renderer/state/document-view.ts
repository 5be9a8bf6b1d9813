// A document's facts for the screen: read from the Y.Doc at most once a frame, however fast people type, and shared by
// all that show them. It opens the document for its first listener and follows the workspace that is open.
import type * as Y from 'yjs';
import type { Documents } from '../client/documents.ts';
import { Listeners } from '../client/listeners.ts';
import type { DocumentState } from '../client/shared-document.ts';
import type { DocumentHandle } from '../client/workspace-documents.ts';

export interface DocumentSnapshot<F> {
  /** Null until the first listener has been added. */
  readonly handle: DocumentHandle | null;
  readonly document: Y.Doc | null;
  readonly state: DocumentState;
  /** Null while `handle` is. Empty facts until the document has come: look at `state.kind`. */
  readonly facts: F | null;
}

const CLOSED: DocumentState = {
  isSynced: false,
  unsavedEdits: 0,
  kind: 'loading',
  reason: null,
  isReadOnly: false,
};
/** Long enough to go from one screen of an interview to another without loading it again. */
const LINGER_MS = 1_000;

export class DocumentView<F> {
  readonly #documents: Documents;
  readonly #name: string;
  readonly #read: (document: Y.Doc) => F;
  readonly #listeners = new Listeners<void>();
  #snapshot: DocumentSnapshot<F> = { handle: null, document: null, state: CLOSED, facts: null };
  #listening = 0;
  #opened: { readonly key: string | null; readonly close: () => void } | null = null;
  #leaveDocuments: (() => void) | null = null;
  #linger: ReturnType<typeof setTimeout> | undefined;
  #frame: number | null = null;
  #isStale = false;

  constructor(documents: Documents, name: string, read: (document: Y.Doc) => F) {
    this.#documents = documents;
    this.#name = name;
    this.#read = read;
  }

  readonly snapshot = (): DocumentSnapshot<F> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    const leave = this.#listeners.add(listener);
    this.#listening += 1;
    clearTimeout(this.#linger);
    this.#openOnce();
    return () => {
      leave();
      this.#listening -= 1;
      if (this.#listening === 0) this.#linger = setTimeout(() => this.#close(), LINGER_MS);
    };
  };

  #openOnce(): void {
    if (this.#opened) return;
    this.#leaveDocuments ??= this.#documents.subscribe(() => this.#followWorkspace());
    const key = this.#documents.workspaceKey;
    const handle = this.#documents.openDocument(this.#name);
    const readLater = () => {
      this.#isStale = true;
      this.#showLater();
    };
    handle.document.on('update', readLater);
    const leave = handle.subscribe((state) => {
      // Loaded and empty are told apart by `kind`, so the facts must not lag behind it.
      if (state.kind === this.#snapshot.state.kind) this.#showLater();
      else this.#show(handle);
    });
    const close = () => {
      handle.document.off('update', readLater);
      leave();
      handle.release();
    };
    this.#opened = { key, close };
    this.#isStale = true;
    this.#show(handle);
  }

  #followWorkspace(): void {
    const key = this.#documents.workspaceKey;
    if (!this.#opened || this.#opened.key === key) return;
    // A handle that was opened before a workspace was known belongs to the one that is known now, unless it was retired.
    if (this.#opened.key === null && this.#snapshot.state.kind !== 'refused') {
      this.#opened = { ...this.#opened, key };
      return;
    }
    this.#opened.close();
    this.#opened = null;
    this.#openOnce();
  }

  #close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#leaveDocuments?.();
    this.#leaveDocuments = null;
    this.#opened?.close();
    this.#opened = null;
    this.#snapshot = { handle: null, document: null, state: CLOSED, facts: null };
  }

  #showLater(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#snapshot.handle) this.#show(this.#snapshot.handle);
    });
  }

  #show(handle: DocumentHandle): void {
    const { facts } = this.#snapshot;
    this.#snapshot = {
      handle,
      document: handle.document,
      state: handle.state,
      facts: facts === null || this.#isStale ? this.#read(handle.document) : facts,
    };
    this.#isStale = false;
    this.#listeners.tell();
  }
}
