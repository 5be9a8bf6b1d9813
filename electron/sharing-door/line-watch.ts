// Notices that a far end is gone while something of ours is unanswered: a cable that is pulled says nothing, and until then
// what was sent would be shown as on its way. It knows no socket, only that something went out and something came in.

/** What is told of a line, and done with it. */
export interface WatchedLine {
  /** Makes the far end say something, as a ping does. */
  ask(): void;
  /** Bytes that have come so far, also of a message that is not whole yet. */
  bytesRead(): number;
  /** Nothing came back: the far end is not there. */
  end(): void;
}

/** Silence after something was sent until we ask, and from then until nobody is there. */
const SILENCE_MS = { ask: 2_000, end: 5_000 };
/** With more than this under way, silence may mean a slow line; who has it on the way is noticed by the slower ping. */
const MAX_UNANSWERED_BYTES = 64 * 1024;

export class LineWatch {
  readonly #line: WatchedLine;
  #unansweredBytes = 0;
  /** What had come when we asked; null while nothing is asked. */
  #readWhenAsked: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(line: WatchedLine) {
    this.#line = line;
  }

  sent(bytes: number): void {
    if (this.#isClosed) return;
    this.#unansweredBytes += bytes;
    // One timer for however many frames: typing must not cost a timer a letter.
    this.#timer ??= setTimeout(() => this.#look(), SILENCE_MS.ask).unref();
  }

  heard(): void {
    this.#unansweredBytes = 0;
    this.#readWhenAsked = null;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    this.#timer = null;
    if (this.#isClosed || this.#unansweredBytes === 0) return;
    if (this.#readWhenAsked === null) {
      this.#readWhenAsked = this.#line.bytesRead();
      this.#line.ask();
      this.#timer = setTimeout(() => this.#look(), SILENCE_MS.end).unref();
      return;
    }
    // Where it was us who stood still, what has come meanwhile is read first.
    setImmediate(() => this.#decide());
  }

  #decide(): void {
    if (this.#isClosed || this.#unansweredBytes === 0) return;
    const before = this.#readWhenAsked;
    const isSilent = before !== null && this.#line.bytesRead() === before;
    if (isSilent && this.#unansweredBytes <= MAX_UNANSWERED_BYTES) {
      this.#line.end();
      return;
    }
    this.#readWhenAsked = null;
    this.#timer ??= setTimeout(() => this.#look(), SILENCE_MS.ask).unref();
  }
}
