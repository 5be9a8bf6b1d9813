// What the host asks of a door to the outside, and what the door asks of the host. Types only: the host knows no door.
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { HostConnection, HostSocket, Viewer } from '../door.ts';
import type { HostLog } from '../log.ts';

export interface SharingDoor {
  readonly port: number;
  /** SHA-256 of the public key it proves (SubjectPublicKeyInfo, DER), base64url. */
  readonly key: string;
  /** `host:port`, the likeliest first; empty on no network. */
  addresses(): readonly string[];
  close(): Promise<void>;
}

/** The desk behind the door: whoever is let in was let in here. */
export interface VisitorsDesk {
  areBrowsersAllowed(): boolean;
  /**
   * Whether a token opens anything. The error's `details.reason` is `unknown` for a stranger; for who knows the secret
   * it says more: `expired`, `revoked`, `full`, `another-workspace`.
   */
  admit(token: string, visitorKey: string): Result<Viewer, AppError>;
  connect(socket: HostSocket, viewer: Viewer): HostConnection;
}

export interface SharingDoorOptions {
  readonly userFolder: string;
  /** The port of the last time, so that old links work; 0 takes any. */
  readonly port: number;
  readonly desk: VisitorsDesk;
  readonly log: HostLog;
}

/** Rejects with AppError `sharing-failed` when the system gives no port. */
export type OpenSharingDoor = (options: SharingDoorOptions) => Promise<SharingDoor>;
