// Who is here by an invite, and who may come in. It ends a visit the moment its invite no longer holds; it knows no socket,
// only connections that can be refused.

import { AppError } from '../../../shared/errors.ts';
import type { InterviewId, WorkspaceId } from '../../../shared/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { parseInviteToken } from '../../../shared/sharing/invite-link.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { HostConnection, Viewer } from '../door.ts';
import { inviteReason, MAX_GUESTS, refusal } from './invite-rules.ts';
import {
  hashOf,
  type InviteRecord,
  isSecretOf,
  type SharingStore,
  type VisitorRecord,
} from './sharing-store.ts';
import type { Visit } from './visit.ts';

export interface VisitsOptions {
  readonly store: SharingStore;
  readonly currentWorkspace: () => WorkspaceId | null;
  /** When the clock of this interview was ended; null while it was not, or nobody knows. */
  readonly endedAt: (id: InterviewId) => Promise<number | null>;
  readonly now: () => Date;
  readonly onChange: () => void;
}

const LOOK_MS = 5_000;
/** Windows of one visitor over time; far more than anybody opens. */
const MAX_CLIENTS = 500;

export class Visits {
  readonly #options: VisitsOptions;
  readonly #here = new Map<Visit, HostConnection>();
  readonly #endedAt = new Map<InterviewId, number | null>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: VisitsOptions) {
    this.#options = options;
  }

  get here(): readonly Visit[] {
    return [...this.#here.keys()];
  }

  admit(token: string, visitorKey: string): Result<Viewer, AppError> {
    const guess = parseInviteToken(token);
    const invite = this.#options.store.data.invites.find((one) => one.id === guess?.inviteId);
    // Compared also when there is no such invite, so that the time tells nothing.
    const isKnown = isSecretOf(guess?.secret ?? '', invite?.secretHash);
    if (!invite || !isKnown || !/^[A-Za-z0-9_-]{22}$/.test(visitorKey)) return fail(refusal('unknown'));
    const visit = this.#visitOf(invite, hashOf(visitorKey));
    const over = visit.over();
    if (over) return fail(over);
    const others = this.here.filter(
      (one) => one.kind === visit.kind && one.interviewId === visit.interviewId,
    );
    const isFull = others.length >= MAX_GUESTS;
    if (isFull) return fail(refusal('full'));
    return ok({ access: visit.kind === 'viewer' ? 'guest' : 'member', visit });
  }

  arrived(visit: Visit, connection: HostConnection): void {
    this.#here.set(visit, connection);
    this.#timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
    this.#options.onChange();
    void this.look();
  }

  left(visit: Visit): void {
    if (!this.#here.delete(visit)) return;
    if (this.#here.size === 0) this.#stopLooking();
    this.#options.onChange();
  }

  /** Ends every visit that no longer holds. */
  async look(): Promise<void> {
    const interviews = new Set(this.here.flatMap((visit) => visit.interviewId ?? []));
    for (const id of interviews) this.#endedAt.set(id, await this.#options.endedAt(id).catch(() => null));
    this.endOver();
  }

  /** The same with what is known already, at once. */
  endOver(): void {
    for (const [visit, connection] of [...this.#here]) {
      const over = visit.over();
      if (over) connection.refuse(over);
    }
  }

  endAll(reason: AppError): void {
    for (const connection of [...this.#here.values()]) connection.refuse(reason);
    this.#stopLooking();
  }

  invite(visit: Visit): InviteRecord {
    const invite = this.#options.store.data.invites.find(({ id }) => id === visit.inviteId);
    if (!invite) throw refusal('unknown');
    return invite;
  }

  visitor(visit: Pick<Visit, 'inviteId' | 'visitorHash'>): VisitorRecord | undefined {
    return this.#options.store.data.visitors.find(
      (one) => one.inviteId === visit.inviteId && one.keyHash === visit.visitorHash,
    );
  }

  #visitOf(invite: InviteRecord, visitorHash: string): Visit {
    const { id: inviteId, kind, interviewId, workspaceId } = invite;
    const visitor = () => this.visitor({ inviteId, visitorHash });
    return {
      inviteId,
      kind,
      interviewId,
      workspaceId,
      visitorHash,
      person: () => personOf(visitor()),
      owns: (client) => visitor()?.clients.includes(client) ?? false,
      isOthers: (client) => this.#ownerOf(client, visitorHash) !== undefined,
      claim: (client) => this.#claim(client, visitor(), visitorHash),
      over: () => {
        if (this.#options.currentWorkspace() !== workspaceId) return refusal('another-workspace');
        // Looked up anew: an invite that was forgotten counts as revoked.
        const now = this.#options.store.data.invites.find((one) => one.id === inviteId);
        if (!now) return refusal('revoked');
        const ended = interviewId === null ? null : (this.#endedAt.get(interviewId) ?? null);
        const reason = inviteReason(now, visitor(), ended, this.#options.now());
        return reason && refusal(reason);
      },
    };
  }

  #ownerOf(client: number, butNot: string): VisitorRecord | undefined {
    return this.#options.store.data.visitors.find(
      (one) => one.keyHash !== butNot && one.clients.includes(client),
    );
  }

  async #claim(client: number, visitor: VisitorRecord | undefined, visitorHash: string): Promise<boolean> {
    if (!visitor || this.#ownerOf(client, visitorHash)) return false;
    const before = visitor.clients;
    visitor.clients = [...before, client].slice(-MAX_CLIENTS);
    try {
      await this.#options.store.write();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      visitor.clients = before;
      return false;
    }
    return true;
  }

  #stopLooking(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }
}

function personOf(visitor: VisitorRecord | undefined): Person | null {
  return visitor ? { id: visitor.personId, name: visitor.name, role: visitor.role } : null;
}
