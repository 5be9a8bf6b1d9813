// A real host in a temporary folder, for tests: real files, a real router, no port. Only the engine may be a stand-in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Method, Params, Results } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  type ClientFrame,
  decodeFrame,
  encodeCallFrame,
  HostFrame,
  PROTOCOL_VERSION,
} from '../../../shared/protocol.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { createHost, type Host, type HostOptions } from '../host.ts';
import { silentLog } from '../log.ts';

export interface TestHost {
  readonly host: Host;
  /** Holds the user folder and the default folder; removed on close. */
  readonly folder: string;
  /** Calls a method as this computer's owner, through frames like any door. Rejects with AppError. */
  call<M extends Method>(method: M, params: Params<M>, signal?: AbortSignal): Promise<Results[M]>;
  readonly events: readonly { readonly event: string; readonly payload: unknown }[];
  /** Resolves with the next event that arrives after the call. */
  nextEvent(): Promise<void>;
  /** Closes the window through which `call` goes. */
  leave(): void;
  /** Ends the host and removes the folder. */
  close(): Promise<void>;
  /** Ends the host and starts another on the same folder. */
  restart(): Promise<TestHost>;
}

const projectFolder = join(import.meta.dirname, '..', '..', '..');

export async function startTestHost(options: Partial<HostOptions> = {}, folder?: string): Promise<TestHost> {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'earshot-host-')));
  const host = await createHost({
    userFolder: join(root, 'user'),
    defaultFolder: join(root, 'workspaces'),
    sampleFolder: join(projectFolder, 'samples', 'larder'),
    modelFolder: join(projectFolder, 'models', 'earshot-exchange-v1'),
    appVersion: '0.0.0-test',
    createEngine: noEngine,
    log: silentLog(),
    ...options,
  });
  const events: { event: string; payload: unknown }[] = [];
  const sleepers: (() => void)[] = [];
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 0;
  const connection = host.connect(
    {
      send(frame) {
        const decoded = decodeFrame(frame, HostFrame);
        if (decoded.channel === 'document') return;
        const { message } = decoded;
        if (message.kind === 'event') {
          events.push({ event: message.event, payload: message.payload });
          for (const wake of sleepers.splice(0)) wake();
        }
        if (message.kind === 'result') waiting.get(message.id)?.resolve(message.result);
        if (message.kind === 'error') waiting.get(message.id)?.reject(AppError.fromData(message.error));
      },
      close() {},
    },
    { access: 'owner' },
  );
  const send = (frame: ClientFrame) => connection.receive(encodeCallFrame(frame));
  send({ kind: 'hello', version: PROTOCOL_VERSION });
  return {
    host,
    folder: root,
    events,
    call(method, params, signal) {
      const id = nextId++;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      send({ kind: 'call', id, method, params });
      signal?.addEventListener('abort', () => send({ kind: 'give-up', id }), { once: true });
      // What the router answers for a method is that method's result; the wire has no types.
      return answer as Promise<Results[typeof method]>;
    },
    leave: () => connection.close(),
    nextEvent: () => new Promise((resolve) => sleepers.push(resolve)),
    async close() {
      await host.close();
      await rm(root, { recursive: true, force: true });
    },
    async restart() {
      await host.close();
      return startTestHost(options, root);
    },
  };
}

/** For tests in which nothing is extracted. */
function noEngine(): Engine {
  const refuse = () => Promise.reject(new AppError('engine-failed', 'this test has no engine'));
  return { extract: refuse, embed: refuse, close: () => undefined };
}
