// `earshot serve`: the host without a window, for a browser on this computer. It runs until it is told to end, and ends
// only when every acknowledged word is on the disk.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { createEngine } from '../../engine/engine-client.ts';
import { forkEngine } from '../../engine/fork-engine.ts';
import { openCluster } from '../../host/cluster/redis-cluster.ts';
import { createHost, type Host } from '../../host/host.ts';
import { createLog, type HostLog } from '../../host/log.ts';
import { linesToOthers } from '../../sharing-door/lines-to-others.ts';
import { atKeptPort } from '../../web/kept-port.ts';
import { keptToken } from '../../web/kept-token.ts';
import { openWebDoor, type WebDoor } from '../../web/web-door.ts';
import { callHost } from '../call-host.ts';
import { writeOut } from '../output.ts';
import { portNumber } from '../port-number.ts';
import { type SharedLinks, shareWith } from '../share-workspace.ts';
import { defaultUserFolder } from '../user-folder.ts';

export interface ServeOptions {
  /** Undefined: the port of the last start where it is free. */
  readonly port?: number;
  readonly workspace?: string;
  readonly open?: boolean;
  readonly userFolder: string;
  /** Joins this host with others that serve the same workspace. */
  readonly redis?: string;
  /** Opens the door to others, and prints invites. */
  readonly share?: boolean;
  /** Where that door listens, at which port, and under which further names it is reached. */
  readonly shareHost?: string;
  readonly sharePort?: number;
  readonly shareName?: readonly string[];
  readonly json?: boolean;
}

/** Where the build puts its parts: the programs, the page, the engine, and beside them the encoder and the sample. */
export interface BuiltParts {
  readonly rendererFolder: string;
  readonly enginePath: string;
  readonly readingThreadPath?: string;
  readonly modelFolder: string;
  readonly sampleFolder: string;
}

const dist = import.meta.dirname;
const BUILT: BuiltParts = {
  rendererFolder: join(dist, 'renderer'),
  enginePath: join(dist, 'engine-process.js'),
  readingThreadPath: join(dist, 'reading-thread.js'),
  modelFolder: join(dist, '..', 'models', 'earshot-exchange-v1'),
  sampleFolder: join(dist, '..', 'samples', 'larder'),
};

export function registerServeCommand(program: Command): void {
  program
    .command('serve')
    .description('open Earshot in a browser on this computer')
    .option(
      '--port <number>',
      'port of 127.0.0.1, 0 for any (default: the last one, if it is free)',
      portNumber,
    )
    .option('--workspace <folder>', 'open this workspace')
    .option('--open', 'open the browser')
    .option('--redis <url>', 'join other hosts of the same workspace through this Redis')
    .option('--share', 'let others in too, and print an invite for a teammate')
    .option('--share-host <address>', 'listen on this address alone (default: on all of this computer)')
    .option('--share-port <number>', 'port for others (default: the last one, if it is free)', portNumber)
    .option(
      '--share-name <names...>',
      'names under which others reach this computer, put into the invite first',
    )
    .option('--user-folder <folder>', 'where settings, log and sample are kept', defaultUserFolder())
    .option('--json', 'print the address as JSON')
    .action(async (options: ServeOptions) => {
      const serving = await serve(options, BUILT);
      // Before it is printed: whoever waits for the address may tell us to end right after it.
      const told = untilToldToEnd();
      await writeOut(
        options.json
          ? `${JSON.stringify({ url: serving.door.url, port: serving.door.port, ...(serving.shared && { shared: serving.shared }) })}\n`
          : `Earshot is at ${serving.door.url}\n${serving.shared ? sharedText(serving.shared) : ''}`,
      );
      if (options.open) openBrowser(serving.door.url);
      await told;
      await serving.close();
      // A channel to the program that started us would keep this process alive.
      if (process.connected) process.disconnect();
    });
}

/** Throws AppError when the port is taken, or the workspace cannot be opened. */
export async function serve(
  options: ServeOptions,
  parts: BuiltParts,
): Promise<{
  readonly host: Host;
  readonly door: WebDoor;
  /** Null when it is not shared. */
  readonly shared: SharedLinks | null;
  close(): Promise<void>;
}> {
  const userFolder = resolve(options.userFolder);
  await mkdir(userFolder, { recursive: true });
  const { log, closeLog } = openLog(join(userFolder, 'earshot.log'));
  const cluster = options.redis === undefined ? undefined : await openCluster(options.redis, log);
  const host = await createHost({
    ...(cluster && { cluster }),
    userFolder,
    defaultFolder: join(homedir(), 'Documents', 'Earshot'),
    sampleFolder: parts.sampleFolder,
    modelFolder: parts.modelFolder,
    ...(parts.readingThreadPath && { readingThreadPath: parts.readingThreadPath }),
    appVersion: packageJson.version,
    createEngine: (engine) => createEngine({ ...engine, spawn: () => forkEngine(parts.enginePath) }),
    log,
    ...linesToOthers({
      userFolder,
      rendererFolder: parts.rendererFolder,
      ...(options.shareHost !== undefined && { host: options.shareHost }),
      ...(options.sharePort !== undefined && { port: options.sharePort }),
      names: options.shareName ?? [],
    }),
  });
  let door: WebDoor | undefined;
  const close = async () => {
    await door?.close();
    await host.close();
    await cluster?.close();
    await closeLog();
  };
  try {
    if (options.workspace !== undefined)
      await callHost(host, 'workspaces.open', { folder: resolve(options.workspace) });
    const token = await keptToken(userFolder);
    const openAt = (port: number) =>
      openWebDoor(host, { rendererFolder: parts.rendererFolder, port, token, log });
    door = await (options.port === undefined ? atKeptPort(userFolder, openAt) : openAt(options.port));
    log.info('serving', { port: door.port });
    const shared = options.share ? await shareWith(host) : null;
    return { host, door, shared, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function sharedText({ checkWords, teammate }: SharedLinks): string {
  return `Invite for a teammate, shown this once: ${teammate}\nCheck words: ${checkWords.join(' ')}\n`;
}

function openLog(file: string): { readonly log: HostLog; readonly closeLog: () => Promise<void> } {
  const stream = createWriteStream(file, { flags: 'a' });
  // A log that cannot be written, as on a full disk, must not end the host that is trying to save words.
  stream.on('error', () => undefined);
  return {
    log: createLog((line) => stream.write(line)),
    closeLog: () => new Promise((done) => stream.end(() => done())),
  };
}

/** Ctrl C, a polite kill, or the end of the program that started us with a channel between us. */
function untilToldToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
    process.once('disconnect', () => done());
  });
}

function openBrowser(url: string): void {
  const [command, args]: readonly [string, readonly string[]] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? // `start` takes its first quoted argument for a window title.
          ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]]
        : ['xdg-open', [url]];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  // No such command here: the printed address has to do.
  opener.once('error', () => undefined);
  opener.unref();
}
