/** What JSON bytes hold, or undefined when they are none: for what may have been written by anybody. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // the schema that reads it next refuses it, with everything else that does not fit
  }
}
