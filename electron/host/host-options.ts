// What a host is given and what it gives: the whole surface that doors and programs see.

import type { Person } from '../../shared/workspace/people.ts';
import type { Engine, EngineOptions } from '../engine/engine-client.ts';
import type { Cluster } from './cluster/redis-cluster.ts';
import type { HostConnection, HostSocket, Viewer } from './door.ts';
import type { HostLog } from './log.ts';
import type { RecordingFile } from './recordings/recording-tickets.ts';
import type { Connect } from './replica/peer-line.ts';
import type { OpenSharingDoor } from './sharing/sharing-port.ts';
import type { FileSystem } from './storage/fs-port.ts';

export interface HostOptions {
  /** Where this computer keeps identity, recent workspaces and the sample copy. */
  readonly userFolder: string;
  /** Where new workspaces go unless a person says otherwise. */
  readonly defaultFolder: string;
  /** The sample workspace's content, as shipped. */
  readonly sampleFolder: string;
  /** The encoder's folder. */
  readonly modelFolder: string;
  readonly appVersion: string;
  /** The built program of the thread that reads large transcripts; without it they are read in the host's own. */
  readonly readingThreadPath?: string;
  readonly createEngine: (options?: Pick<EngineOptions, 'idleMs'>) => Engine;
  readonly log: HostLog;
  /** The system's folder dialog, where there is one. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** The system's dialog for an audio or video file, where there is one. */
  readonly chooseRecording?: () => Promise<string | null>;
  /** Opens a line to another host by its invite link, where there is a way to one. */
  readonly connectPeer?: (link: string, person: Person) => Connect;
  /** Other hosts that serve the same workspaces behind a balancer. */
  readonly cluster?: Cluster;
  /** Listens beyond this computer, where there is a way to. */
  readonly openSharingDoor?: OpenSharingDoor;
  readonly now?: () => Date;
  /** The disk that documents are written to: the real one, unless a test has one that fails. */
  readonly fileSystem?: FileSystem;
  /** For a command that runs and ends: what was open is not opened again, and what it opens is not remembered as open. */
  readonly isPassingThrough?: boolean;
  /** Workspaces are opened without their lock and nothing is written into them: also beside an Earshot that has them open. */
  readonly isOnlyReading?: boolean;
}

export interface Host {
  connect(socket: HostSocket, viewer: Viewer): HostConnection;
  /** Somebody opened an invite on this computer: windows are told, and the next one to ask takes it. */
  openInvite(link: string): void;
  /** The file that a ticket from `recordings.state` stands for; null for a ticket that is unknown or over. */
  recordingFile(ticket: string): RecordingFile | null;
  /** Waits until every acknowledged word is on disk and every file is closed. */
  close(): Promise<void>;
}
