// The host in a process of its own, which Electron started: windows are connections, and main is asked for the two things
// only it can do, the folder dialog and starting the engine.

import { join } from 'node:path';
import { assertNever } from '../../shared/result.ts';
import { createEngine } from '../engine/engine-client.ts';
import { createHost, type Host } from '../host/host.ts';
import { createLog } from '../host/log.ts';
import { linesToOthers } from '../sharing-door/lines-to-others.ts';
import { EngineLine } from './engine-line.ts';
import type { FromHost, HostStart, ToHost } from './messages.ts';

type Connection = ReturnType<Host['connect']>;

const connections = new Map<number, Connection>();
const folderQuestions = new Map<number, (folder: string | null) => void>();
const engines = new EngineLine(tellMain);
let lastQuestion = 0;
let host: Host | undefined;
/** One message after the other, so that nothing reaches a host that is still starting. */
let queue: Promise<void> = Promise.resolve();

process.parentPort.on('message', ({ data }: { readonly data: ToHost }) => {
  // These two answer a question that the host may be asking while it starts or stops, so they do not wait in line.
  if (data.kind === 'folder-chosen' || data.kind === 'engine-message' || data.kind === 'engine-exit') {
    answer(data);
    return;
  }
  queue = queue.then(() => handle(data)).catch(end);
});

async function handle(message: Exclude<ToHost, Answer>): Promise<void> {
  switch (message.kind) {
    case 'start':
      host = await start(message.options);
      return;
    case 'open':
      open(message.window);
      return;
    case 'frame':
      connections.get(message.window)?.receive(message.frame);
      return;
    case 'close':
      connections.get(message.window)?.close();
      connections.delete(message.window);
      return;
    case 'invite':
      host?.openInvite(message.link);
      return;
    case 'recording':
      tellMain({ kind: 'recording-file', id: message.id, file: host?.recordingFile(message.ticket) ?? null });
      return;
    case 'stop':
      await host?.close();
      process.exit(0);
      return;
    default:
      assertNever(message);
  }
}

type Answer = Extract<ToHost, { kind: 'folder-chosen' | 'engine-message' | 'engine-exit' }>;

function answer(message: Answer): void {
  if (message.kind !== 'folder-chosen') {
    engines.hear(message);
    return;
  }
  folderQuestions.get(message.id)?.(message.folder);
  folderQuestions.delete(message.id);
}

function start(options: HostStart): Promise<Host> {
  return createHost({
    ...options,
    ...linesToOthers(options),
    readingThreadPath: join(import.meta.dirname, 'reading-thread.js'),
    createEngine: (engine) => createEngine({ ...engine, spawn: () => engines.start() }),
    log: createLog((line) => process.stderr.write(line)),
    chooseFolder: () => choose('choose-folder'),
    chooseRecording: () => choose('choose-recording'),
  });
}

function choose(kind: 'choose-folder' | 'choose-recording'): Promise<string | null> {
  return new Promise((resolve) => {
    lastQuestion += 1;
    folderQuestions.set(lastQuestion, resolve);
    tellMain({ kind, id: lastQuestion });
  });
}

/** A window of this computer: whoever sits here may do everything. */
function open(window: number): void {
  const socket = {
    send: (frame: Uint8Array) => tellMain({ kind: 'frame', window, frame }),
    close: () => {
      connections.delete(window);
      tellMain({ kind: 'close', window });
    },
  };
  const connection = host?.connect(socket, { access: 'owner' });
  if (connection) connections.set(window, connection);
}

function tellMain(message: FromHost): void {
  process.parentPort.postMessage(message);
}

/** A host that cannot start, or is broken, ends; main starts another and says so when that does not help. */
function end(error: unknown): void {
  console.error(error);
  process.exit(1);
}
