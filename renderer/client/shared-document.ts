// One document of the workspace, held by as many parts of the page as want it. It knows whether every edit made here is
// on the host's disk, and keeps trying until it is.
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BackOff } from './back-off.ts';
import { type DocumentLine, DocumentProvider } from './document-provider.ts';
import { Listeners } from './listeners.ts';
import type { Timers } from './transport.ts';
import type { UnsentEdits } from './unsent-edits.ts';

export interface DocumentState {
  /** True while this page has everything the host had when it was last let in. */
  readonly isSynced: boolean;
  /** Edits made here that the host has not acknowledged; it acknowledges what is on its disk. */
  readonly unsavedEdits: number;
  /**
   * `loading`: nothing has come yet. `live`: in step with the host. `waiting`: it was, and is being opened again.
   * `refused`: the host does not serve it to us, or it belongs to a workspace that is no longer open; see `reason`.
   */
  readonly kind: 'loading' | 'live' | 'waiting' | 'refused';
  readonly reason: string | null;
  /** True when the host takes no edits from us: a reader, or a workspace that is open read-only. */
  readonly isReadOnly: boolean;
}

export const ANOTHER_WORKSPACE = 'another-workspace';
const RETRY = { firstMs: 250, limitMs: 5_000 };
/** The origin of edits that an earlier page left behind; for everything here they are edits made on this page. */
const LEFT_BEHIND = { kind: 'left-behind' };

export class SharedDocument {
  readonly document = new Y.Doc();
  readonly changes = new Listeners<DocumentState>();
  readonly #provider: DocumentProvider;
  readonly #backOff: BackOff;
  #holders = 0;
  #localEdits = 0;
  #wasSynced = false;
  #isRetired = false;
  #unsent: UnsentEdits | null = null;
  /** Edits from before it was known where to keep them. */
  #early: Uint8Array[] = [];
  #refusal: string | null = null;
  #state: DocumentState = {
    isSynced: false,
    unsavedEdits: 0,
    kind: 'loading',
    reason: null,
    isReadOnly: false,
  };

  constructor(name: string, line: DocumentLine, key: () => string, timers: Timers) {
    this.#backOff = new BackOff(RETRY, timers);
    this.#provider = new DocumentProvider({
      name,
      document: this.document,
      line,
      key,
      onClosedByHost: () => this.#tryAgainLater(null),
    });
    this.#listen();
  }

  get awareness(): Awareness {
    const { awareness } = this.#provider;
    if (!awareness) throw new Error('a provider that was made with awareness has none');
    return awareness;
  }

  get state(): DocumentState {
    return this.#state;
  }

  get isHeld(): boolean {
    return this.#holders > 0;
  }

  hold(): void {
    this.#holders += 1;
  }

  release(): void {
    this.#holders -= 1;
  }

  /** Whether its workspace is no longer the open one. A retired document keeps its words and sends nothing. */
  setRetired(isRetired: boolean): void {
    this.#isRetired = isRetired;
    this.#update();
  }

  /**
   * Keeps edits here from now on until the host has acknowledged them, and takes up those that were left. Called once,
   * when the workspace is known.
   */
  keepUnsent(unsent: UnsentEdits): void {
    const left = unsent.left();
    this.#unsent = unsent;
    for (const update of this.#early.splice(0)) unsent.add(update);
    for (const update of left) Y.applyUpdate(this.document, update, LEFT_BEHIND);
    if (left.length === 0) return;
    // What hangs on words that have not come yet shows as no edit, and waits all the same.
    this.#localEdits = Math.max(1, this.#localEdits);
    this.#update();
  }

  destroy(): void {
    this.#backOff.cancel();
    this.changes.clear();
    this.#provider.destroy();
    this.document.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      if (origin !== LEFT_BEHIND) this.#keep(update);
      this.#localEdits += 1;
      this.#update();
    });
    provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number === 0) {
        this.#localEdits = 0;
        this.#early = [];
        this.#unsent?.clear();
      }
      this.#update();
    });
    provider.on('synced', () => {
      this.#wasSynced = true;
      this.#backOff.succeed();
      this.#update();
    });
    provider.on('authenticated', () => {
      this.#refusal = null;
      this.#update();
    });
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => this.#tryAgainLater(reason));
    // Hocuspocus' own `disconnect` comes before the provider has taken back its `synced`, `close` after it.
    provider.on('close', () => this.#update());
  }

  #keep(update: Uint8Array): void {
    if (this.#unsent === null) this.#early.push(update);
    else this.#unsent.add(update);
  }

  /**
   * The host has closed this document alone, as after a write that its disk did not take, or did not let us in. Nothing
   * brings it back but opening it again, and then syncing carries all that is not saved.
   */
  #tryAgainLater(refusal: string | null): void {
    this.#refusal = refusal;
    this.#provider.leave();
    this.#backOff.schedule(() => this.#provider.reopen());
    this.#update();
  }

  #update(): void {
    const next = this.#describe();
    const now = this.#state;
    if (
      next.kind === now.kind &&
      next.isSynced === now.isSynced &&
      next.unsavedEdits === now.unsavedEdits &&
      next.reason === now.reason &&
      next.isReadOnly === now.isReadOnly
    )
      return;
    this.#state = next;
    this.changes.tell(next);
  }

  #describe(): DocumentState {
    const { isSynced, unsyncedChanges, authorizedScope } = this.#provider;
    const reason = this.#isRetired ? ANOTHER_WORKSPACE : this.#refusal;
    return {
      isSynced,
      // The provider counts its first sync as a change, and forgets how many there were when it syncs again.
      unsavedEdits: isSynced ? Math.min(this.#localEdits, unsyncedChanges) : this.#localEdits,
      kind: reason !== null ? 'refused' : isSynced ? 'live' : this.#wasSynced ? 'waiting' : 'loading',
      reason,
      isReadOnly: authorizedScope === 'readonly',
    };
  }
}
