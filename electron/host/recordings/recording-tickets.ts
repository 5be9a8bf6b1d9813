// Who may play what: a ticket stands for one file as it was when it was last looked at, for one connection and some hours.
// It knows no files and no HTTP.
import { randomBytes } from 'node:crypto';
import type { RecordingType } from '../../../shared/interviews/recording.ts';

/** A file as it was when its bytes were known. Whoever serves it compares size and time first. */
export interface RecordingFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly mediaType: RecordingType;
}

export interface RecordingTickets {
  /** The connection's ticket for this file: the same one again while it has hours to go. */
  give(viewer: object, file: RecordingFile): string;
  /** Null for a ticket that was never given out, or is over. */
  fileOf(ticket: string): RecordingFile | null;
  /** The connection has ended, and its tickets with it. */
  left(viewer: object): void;
}

interface Ticket {
  readonly viewer: object;
  readonly file: RecordingFile;
  readonly givenAtMs: number;
}

const LIFE_MS = 12 * 3_600_000;
/** Younger than this, a ticket is given out again. */
const FRESH_MS = 6 * 3_600_000;
const MAX_TICKETS = 64;

export function createRecordingTickets(now: () => Date): RecordingTickets {
  /** In the order of giving. */
  const tickets = new Map<string, Ticket>();

  return {
    give(viewer, file) {
      const nowMs = now().getTime();
      for (const [name, ticket] of tickets) {
        if (nowMs - ticket.givenAtMs >= LIFE_MS) tickets.delete(name);
        else if (ticket.viewer === viewer && isSame(ticket.file, file) && nowMs - ticket.givenAtMs < FRESH_MS)
          return name;
      }
      for (const oldest of tickets.keys()) {
        if (tickets.size < MAX_TICKETS) break;
        tickets.delete(oldest);
      }
      const name = randomBytes(32).toString('base64url');
      tickets.set(name, { viewer, file, givenAtMs: nowMs });
      return name;
    },
    fileOf(name) {
      const ticket = tickets.get(name);
      return ticket && now().getTime() - ticket.givenAtMs < LIFE_MS ? ticket.file : null;
    },
    left(viewer) {
      for (const [name, ticket] of tickets) if (ticket.viewer === viewer) tickets.delete(name);
    },
  };
}

function isSame(a: RecordingFile, b: RecordingFile): boolean {
  return a.path === b.path && a.size === b.size && a.mtimeMs === b.mtimeMs;
}
