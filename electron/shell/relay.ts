// Carries bytes between windows and the host, and keeps the host's process (and, for it, the engine's) running.
// It never looks into a frame. The host is a process of its own, so that a fault there takes no window with it.
import { join } from 'node:path';
import { app, ipcMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { MAX_FRAME_BYTES } from '../../shared/protocol.ts';
import { assertNever } from '../../shared/result.ts';
import type { RecordingFile } from '../host/recordings/recording-tickets.ts';
import { chooseFolder, chooseRecording, sayHostKeepsStopping } from './dialogs.ts';
import { CHANNELS, type FromHost, type HostStart, type ToHost } from './messages.ts';
import { isFromOurPage } from './windows.ts';

/** Tells a page that its connection has ended. */
const ENDED = new Uint8Array();
/** A host that stops this often within a minute will not get better by being started again. */
const MAX_STOPS_A_MINUTE = 3;
const STOP_LIMIT_MS = 10_000;

export class Relay {
  readonly #options: HostStart;
  readonly #open = new Map<number, WebContents>();
  readonly #watched = new WeakSet<WebContents>();
  readonly #engines = new Map<number, UtilityProcess>();
  readonly #tickets = new Map<number, (file: RecordingFile | null) => void>();
  #lastTicket = 0;
  #host: UtilityProcess;
  #stops: number[] = [];
  #isStopping = false;

  constructor(options: HostStart) {
    this.#options = options;
    this.#host = this.#startHost();
    ipcMain.on(CHANNELS.open, (event) => {
      if (isFromOurPage(event)) this.#openFor(event.sender);
    });
    ipcMain.on(CHANNELS.close, (event) => {
      if (isFromOurPage(event)) this.#closeFor(event.sender.id);
    });
    ipcMain.on(CHANNELS.frame, (event, frame: unknown) => {
      if (!isFromOurPage(event) || !isFrame(frame) || !this.#open.has(event.sender.id)) return;
      this.#tellHost({ kind: 'frame', window: event.sender.id, frame });
    });
  }

  openInvite(link: string): void {
    this.#tellHost({ kind: 'invite', link });
  }

  /** The file that a page may play by this ticket; null for none. */
  recordingFile(ticket: string): Promise<RecordingFile | null> {
    return new Promise((resolve) => {
      this.#lastTicket += 1;
      this.#tickets.set(this.#lastTicket, resolve);
      this.#tellHost({ kind: 'recording', id: this.#lastTicket, ticket });
    });
  }

  /** Ends the host once everything acknowledged is on the disk. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const host = this.#host;
    if (host.pid === undefined) return;
    const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
    this.#tellHost({ kind: 'stop' });
    const limit = setTimeout(() => host.kill(), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  }

  #startHost(): UtilityProcess {
    const host = utilityProcess.fork(join(import.meta.dirname, 'host-process.js'), [], {
      serviceName: 'Earshot host',
    });
    host.on('message', (message: FromHost) => this.#hear(message));
    host.once('exit', (code) => this.#hostEnded(code));
    host.postMessage({ kind: 'start', options: this.#options } satisfies ToHost);
    return host;
  }

  #tellHost(message: ToHost): void {
    this.#host.postMessage(message);
  }

  #hear(message: FromHost): void {
    switch (message.kind) {
      case 'frame':
        this.#sendTo(message.window, message.frame);
        return;
      case 'close':
        this.#sendTo(message.window, ENDED);
        this.#open.delete(message.window);
        return;
      case 'recording-file':
        this.#tickets.get(message.id)?.(message.file);
        this.#tickets.delete(message.id);
        return;
      case 'choose-folder':
      case 'choose-recording':
        (message.kind === 'choose-folder' ? chooseFolder() : chooseRecording())
          .then((folder) => this.#tellHost({ kind: 'folder-chosen', id: message.id, folder }))
          .catch((error: unknown) => {
            console.error('the dialog failed:', error);
            this.#tellHost({ kind: 'folder-chosen', id: message.id, folder: null });
          });
        return;
      case 'engine-start':
        this.#startEngine(message.id, message.args);
        return;
      case 'engine-message':
        this.#engines.get(message.id)?.postMessage(message.message);
        return;
      case 'engine-stop':
        this.#engines.get(message.id)?.kill();
        return;
      default:
        assertNever(message);
    }
  }

  /** Only main can start a utility process, so the host asks for its engine here. */
  #startEngine(id: number, args: readonly string[]): void {
    const host = this.#host;
    const engine = utilityProcess.fork(join(import.meta.dirname, 'engine-process.js'), [...args], {
      serviceName: 'Earshot engine',
    });
    this.#engines.set(id, engine);
    // An engine may outlive the host it was started for by a moment; the next host numbers its engines anew.
    const tell = (message: ToHost) => {
      if (host === this.#host) this.#tellHost(message);
    };
    engine.on('message', (message: unknown) => tell({ kind: 'engine-message', id, message }));
    engine.once('exit', (code) => {
      if (this.#engines.get(id) === engine) this.#engines.delete(id);
      tell({ kind: 'engine-exit', id, code });
    });
  }

  #openFor(contents: WebContents): void {
    const { id } = contents;
    // A page that was reloaded opens again without having closed.
    this.#closeFor(id);
    if (!this.#watched.has(contents)) {
      this.#watched.add(contents);
      contents.once('destroyed', () => this.#closeFor(id));
    }
    this.#open.set(id, contents);
    this.#tellHost({ kind: 'open', window: id });
  }

  #closeFor(id: number): void {
    if (this.#open.delete(id)) this.#tellHost({ kind: 'close', window: id });
  }

  #sendTo(id: number, frame: Uint8Array): void {
    const contents = this.#open.get(id);
    if (contents !== undefined && !contents.isDestroyed()) contents.send(CHANNELS.frame, frame);
  }

  #hostEnded(code: number): void {
    for (const engine of this.#engines.values()) engine.kill();
    this.#engines.clear();
    // Nobody answers these any more.
    for (const resolve of this.#tickets.values()) resolve(null);
    this.#tickets.clear();
    if (this.#isStopping) return;
    console.error(`the host ended with code ${code}`);
    const now = Date.now();
    this.#stops = [...this.#stops.filter((at) => now - at < 60_000), now];
    if (this.#stops.length >= MAX_STOPS_A_MINUTE) {
      this.#isStopping = true;
      sayHostKeepsStopping();
      app.exit(1);
      return;
    }
    const windows = [...this.#open.values()];
    // Frames still on their way belong to the old connection: none is passed on until a page opens a new one.
    this.#open.clear();
    this.#host = this.#startHost();
    for (const contents of windows) {
      if (!contents.isDestroyed()) contents.send(CHANNELS.frame, ENDED);
    }
  }
}

function isFrame(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length > 0 && value.length <= MAX_FRAME_BYTES;
}
