// A real host that shares its workspace through a real TLS door on the loopback address, and those who come by its invites.
import { randomBytes } from 'node:crypto';
import type { Transport, TransportState } from '../../../renderer/client/transport.ts';
import type { InviteKind, InviteLifetime } from '../../../shared/contract/sharing.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import type { HostOptions } from '../../host/host.ts';
import type { OpenSharingDoor } from '../../host/sharing/sharing-port.ts';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { connectPinned, type PinnedSocket } from '../../sharing-door/pinned-socket.ts';
import { openSharingDoor } from '../../sharing-door/sharing-door.ts';
import { clientOver, type TestClient } from './client-of.ts';

/** Opens the door where a test can reach it and nobody else. */
export const doorForTests: OpenSharingDoor = (options) =>
  openSharingDoor({ ...options, rendererFolder: null, host: '127.0.0.1', names: ['127.0.0.1'] });

export interface SharedHost {
  readonly test: TestHost;
  readonly interviewId: InterviewId;
  readonly documentName: string;
  /** The link of a new invite; of the one interview unless it is for a teammate. */
  link(kind: InviteKind, lifetime?: InviteLifetime): Promise<string>;
  close(): Promise<void>;
}

export async function startSharedHost(options: Partial<HostOptions> = {}): Promise<SharedHost> {
  const test = await startTestHost({ openSharingDoor: doorForTests, ...options });
  await test.call('session.setMe', { name: 'Ines', role: 'pm' });
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { id: interviewId } = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: 'Owner, two food trucks', realName: 'Robert Okafor' },
    plannedAt: null,
    guide: '',
  });
  await test.call('sharing.start', {});
  return {
    test,
    interviewId,
    documentName: interviewDocumentName(interviewId),
    async link(kind, lifetime = 'until-revoked') {
      const { link } = await test.call('sharing.invite', {
        kind,
        interviewId: kind === 'teammate' ? null : interviewId,
        role: kind === 'viewer' ? 'observer' : 'engineer',
        lifetime,
      });
      return link;
    },
    close: () => test.close(),
  };
}

export function newVisitorKey(): string {
  return randomBytes(16).toString('base64url');
}

/** Somebody who came by a link, with everything a page has behind its transport. */
export function visit(link: string, visitorKey = newVisitorKey()): TestClient<PinnedTransport> {
  return clientOver(new PinnedTransport(link, visitorKey));
}

/** Comes by a link, says a name, and is let into documents. */
export async function visitAs(
  name: string,
  link: string,
  visitorKey = newVisitorKey(),
): Promise<TestClient<PinnedTransport>> {
  const client = visit(link, visitorKey);
  await client.client.call('visit.introduce', { name });
  return client;
}

export class PinnedTransport implements Transport {
  readonly #link: string;
  readonly #visitorKey: string;
  readonly #frames = new Set<(frame: Uint8Array) => void>();
  readonly #states = new Set<(state: TransportState) => void>();
  #socket: PinnedSocket | null = null;
  #state: TransportState = { kind: 'connecting' };
  #isClosed = false;

  constructor(link: string, visitorKey: string) {
    this.#link = link;
    this.#visitorKey = visitorKey;
    this.#connect();
  }

  get state(): TransportState {
    return this.#state;
  }

  send(frame: Uint8Array): void {
    if (this.#state.kind === 'open') this.#socket?.send(frame);
  }

  onFrame(listener: (frame: Uint8Array) => void): () => void {
    this.#frames.add(listener);
    return () => this.#frames.delete(listener);
  }

  onState(listener: (state: TransportState) => void): () => void {
    this.#states.add(listener);
    return () => this.#states.delete(listener);
  }

  tryNow(): void {
    if (this.#state.kind === 'closed' && !this.#isClosed) this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.close();
    this.#become({ kind: 'closed', reason: 'closed-here', willRetry: false });
  }

  #connect(): void {
    this.#become({ kind: 'connecting' });
    this.#socket = connectPinned(this.#link, this.#visitorKey, {
      open: () => this.#become({ kind: 'open' }),
      frame: (frame) => {
        for (const listener of this.#frames) listener(frame);
      },
      closed: (error) => {
        if (this.#isClosed) return;
        this.#become({ kind: 'closed', reason: error.code, willRetry: true });
        setTimeout(() => this.tryNow(), 100).unref();
      },
    });
  }

  #become(state: TransportState): void {
    this.#state = state;
    for (const listener of this.#states) listener(state);
  }
}
