/** A set of listeners. Each `add` stands alone, even for the same function, and returns the way to take it back. */
export class Listeners<T> {
  readonly #all = new Set<{ readonly hear: (value: T) => void }>();

  add(hear: (value: T) => void): () => void {
    const entry = { hear };
    this.#all.add(entry);
    return () => {
      this.#all.delete(entry);
    };
  }

  /** Tells those who listen now; who is added or removed meanwhile does not change this round. */
  tell(value: T): void {
    for (const { hear } of [...this.#all]) hear(value);
  }

  clear(): void {
    this.#all.clear();
  }
}
