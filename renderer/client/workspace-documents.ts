// The documents of one workspace: never those of another. Each workspace has its own documents, gate, line and key, so
// that there is no way from a document of one into a document of the same name in another.
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { DocumentGate } from './document-gate.ts';
import { DocumentLine } from './document-provider.ts';
import { type DocumentState, SharedDocument } from './shared-document.ts';
import type { Timers } from './transport.ts';
import { documentsWithUnsent, UnsentEdits, type UnsentStorage } from './unsent-edits.ts';

/** A document that the page uses. Every handle is released once; the document stays until the last one is. */
export interface DocumentHandle {
  readonly name: string;
  readonly document: Y.Doc;
  readonly awareness: Awareness;
  readonly state: DocumentState;
  /** Called after every change of `state`. */
  readonly subscribe: (listener: (state: DocumentState) => void) => () => void;
  release(): void;
}

export interface WorkspaceDocumentsOptions {
  readonly send: (message: Uint8Array) => void;
  readonly timers: Timers;
  /** Where edits outlive the page until the host has them; null where nothing is kept. */
  readonly storage: UnsentStorage | null;
  /** Called when the number of unsaved edits may have changed. */
  readonly onChange: () => void;
}

export class WorkspaceDocuments {
  readonly gate: DocumentGate;
  readonly #options: WorkspaceDocumentsOptions;
  readonly #line: DocumentLine;
  readonly #documents = new Map<string, SharedDocument>();
  #key: string | null = null;
  #isRetired = false;

  constructor(options: WorkspaceDocumentsOptions) {
    this.#options = options;
    this.gate = new DocumentGate(options.send);
    this.#line = new DocumentLine(this.gate);
  }

  /** The workspace these documents belong to; null until one is known. */
  get key(): string | null {
    return this.#key;
  }

  get unsavedEdits(): number {
    let sum = 0;
    for (const { state } of this.#documents.values()) sum += state.unsavedEdits;
    return sum;
  }

  /** Names of documents with edits that the host has not acknowledged. */
  get unsavedNames(): readonly string[] {
    return [...this.#documents].flatMap(([name, { state }]) => (state.unsavedEdits > 0 ? [name] : []));
  }

  get isEmpty(): boolean {
    return this.#documents.size === 0;
  }

  /** Ties them to a workspace, once and for good. */
  bind(key: string): void {
    if (this.#key !== null && this.#key !== key) throw new Error('documents never move to another workspace');
    const isNew = this.#key === null;
    this.#key = key;
    if (!isNew) return;
    for (const [name, shared] of this.#documents) this.#keepUnsent(name, shared);
    // A page that went down may have left words in documents that nobody opens now: they go out all the same.
    const { storage } = this.#options;
    if (storage !== null)
      for (const name of documentsWithUnsent(storage, encodeURIComponent(key)))
        this.openDocument(name).release();
  }

  setRetired(isRetired: boolean): void {
    this.#isRetired = isRetired;
    if (isRetired) this.gate.close();
    for (const shared of this.#documents.values()) shared.setRetired(isRetired);
  }

  openDocument(name: string): DocumentHandle {
    const shared = this.#documents.get(name) ?? this.#create(name);
    shared.hold();
    let isReleased = false;
    return {
      name,
      document: shared.document,
      awareness: shared.awareness,
      get state() {
        return shared.state;
      },
      subscribe: (listener) => shared.changes.add(listener),
      release: () => {
        if (isReleased) return;
        isReleased = true;
        shared.release();
        this.#letGo(name, shared);
      },
    };
  }

  destroy(): void {
    for (const shared of this.#documents.values()) shared.destroy();
    this.#documents.clear();
    this.gate.close();
    this.#line.destroy();
  }

  #create(name: string): SharedDocument {
    const shared = new SharedDocument(name, this.#line, () => this.#provenKey(), this.#options.timers);
    shared.setRetired(this.#isRetired);
    this.#documents.set(name, shared);
    this.#keepUnsent(name, shared);
    shared.changes.add(() => {
      this.#letGo(name, shared);
      this.#options.onChange();
    });
    return shared;
  }

  #keepUnsent(name: string, shared: SharedDocument): void {
    const { storage } = this.#options;
    if (storage !== null && this.#key !== null)
      shared.keepUnsent(new UnsentEdits(storage, `${encodeURIComponent(this.#key)} ${name}`));
  }

  /** Destroys a document that nobody holds, but never one with words that are not saved. */
  #letGo(name: string, shared: SharedDocument): void {
    if (shared.isHeld || shared.state.unsavedEdits > 0 || this.#documents.get(name) !== shared) return;
    this.#documents.delete(name);
    shared.destroy();
    this.#options.onChange();
  }

  #provenKey(): string {
    if (this.#key === null) throw new Error('the gate was opened before the workspace was known');
    return this.#key;
  }
}
