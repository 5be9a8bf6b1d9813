// What every JSON reader makes of a file: one entry for each piece of speech, in the file's order.

export interface JsonEntry {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

/** Null when the document is not of the reader's kind. It never throws, whatever the document is. */
export type JsonReader = (document: unknown) => readonly JsonEntry[] | null;
