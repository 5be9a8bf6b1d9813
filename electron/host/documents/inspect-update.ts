// What is in an update before it is applied: whether all that it stands on is here, by whom its new parts are said to be
// written, and how deep it nests. It reads structs alone, in time that grows with their number.
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];

export interface UpdateFacts {
  /** Whoever has parts in it that are new here, by Yjs' client id. */
  readonly newClients: ReadonlySet<number>;
  /** False when something it stands on or deletes is not here: Yjs would keep it aside, and everybody pays for that. */
  readonly isComplete: boolean;
  /** Shared types within each other: a note's words are at 2. */
  readonly depth: number;
}

/** Everything Earshot writes is at 3 at most. Yjs deletes recursively: thousands end in a stack overflow. */
export const MAX_DEPTH = 32;

export function inspectUpdate(document: Y.Doc, update: Uint8Array): UpdateFacts {
  const { structs, ds } = Y.decodeUpdate(update);
  const walk = new Walk(document, structs);
  walk.run();
  const isWithin = [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => clock + len <= walk.known(client)),
  );
  return {
    newClients: walk.newClients,
    isComplete: walk.isComplete && isWithin,
    depth: walk.depth,
  };
}

/** Goes through the structs in an order in which Yjs could integrate them. */
class Walk {
  readonly newClients = new Set<number>();
  depth = 0;
  isComplete = true;
  readonly #document: Y.Doc;
  readonly #queues = new Map<number, Struct[]>();
  /** How far each client is known: in the document, then with what of the update was gone through. */
  readonly #known = new Map<number, number>();
  /** Starts and depths of the structs that were gone through, in the order of their clocks. */
  readonly #depths = new Map<number, { readonly clock: number; readonly depth: number }[]>();
  readonly #waiting = new Map<number, Set<number>>();

  constructor(document: Y.Doc, structs: readonly Struct[]) {
    this.#document = document;
    for (const struct of structs) {
      const queue = this.#queues.get(struct.id.client);
      if (queue) queue.push(struct);
      else this.#queues.set(struct.id.client, [struct]);
    }
  }

  known(client: number): number {
    return this.#known.get(client) ?? Y.getState(this.#document.store, client);
  }

  run(): void {
    const places = new Map([...this.#queues.keys()].map((client) => [client, 0]));
    const ready = [...this.#queues.keys()];
    for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
      const queue = this.#queues.get(client) ?? [];
      let at = places.get(client) ?? 0;
      for (; at < queue.length; at += 1) {
        const struct = queue[at];
        if (!struct) break;
        const missing = this.#missing(struct);
        if (missing !== null) {
          const waiting = this.#waiting.get(missing) ?? new Set();
          this.#waiting.set(missing, waiting.add(client));
          break;
        }
        this.#take(struct);
      }
      const isMoved = at > (places.get(client) ?? 0);
      places.set(client, at);
      if (!isMoved) continue;
      ready.push(...(this.#waiting.get(client) ?? []));
      this.#waiting.delete(client);
    }
    this.isComplete &&= [...places].every(([client, at]) => at === this.#queues.get(client)?.length);
  }

  /** The client whose earlier parts this one needs; null when all is there. */
  #missing(struct: Struct): number | null {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) return clock + struct.length > this.known(client) ? client : null;
    if (clock > this.known(client)) return client;
    if (!(struct instanceof Y.Item)) return null;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent])
      if (id instanceof Y.ID && id.clock >= this.known(id.client)) return id.client;
    return null;
  }

  #take(struct: Struct): void {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (end <= this.known(client)) return;
    this.newClients.add(client);
    this.#known.set(client, end);
    const depth = struct instanceof Y.Item ? this.#depthOf(struct) : 0;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
      this.depth = Math.max(this.depth, depth + 1);
    const depths = this.#depths.get(client);
    if (depths) depths.push({ clock, depth });
    else this.#depths.set(client, [{ clock, depth }]);
  }

  /** Within how many types an item lies: 0 for one in a type of the document itself. */
  #depthOf({ parent, origin, rightOrigin }: Y.Item): number {
    if (parent instanceof Y.ID) return this.#depthAt(parent) + 1;
    // Beside another it lies where that one does, and its parent is not told.
    const beside = origin ?? rightOrigin;
    return parent === null && beside ? this.#depthAt(beside) : 0;
  }

  #depthAt({ client, clock }: Y.ID): number {
    const depths = this.#depths.get(client);
    if (depths?.[0] && clock >= depths[0].clock) {
      let low = 0;
      let high = depths.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((depths[middle]?.clock ?? 0) <= clock) low = middle;
        else high = middle - 1;
      }
      return depths[low]?.depth ?? 0;
    }
    let item: unknown = Y.getItem(this.#document.store, Y.createID(client, clock));
    let depth = -1;
    while (item instanceof Y.Item && depth <= MAX_DEPTH) {
      depth += 1;
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    }
    return Math.max(0, depth);
  }
}
