// What may come through a document channel, checked before anything is logged, applied or acknowledged. The numbers are
// far above what people do and far below what hurts; joint-notes.md has what each attack cost without them.
import type {
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  Extension,
  onAuthenticatePayload,
} from '@hocuspocus/server';
import { createDecoder, hasContent, readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';
import type { HostLog } from '../log.ts';
import { mayOpenDocument } from '../sharing/visitor-rights.ts';
import type { DocumentContext } from './document-context.ts';
import { inspectUpdate, MAX_DEPTH } from './inspect-update.ts';
import { refuse } from './refuse.ts';
import { requireVisitorsPresence, requireVisitorsUpdate } from './visitor-guard.ts';

/** One edit, or what a window typed while it was offline. */
const MAX_UPDATE_BYTES = 16 * 1024 * 1024;
const MAX_STATE_VECTOR_BYTES = 64 * 1024;
const MAX_AWARENESS_BYTES = 4 * 1024;
/** State vectors make the server encode a whole document; a window sends one when it opens and when it comes back. */
const STATE_VECTORS_PER_10_S = 30;
/** Updates that wait for earlier ones: an honest sender leaves no gaps. */
const MAX_PENDING_BYTES = 256 * 1024;

export function guard(options: {
  isKnown: (name: string) => boolean;
  /** Whether it was changed by a newer Earshot. */
  isNewer: (name: string) => Promise<boolean>;
  key: string;
  /** The same for who came by an invite. */
  visitorsKey: string | undefined;
  log: HostLog;
}): Extension<DocumentContext> {
  const seen = new WeakMap<object, { from: number; count: number }>();
  return {
    extensionName: 'guard',
    priority: 900,
    async onAuthenticate({
      documentName,
      token,
      context,
      connectionConfig,
    }: onAuthenticatePayload<DocumentContext>) {
      // Whoever still means the workspace that was open before must not write into this one.
      const { viewer = { access: 'owner' } } = context;
      if (token !== (viewer.visit ? options.visitorsKey : options.key))
        throw refuse(4409, 'another-workspace');
      // The same answer for what there is and what there is not: other interviews are none of a guest's business.
      if (!mayOpenDocument(viewer, documentName)) throw refuse(4403, 'not-in-your-invite');
      if (!options.isKnown(documentName)) throw refuse(4404, 'no-such-document');
      if (!context.mayWrite || (await options.isNewer(documentName))) connectionConfig.readOnly = true;
    },
    async beforeSync({ type, payload, document, connection, context }: beforeSyncPayload<DocumentContext>) {
      if (type === 0) {
        if (payload.length > MAX_STATE_VECTOR_BYTES) throw refuse(1009, 'state-vector-too-large');
        const now = Date.now();
        const rate = seen.get(connection) ?? { from: now, count: 0 };
        if (now - rate.from > 10_000) Object.assign(rate, { from: now, count: 0 });
        rate.count += 1;
        seen.set(connection, rate);
        if (rate.count > STATE_VECTORS_PER_10_S) throw refuse(4429, 'too-many-state-vectors');
        return;
      }
      requireUpdate(payload);
      const facts = inspectUpdate(document, payload);
      if (facts.depth > MAX_DEPTH) throw refuse(4400, 'too-deep');
      if (context.viewer)
        await requireVisitorsUpdate(context.viewer, facts, { document, connection, payload });
      const pending = document.store.pendingStructs;
      if (pending && pending.update.length > MAX_PENDING_BYTES) throw refuse(4400, 'too-many-gaps');
    },
    async beforeHandleAwareness({
      states,
      document,
      connection,
      context,
    }: beforeHandleAwarenessPayload<DocumentContext>) {
      for (const [client, state] of states) {
        if (JSON.stringify(state).length <= MAX_AWARENESS_BYTES) continue;
        options.log.warn('awareness-refused', { document: document.name });
        if (context?.viewer?.visit) throw refuse(4400, 'presence-too-large');
        states.delete(client);
      }
      if (context?.viewer?.visit) requireVisitorsPresence(context.viewer.visit, states, document, connection);
    },
  };
}

/** Refuses what is too large or no update at all, before it is logged or applied. */
export function requireUpdate(update: Uint8Array): void {
  if (update.length > MAX_UPDATE_BYTES) throw refuse(1009, 'update-too-large');
  if (!isUpdate(update)) throw refuse(4400, 'malformed-update');
}

/** True for a complete V1 update. Decoding is also what finds a claim of millions of structs in ten bytes. */
function isUpdate(payload: Uint8Array): boolean {
  try {
    Y.decodeUpdate(payload);
    // An update of the second version begins with a zero, and would pass for one that only deletes.
    return payload[0] !== 0 || isDeletesAlone(payload);
  } catch {
    return false; // whatever Yjs threw, it is no update
  }
}

/** Without structs, an update is zero, then for each client its ranges, and ends there. */
function isDeletesAlone(payload: Uint8Array): boolean {
  const decoder = createDecoder(payload);
  readVarUint(decoder);
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    readVarUint(decoder);
    for (let numbers = 2 * readVarUint(decoder); numbers > 0; numbers -= 1) readVarUint(decoder);
  }
  return !hasContent(decoder);
}
