/** An error that closes one document's connection with a reason the other side can read. */
export function refuse(code: number, reason: string): Error {
  return Object.assign(new Error(reason), { code, reason });
}
