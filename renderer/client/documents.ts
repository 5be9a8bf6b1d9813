// Gives the page the documents of the workspace that is open. It asks the host which one that is after every connection
// and before any document speaks, because another may have been opened while we were away.
import type { OpenWorkspace } from '../../shared/contract/session.ts';
import { AppError } from '../../shared/errors.ts';
import { workspaceKey } from '../../shared/workspace/workspace-key.ts';
import type { HostClient } from './host-client.ts';
import { Listeners } from './listeners.ts';
import { realTimers, type Timers } from './transport.ts';
import type { UnsentStorage } from './unsent-edits.ts';
import { type DocumentHandle, WorkspaceDocuments } from './workspace-documents.ts';

const ASK_AGAIN_MS = 1_000;

export class Documents {
  readonly #client: HostClient;
  readonly #timers: Timers;
  readonly #storage: UnsentStorage | null;
  readonly #changes = new Listeners<void>();
  readonly #leave: readonly (() => void)[];
  /** The current one, and earlier ones with documents that are still held or hold words that are not saved. */
  readonly #sets = new Set<WorkspaceDocuments>();
  #current: WorkspaceDocuments;
  /** Counts what we have heard about which workspace is open, so that an older answer is not believed. */
  #heard = 0;
  #askAgain: unknown = null;
  #isClosed = false;

  /** @param storage where edits outlive the page until the host has acknowledged them */
  constructor(client: HostClient, storage: UnsentStorage | null = null, timers: Timers = realTimers) {
    this.#client = client;
    this.#timers = timers;
    this.#storage = storage;
    this.#current = this.#createSet();
    this.#leave = [
      client.onDocument((message) => this.#current.gate.receive(message)),
      client.on('workspace.changed', ({ workspace }) => this.#use(workspace)),
      client.subscribe(() => this.#follow()),
    ];
    this.#follow();
  }

  /**
   * Opens a document of the workspace that is open, or, while none is, of the one that will be. When another workspace is
   * opened, the handle turns `refused`, keeps its words, and never speaks for the new workspace: ask for a new handle.
   */
  openDocument(name: string): DocumentHandle {
    return this.#current.openDocument(name);
  }

  /** Changes when handles must be asked for anew; null while no workspace is known. */
  get workspaceKey(): string | null {
    return this.#current.key;
  }

  /** Over all documents, also those that nobody shows any more, and those of a workspace that is not open now. */
  get unsavedEdits(): number {
    let sum = 0;
    for (const set of this.#sets) sum += set.unsavedEdits;
    return sum;
  }

  /** Of the workspace that is open. */
  get unsavedNames(): readonly string[] {
    return this.#current.unsavedNames;
  }

  /** Called when `unsavedEdits` or `workspaceKey` may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => this.#changes.add(listener);

  close(): void {
    this.#isClosed = true;
    this.#timers.clear(this.#askAgain);
    for (const leave of this.#leave) leave();
    for (const set of this.#sets) set.destroy();
    this.#sets.clear();
    this.#changes.clear();
  }

  #follow(): void {
    this.#timers.clear(this.#askAgain);
    this.#heard += 1;
    this.#current.gate.close();
    if (this.#client.connection.kind === 'connected') void this.#ask();
  }

  async #ask(): Promise<void> {
    const heard = this.#heard;
    try {
      const { workspace } = await this.#client.call('session.state', {});
      if (this.#heard === heard && !this.#isClosed) this.#use(workspace);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (this.#heard !== heard || this.#isClosed) return; // the connection was lost: asked again after the next one
      this.#askAgain = this.#timers.set(() => void this.#ask(), ASK_AGAIN_MS);
    }
  }

  #use(workspace: OpenWorkspace | null): void {
    this.#heard += 1;
    const key = workspace === null ? null : workspaceKey(workspace);
    // Also when it is the same one: the host may have closed and opened it, and then knows nothing of our connections.
    this.#current.gate.close();
    if (key !== this.#current.key) this.#change(key);
    if (key !== null) this.#current.gate.open();
    this.#changes.tell();
  }

  /**
   * Goes on with the documents of another workspace. Those that were opened while none was known join it, unless somebody
   * typed into them: such words belong nowhere, and stay where they are.
   */
  #change(key: string | null): void {
    const known = [...this.#sets].find((set) => key !== null && set.key === key);
    const isFree = this.#current.key === null && this.#current.unsavedEdits === 0;
    if (known || !isFree) {
      this.#current.setRetired(true);
      this.#current = known ?? this.#createSet();
    }
    if (key !== null) this.#current.bind(key);
    this.#current.setRetired(false);
    this.#forgetEmpty();
  }

  #createSet(): WorkspaceDocuments {
    const set = new WorkspaceDocuments({
      send: (message) => this.#client.sendDocument(message),
      timers: this.#timers,
      storage: this.#storage,
      onChange: () => {
        this.#forgetEmpty();
        this.#changes.tell();
      },
    });
    this.#sets.add(set);
    return set;
  }

  #forgetEmpty(): void {
    for (const set of [...this.#sets]) {
      if (set === this.#current || !set.isEmpty) continue;
      this.#sets.delete(set);
      set.destroy();
    }
  }
}
