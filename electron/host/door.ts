// What a door and the host hold of each other: a viewer, a socket, a connection. Types only.
import type { Access } from '../../shared/contract/parts.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Visit } from './sharing/visit.ts';

/** Who stands at the door; decided by the door, never by what comes through it. */
export interface Viewer {
  readonly access: Access;
  /** Who came by an invite, and what it opens; windows and commands of this computer have none. */
  readonly visit?: Visit;
}

/** The near end of a transport. `send` may throw when the far end is gone. */
export interface HostSocket {
  send(frame: Uint8Array): void;
  close(): void;
}

export interface HostConnection {
  /** Takes one frame as it came. Never throws: bad input is answered by name, and a foreign protocol ends the connection. */
  receive(frame: Uint8Array): void;
  /** Says why, and ends the transport. */
  refuse(error: AppError): void;
  /** The transport is gone. */
  close(): void;
}
