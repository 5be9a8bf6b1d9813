// What every screen may ask for: the client, the documents, the session and where the person is. Made once, at the root.
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { SessionState } from '../../shared/contract/session.ts';
import { readInterview } from '../../shared/interviews/interview-document.ts';
import { readWorkspace, WORKSPACE_DOCUMENT } from '../../shared/workspace/workspace-document.ts';
import { Documents } from '../client/documents.ts';
import { HostClient } from '../client/host-client.ts';
import { type KeptInvite, keptInvite } from '../client/invite-token.ts';
import type { Transport } from '../client/transport.ts';
import { DocumentView } from './document-view.ts';
import { createNavigation, type NavigationStore } from './navigation.ts';
import { createSessionStore, type Session, type SessionStore } from './session-store.ts';
import { StorageWatcher } from './storage-store.ts';

export interface HostFacilities {
  readonly client: HostClient;
  readonly documents: Documents;
  readonly session: SessionStore;
  readonly navigation: NavigationStore;
  readonly views: DocumentViews;
  readonly storage: StorageWatcher;
  /** The invite that brought this page; null on the computer of whoever has the workspace. */
  readonly invite: KeptInvite | null;
  readonly close: () => void;
}

export type DocumentViews = ReturnType<typeof createDocumentViews>;

/** Everything between the transport and the screens. */
export function createHostFacilities(transport: Transport, page: Window): HostFacilities {
  const client = new HostClient(transport);
  const documents = new Documents(client, page.localStorage);
  const session = createSessionStore(client);
  const storage = new StorageWatcher();
  const leaveStorage = client.on('storage.changed', storage.set);
  const navigation = createNavigation(page);
  return {
    client,
    documents,
    session: session.store,
    navigation: navigation.store,
    views: createDocumentViews(documents),
    storage,
    invite: keptInvite(page),
    close() {
      leaveStorage();
      navigation.close();
      session.close();
      documents.close();
      client.close();
    },
  };
}

const HostContext = createContext<HostFacilities | null>(null);

export function HostProvider({
  host,
  children,
}: {
  readonly host: HostFacilities;
  readonly children: ReactNode;
}) {
  return <HostContext value={host}>{children}</HostContext>;
}

export function useHost(): HostFacilities {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost needs a HostProvider above it');
  return host;
}

/** The session as last told; null until the host has answered for the first time. */
export function useSession(): SessionState | null {
  return useStore(useHost().session, (state) => state.session);
}

/** The whole session store, with its error and its actions. */
export function useSessionStore(): Session {
  return useStore(useHost().session);
}

/** One view per document, so that ten components that show a document read it once. Views without listeners cost nothing. */
function createDocumentViews(documents: Documents) {
  const interviews = new Map<string, DocumentView<ReturnType<typeof readInterview>>>();
  const plain = new Map<string, DocumentView<null>>();
  return {
    workspace: new DocumentView(documents, WORKSPACE_DOCUMENT, readWorkspace),
    interview: (name: string) =>
      once(interviews, name, () => new DocumentView(documents, name, readInterview)),
    plain: (name: string) => once(plain, name, () => new DocumentView(documents, name, () => null)),
  };
}

function once<T>(made: Map<string, T>, name: string, make: () => T): T {
  const found = made.get(name) ?? make();
  made.set(name, found);
  return found;
}
