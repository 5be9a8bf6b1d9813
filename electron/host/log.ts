// The host's log: one JSON line an entry. It holds ids, codes and counts, never what people said or typed.

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface HostLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Writes lines through `write`; `now` is passed in so that a test can fix it. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): HostLog {
  const entry =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
  return { info: entry('info'), warn: entry('warn'), error: entry('error') };
}

/** For tests and for command lines whose output is their result. */
export function silentLog(): HostLog {
  return createLog(() => undefined);
}
