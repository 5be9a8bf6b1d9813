// Somebody with a computer of their own, to whom everything happens: lines that drop, a disk that fills up, a computer that
// stops at once, a window that closes. They remember what their window called saved.
import { setTimeout as wait } from 'node:timers/promises';
import { Documents } from '../../../renderer/client/documents.ts';
import { HostClient } from '../../../renderer/client/host-client.ts';
import { MemoryTransport } from '../../../renderer/client/memory-transport.ts';
import type { Timers } from '../../../renderer/client/transport.ts';
import type { DocumentHandle } from '../../../renderer/client/workspace-documents.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Viewer } from '../../host/door.ts';
import { createWire, type Wire } from '../../host/replica/testing/wire.ts';
import { startTestHost, type TestHost } from '../../host/testing/start-test-host.ts';
import { NoteWriter } from './note-writer.ts';
import { switchableDisk } from './switchable-disk.ts';

/** A window waits a tenth of its time between attempts: a schedule is short. */
const hurried: Timers = {
  set: (run, afterMs) => setTimeout(run, afterMs / 10),
  // A timer is only ever one that `set` has returned.
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

interface OpenWindow {
  readonly transport: MemoryTransport<Viewer>;
  readonly handle: DocumentHandle;
  readonly writer: NoteWriter;
  close(): void;
}

export interface FuzzPerson {
  readonly wire: Wire | null;
  /** Wires that lead here. */
  readonly wiresHere: Wire[];
  readonly test: () => TestHost | null;
  readonly disk: ReturnType<typeof switchableDisk>;
  /** Of all windows that there were, also those that are closed. */
  readonly writers: readonly NoteWriter[];
  readonly window: () => OpenWindow | null;
  openWindow(document: string, author: PersonId): void;
  closeWindow(): void;
  /** Forgets what was typed so far: it was compared. */
  forget(): void;
  /** Ends the computer as a power cut does, and starts it again. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export async function startPerson(options: {
  readonly name: string;
  /** Whom they join; null for the one who makes the workspace. */
  readonly joins: FuzzPerson | null;
  readonly chance: () => number;
  readonly skewMs: number;
}): Promise<FuzzPerson> {
  const { joins, chance, skewMs } = options;
  const disk = switchableDisk();
  const wire =
    joins &&
    createWire({
      host: () => joins.test()?.host ?? null,
      viewer: () => ({ access: 'member' }),
      delayMs: () => chance() ** 4 * 12,
    });
  const hostOptions = {
    fileSystem: disk,
    now: () => new Date(Date.now() + skewMs),
    ...(wire && { connectPeer: () => wire.connect }),
  };
  let test: TestHost | null = await startTestHost(hostOptions);
  const { folder } = test;
  if (wire) joins?.wiresHere.push(wire);
  const writers: NoteWriter[] = [];
  let page: OpenWindow | null = null;
  if (joins === null) {
    await test.call('session.setMe', { name: options.name, role: 'pm' });
    await test.call('workspaces.create', { name: 'Study', folder: null });
  } else
    await test.call('peers.join', {
      link: 'earshot://join/#secret',
      name: options.name,
      role: 'engineer',
      folder: null,
    });

  const person: FuzzPerson = {
    wire,
    wiresHere: [],
    test: () => test,
    disk,
    writers,
    window: () => page,
    openWindow(document, author) {
      if (page || !test) return;
      const transport = new MemoryTransport<Viewer>(test.host, { access: 'owner' });
      const client = new HostClient(transport);
      const documents = new Documents(client, null, hurried);
      const handle = documents.openDocument(document);
      const writer = new NoteWriter(handle, author, chance);
      writers.push(writer);
      page = {
        transport,
        handle,
        writer,
        close() {
          documents.close();
          client.close();
        },
      };
    },
    closeWindow() {
      page?.close();
      page = null;
    },
    forget() {
      writers.splice(0);
    },
    async crash() {
      if (!test) return;
      const stopped = test;
      test = null;
      disk.set('gone');
      page?.transport.drop();
      await stopped.host.close();
      // A computer that stops tells nobody; its lines are found dead after a while, which here is at once.
      for (const here of person.wiresHere) here.cut();
      await wait(chance() * 5);
      disk.set('works');
      test = await startTestHost(hostOptions, folder);
      page?.transport.moveTo(test.host);
      page?.transport.tryNow();
    },
    async close() {
      person.closeWindow();
      wire?.setPlugged(false);
      await test?.close();
    },
  };
  return person;
}
