// Where a draft is kept while it is typed, so that a reload or a crash costs no letter. Two windows of one person write
// into one storage; each holds a slot of its own, and a slot whose window is gone is taken over with what is in it.

export interface Draft {
  readonly text: string;
  /** Call time of the first character; null while the interview's clock was not known yet. */
  readonly atMs: number | null;
  /** Wall clock of the first character. */
  readonly beganAtEpochMs: number;
  /** Where a `#` stands that is meant as a plain character. */
  readonly plainAt: readonly number[];
}

export interface DraftSlot {
  /** Null when nothing was being typed. */
  read(): Draft | null;
  write(draft: Draft): void;
  clear(): void;
}

/** The part of `localStorage` that is used here. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** The part of `navigator.locks` that is used here. */
export interface SlotLocks {
  request(
    name: string,
    options: { ifAvailable: true },
    hold: (lock: unknown) => Promise<unknown>,
  ): Promise<unknown>;
}

const SLOTS = 8;
/** Slots of this page, held until it goes: asking again for one that is just being let go would find it taken. */
const held = new Map<string, Promise<string>>();

/**
 * The slot of this window for an interview and a person.
 * @param key names workspace, interview and person
 */
export async function openDraftSlot(
  storage: DraftStorage,
  locks: SlotLocks | undefined,
  key: string,
): Promise<DraftSlot> {
  const name = held.get(key) ?? takeSlot(storage, locks, key);
  held.set(key, name);
  return slotAt(storage, await name);
}

async function takeSlot(storage: DraftStorage, locks: SlotLocks | undefined, key: string): Promise<string> {
  const names = Array.from({ length: SLOTS }, (_, index) => `${key}.${index}`);
  // Without locks there is no telling a second window from a crashed one: the first slot serves, as for one window.
  if (locks === undefined) return `${key}.0`;
  const isFilled = (name: string) => slotAt(storage, name).read() !== null;
  const wanted = [...names.filter(isFilled), ...names.filter((name) => !isFilled(name))];
  for (const name of wanted) if (await hold(locks, name)) return name;
  return `${key}.${SLOTS}`;
}

/** Resolves once it is known whether the lock is ours; it then stays ours until the page goes. */
function hold(locks: SlotLocks, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? Promise.resolve() : new Promise(() => undefined);
      })
      .catch(reject);
  });
}

function slotAt(storage: DraftStorage, name: string): DraftSlot {
  return {
    read() {
      try {
        return readDraft(JSON.parse(storage.getItem(name) ?? 'null'));
      } catch {
        return null; // not ours, or cut off: there is nothing to restore
      }
    },
    write: (draft) => storage.setItem(name, JSON.stringify(draft)),
    clear: () => storage.removeItem(name),
  };
}

function readDraft(stored: unknown): Draft | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { text, atMs, beganAtEpochMs, plainAt } = stored as Record<string, unknown>; // each field is checked below
  if (typeof text !== 'string' || text === '' || typeof beganAtEpochMs !== 'number') return null;
  return {
    text,
    atMs: typeof atMs === 'number' && atMs >= 0 ? atMs : null,
    beganAtEpochMs,
    plainAt: Array.isArray(plainAt) ? plainAt.filter((at) => typeof at === 'number') : [],
  };
}
