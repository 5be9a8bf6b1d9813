// What the readers of captions hand to each other once mark-up is gone and before anybody is named.

/** A caption after its mark-up is gone, its lines still apart. */
export interface SpokenCaption {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly line: number;
  /** A name the format itself gives: a voice tag or a caption id. Undefined when it has no place for one. */
  readonly voice: string | null | undefined;
  /** Lines of words, none blank. */
  readonly lines: readonly string[];
}
