// A host in this process with one workspace open, for commands that do their work and end. Who sits at this computer is
// known from the user folder; what was open in Earshot is left as it is there.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Method, Params, Results } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import {
  readWorkspace,
  WORKSPACE_DOCUMENT,
  type WorkspaceFacts,
} from '../../shared/workspace/workspace-document.ts';
import type { Engine } from '../engine/engine-client.ts';
import { openDocumentLogs } from '../host/documents/document-logs.ts';
import { createHost, type Host, type HostOptions } from '../host/host.ts';
import { silentLog } from '../host/log.ts';
import { callHost, listenTo } from './call-host.ts';

export interface InProcessHost {
  /** Rejects with AppError, its message led by the workspace's folder where the folder is the reason. */
  call<M extends Method>(method: M, params: Params<M>): Promise<Results[M]>;
  /** The workspace's records as they are on the disk now. */
  facts(): Promise<WorkspaceFacts>;
  /** Hears of everything the host tells its windows, until the answer is called. */
  listen(onEvent: (event: string, payload: unknown) => void): () => void;
}

interface WorkspaceOptions extends Partial<Pick<HostOptions, 'isOnlyReading' | 'createEngine'>> {
  readonly userFolder: string;
  readonly workspace: string;
}

/** Opens the workspace, does the work, and ends the host, whatever comes of it. */
export async function withWorkspace<T>(
  { userFolder, workspace, ...parts }: WorkspaceOptions,
  work: (host: InProcessHost) => Promise<T>,
): Promise<T> {
  const folder = resolve(workspace);
  const host = await createPassingHost(userFolder, parts);
  try {
    await callHost(host, 'workspaces.open', { folder }).catch((error: unknown) => {
      throw error instanceof AppError ? named(error, folder) : error;
    });
    return await work({
      call: (method, params) => callHost(host, method, params),
      facts: () => readFacts(folder),
      listen: (onEvent) => listenTo(host, onEvent),
    });
  } finally {
    await host.close();
  }
}

/** A host for one command: without windows, without an encoder unless it is given one, and forgetting what it opened. */
export function createPassingHost(userFolder: string, parts: Partial<HostOptions> = {}): Promise<Host> {
  return createHost({
    userFolder: resolve(userFolder),
    defaultFolder: join(homedir(), 'Documents', 'Earshot'),
    sampleFolder: join(import.meta.dirname, '..', 'samples', 'larder'),
    modelFolder: join(import.meta.dirname, '..', 'models', 'earshot-exchange-v1'),
    appVersion: packageJson.version,
    createEngine: noEngine,
    log: silentLog(),
    isPassingThrough: true,
    ...parts,
  });
}

/** The same error, saying which folder, file or brief it is about: a command line shows nothing else. */
export function named(error: AppError, name: string): AppError {
  return new AppError(error.code, `${name}: ${error.message}`, {
    retryable: error.retryable,
    details: { ...error.details },
    cause: error,
  });
}

/** Reads beside the host that has the folder open: what it has acknowledged is in the log. */
async function readFacts(folder: string): Promise<WorkspaceFacts> {
  const logs = await openDocumentLogs(folder, silentLog(), true);
  try {
    const document = await logs.load(WORKSPACE_DOCUMENT);
    const facts = readWorkspace(document);
    document.destroy();
    return facts;
  } finally {
    await logs.close();
  }
}

/** Commands that read and write find no needs; `earshot needs` does. */
export function noEngine(): Engine {
  const refuse = () => Promise.reject(new AppError('engine-failed', 'this command computes nothing'));
  return { extract: refuse, embed: refuse, close: () => undefined };
}
