// Hocuspocus' provider, kept strict. Stock, it sends edits before it is let in and repeats them from a queue after a
// reconnect, so that its count of unacknowledged edits can reach 0 while some are still on their way.
// Here nothing but the key goes out before the host has let us in, and every answer is to something counted.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import type { DocumentGate } from './document-gate.ts';
import { documentSocketClass } from './document-socket.ts';

/** The transport notices losses; Hocuspocus divides this by ten for an interval, whose limit is 2^31 - 1 ms. */
const NEVER_MS = 20_000_000_000;
/** A new socket waits for the gate by itself, so this delay only keeps a loop from spinning. */
const RETRY_DELAY_MS = 20;

/** The socket that all documents of one workspace share. */
export class DocumentLine extends HocuspocusProviderWebsocket {
  constructor(gate: DocumentGate) {
    super({
      url: 'earshot:',
      WebSocketPolyfill: documentSocketClass(gate),
      delay: RETRY_DELAY_MS,
      minDelay: RETRY_DELAY_MS,
      factor: 1,
      jitter: false,
      messageReconnectTimeout: NEVER_MS,
    });
  }

  /** What cannot be sent now is dropped, not queued: syncing after the next opening carries it. */
  override send(message: unknown): void {
    if (this.webSocket?.readyState === 1) super.send(message);
  }
}

export interface DocumentProviderOptions {
  readonly name: string;
  readonly document: Y.Doc;
  readonly line: DocumentLine;
  /** Proves which workspace is meant; asked for at every opening. */
  readonly key: () => string;
  /** The host has ended this one document's connection while the line stays open. */
  readonly onClosedByHost: () => void;
}

export class DocumentProvider extends HocuspocusProvider {
  constructor(options: DocumentProviderOptions) {
    const { line } = options;
    super({
      name: options.name,
      document: options.document,
      websocketProvider: line,
      token: options.key,
      // A connection of its own for every opening: a message of an earlier one cannot be taken for one of this.
      sessionAwareness: true,
      onClose: () => {
        // The same callback is used when the line itself closes, and then the line is no longer connected.
        if (line.status === 'connected') options.onClosedByHost();
      },
    });
    this.attach();
  }

  /** Opens this document's connection anew, under a new name for it. */
  reopen(): void {
    this.leave();
    this.sessionId = newSessionId();
    this.attach();
  }

  /** Stops without a goodbye: for a connection that the host has ended already, or never let in. */
  leave(): void {
    this.configuration.websocketProvider.configuration.providerMap.delete(this.effectiveName);
    this.detach();
    this.isAuthenticated = false;
    this.synced = false;
  }

  override async onOpen(event: Event): Promise<void> {
    this.isAuthenticated = false;
    this.emit('open', { event });
    await this.sendToken();
  }

  override authenticatedHandler(scope: string): void {
    super.authenticatedHandler(scope);
    this.startSync();
  }

  override send(...[message, content]: Parameters<HocuspocusProvider['send']>): void {
    const isKey = typeof content === 'object' && content !== null && 'token' in content;
    if (isKey || this.isAuthenticated) super.send(message, content);
  }
}

function newSessionId(): string {
  return Math.random().toString(36).slice(2);
}
