// A screen with everything it counts on, over a host that answers each method as the test says. The workspace's records
// are written straight into the page's own document; what a real host makes of calls is tested in electron/e2e.
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { OpenWorkspace, SessionState } from '../../shared/contract/session.ts';
import type { EventName, Events, Method, Params, Results } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { PersonId, WorkspaceId } from '../../shared/ids.ts';
import { ClientFrame, decodeFrame, encodeCallFrame } from '../../shared/protocol.ts';
import { putRecord, WORKSPACE_DOCUMENT } from '../../shared/workspace/workspace-document.ts';
import { type Connectable, MemoryTransport } from '../client/memory-transport.ts';
import { createHostFacilities, HostProvider } from '../state/host-context.tsx';
import { UiProviders } from '../ui/ui-providers.tsx';

/** What the host says to a method. Without an answer it refuses with `not-found`; an AppError that is thrown is told. */
export type Answers = { readonly [M in Method]?: (params: Params<M>) => Results[M] };

export const larder: OpenWorkspace = {
  id: WorkspaceId.parse('w1'),
  folder: '/home/ines/Larder',
  name: 'Larder',
  isSample: false,
  readOnlyBecause: null,
  damage: [],
};

export const inesAtLarder: SessionState = {
  appVersion: '1.0.0',
  platform: 'linux',
  me: { id: PersonId.parse('p1'), name: 'Ines', role: 'pm' },
  isNamed: true,
  workspace: larder,
  recent: [],
  defaultFolder: '/home/ines/Documents',
  canChooseFolder: false,
};

type Put = Parameters<typeof putRecord> extends [unknown, ...infer Rest] ? Rest : never;

export interface MountOptions {
  readonly answers?: Answers;
  /** Records of the workspace, put there before the screen is mounted. */
  readonly records?: readonly Put[];
  /** Takes up what an earlier page had not sent. */
  readonly keepsUnsent?: boolean;
}

export async function mountWithHost(screen: ReactNode, options: MountOptions = {}) {
  const { answers = {}, records = [], keepsUnsent = false } = options;
  const asked: { readonly method: Method; readonly params: unknown }[] = [];
  const known: Answers = { 'session.state': () => inesAtLarder, ...answers };
  const host = answeringHost((method, params) => {
    asked.push({ method, params });
    // The table is typed by method; what comes over the wire is not, and was written by this page.
    const answer = known[method] as ((params: unknown) => unknown) | undefined;
    if (answer === undefined) throw new AppError('not-found', `this test does not answer ${method}`);
    return answer(params);
  });
  // What the screen of an earlier test had not sent would come back here, as it should for a person.
  for (const key of Object.keys(window.localStorage))
    if (!keepsUnsent && key.startsWith('earshot.unsent ')) window.localStorage.removeItem(key);
  const facilities = createHostFacilities(new MemoryTransport(host, null), window);
  // Records written before the workspace is known would belong to none.
  await vi.waitUntil(
    () => facilities.documents.workspaceKey !== null && facilities.session.getState().session !== null,
  );
  const { document } = facilities.documents.openDocument(WORKSPACE_DOCUMENT);
  const put = (...record: Put) => putRecord(document, ...record);
  for (const record of records) put(...record);
  render(
    <UiProviders>
      <HostProvider host={facilities}>{screen}</HostProvider>
    </UiProviders>,
  );
  return {
    facilities,
    put,
    /** What a host tells every window. */
    tell: <E extends EventName>(event: E, payload: Events[E]) =>
      host.tell(encodeCallFrame({ kind: 'event', event, payload })),
    /** Params of every call of this method so far, oldest first. */
    asked: <M extends Method>(method: M): readonly Params<M>[] =>
      // As this page sent them, through types that were checked.
      asked.filter((call) => call.method === method).map((call) => call.params as Params<M>),
  };
}

function answeringHost(
  answer: (method: Method, params: unknown) => unknown,
): Connectable<null> & { tell(frame: Uint8Array): void } {
  const windows = new Set<(frame: Uint8Array) => void>();
  return {
    tell: (frame) => {
      for (const send of windows) send(frame);
    },
    connect: ({ send }) => ({
      receive(bytes) {
        windows.add(send);
        const frame = decodeFrame(bytes, ClientFrame);
        if (frame.channel === 'document') return;
        const { message } = frame;
        if (message.kind === 'hello') send(encodeCallFrame({ kind: 'welcome', version: 1 }));
        if (message.kind !== 'call') return;
        try {
          // Only this page's own methods are called.
          const result = answer(message.method as Method, message.params);
          send(encodeCallFrame({ kind: 'result', id: message.id, result }));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          send(encodeCallFrame({ kind: 'error', id: message.id, error: error.toData() }));
        }
      },
      close: () => undefined,
    }),
  };
}
