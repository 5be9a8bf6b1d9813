// Which edits made here another host has not acknowledged. Counted while people type, and after a restart found again by
// laying what that host is known to have over the logs; what it is known to have may be lost, and then more counts as unsent.
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import type { DocumentChange, DocumentServer } from '../documents/document-server.ts';
import { sha256 } from '../sha256.ts';
import type { DerivedCache } from '../storage/derived-cache.ts';

/** Updates kept for one document to recognise them in an acknowledgement; beyond that only the count is kept. */
const MAX_KEPT = 5_000;
/** What the other host has is remembered this long after an acknowledgement, so that typing costs one write a second. */
const REMEMBER_MS = 1_000;

export interface UnsentEditsOptions {
  readonly documents: Pick<DocumentServer, 'onUpdate' | 'records'>;
  readonly derived: DerivedCache;
  /** The other host's. */
  readonly peerId: string;
  /** Who of `DocumentChange.from` is the other host itself: its edits are not ours to send. */
  readonly isTheirs: (from: object | null) => boolean;
  readonly onChange: () => void;
}

interface UnsentOfDocument {
  /** Oldest first; null for one that is only counted. */
  edits: (Uint8Array | null)[];
  /** How many edits were counted before the first of `edits`. */
  before: number;
  /** True once the log was looked through, or the other host has acknowledged everything. */
  isKnown: boolean;
}

export class UnsentEdits {
  readonly #options: UnsentEditsOptions;
  readonly #unsent = new Map<string, UnsentOfDocument>();
  readonly #toRemember = new Map<string, Uint8Array>();
  readonly #stop: () => void;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: UnsentEditsOptions) {
    this.#options = options;
    this.#stop = options.documents.onUpdate((change) => this.#record(change));
  }

  /** Looks through the logs for what the other host was not known to have when this one last ran. */
  async lookThrough(names: readonly string[]): Promise<void> {
    try {
      for (const name of names) if (!this.#isClosed && !this.#of(name).isKnown) await this.#lookThrough(name);
    } catch (error) {
      // The workspace was closed, or a log cannot be read: who opens that document hears of it.
      if (!(error instanceof AppError)) throw error;
    }
  }

  async #lookThrough(name: string): Promise<void> {
    const records = await this.#options.documents.records(name);
    const known = await this.#options.derived.read(this.#keyOf(name));
    const state = this.#of(name);
    if (this.#isClosed || state.isKnown) return;
    const end = state.before + state.edits.length;
    const snapshot = known && decodedSnapshot(known);
    const waiting = snapshot ? records.filter((record) => !isIn(snapshot, record)) : records;
    // What was made while the log was read may be in it or not: it counts once.
    const since = state.edits.filter((edit) => edit === null || !records.some((one) => isSame(one, edit)));
    state.edits = [...waiting, ...since];
    state.before = end - state.edits.length;
    state.isKnown = true;
    this.#options.onChange();
  }

  /** By document; those without unsent edits are left out. */
  counts(): Record<string, number> {
    const counted = [...this.#unsent].map(([name, { edits }]) => [name, edits.length] as const);
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
  }

  /** False once it is known that the other host has everything of this document. */
  mayWait(name: string): boolean {
    const { isKnown, edits } = this.#of(name);
    return !isKnown || edits.length > 0;
  }

  /** A place in the order of this document's edits: after all that were made so far. */
  mark(name: string): number {
    const { before, edits } = this.#of(name);
    return before + edits.length;
  }

  /** The other host has acknowledged everything before `mark`, also what lies in a log that was not looked through yet. */
  acknowledgeUpTo(name: string, mark: number): void {
    const state = this.#of(name);
    state.isKnown = true;
    const count = Math.min(mark - state.before, state.edits.length);
    if (count <= 0) return;
    state.edits.splice(0, count);
    state.before += count;
    this.#options.onChange();
  }

  /** The other host has, on its disk, what this snapshot of the document holds. */
  acknowledge(name: string, snapshotBytes: Uint8Array): void {
    const snapshot = decodedSnapshot(snapshotBytes);
    if (!snapshot) return;
    const state = this.#of(name);
    const first = state.edits.findIndex((edit) => edit !== null && !isIn(snapshot, edit));
    const count = first === -1 ? state.edits.length : first;
    state.edits.splice(0, count);
    state.before += count;
    this.remember(name, snapshotBytes);
    if (count > 0) this.#options.onChange();
  }

  /** Keeps for the next start what the other host has of a document. */
  remember(name: string, snapshotBytes: Uint8Array): void {
    const state = this.#of(name);
    if (state.edits.length === 0) state.isKnown = true;
    // What still comes in while the host closes is asked for again at the next start; nothing is written after close.
    if (this.#isClosed) return;
    this.#toRemember.set(name, snapshotBytes);
    this.#timer ??= setTimeout(() => this.#write(), REMEMBER_MS);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
    this.#write();
    await this.#writing;
  }

  #record({ name, update, from }: DocumentChange): void {
    if (this.#options.isTheirs(from)) return;
    const state = this.#of(name);
    state.edits.push(state.edits.length < MAX_KEPT ? update : null);
    this.#options.onChange();
  }

  #of(name: string): UnsentOfDocument {
    const known = this.#unsent.get(name);
    if (known) return known;
    const state: UnsentOfDocument = { edits: [], before: 0, isKnown: false };
    this.#unsent.set(name, state);
    return state;
  }

  #write(): void {
    this.#timer = null;
    const entries = [...this.#toRemember];
    this.#toRemember.clear();
    this.#writing = this.#writing.then(async () => {
      for (const [name, bytes] of entries) await this.#options.derived.write(this.#keyOf(name), bytes);
    });
  }

  #keyOf(name: string): string {
    return `peers/${sha256(new TextEncoder().encode(this.#options.peerId)).slice(0, 20)}.${name}`;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function decodedSnapshot(bytes: Uint8Array): Y.Snapshot | null {
  try {
    return Y.decodeSnapshot(bytes);
  } catch {
    return null; // a foreign host's, or a copy that went bad: then nothing is known
  }
}

function isIn(snapshot: Y.Snapshot, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(snapshot, update);
  } catch {
    return true; // one that Yjs cannot read is one that cannot be sent either; it stays in the log
  }
}
