// A real disk on which the n-th change goes wrong: refused once, refused from then on (a full disk), or never reached
// because the process is gone. Every way of storing is run against every n.
import type { FileSystem, OpenFile } from '../fs-port.ts';
import { nodeFileSystem } from '../fs-port.ts';

export interface Fault {
  /** The first change has number 1. */
  readonly at: number;
  /** The system error's code, such as ENOSPC or EIO. */
  readonly code: string;
  /** `once`: only this change fails. `space`: all that need space fail until `heal`. `crash`: nothing happens any more. */
  readonly kind: 'once' | 'space' | 'crash';
}

export interface FaultyFileSystem extends FileSystem {
  /** How many changes were asked for so far. */
  readonly changes: number;
  heal(): void;
  /** Frees the descriptors that a simulated crash left open. */
  closeAll(): Promise<void>;
}

const NEEDS_SPACE = ['open', 'write', 'datasync', 'sync', 'copy', 'link', 'rename', 'makeFolder'];

export function faultyFileSystem(fault: Fault | null): FaultyFileSystem {
  let changes = 0;
  let isHealed = fault === null;
  const opened = new Set<OpenFile>();

  function fails(operation: string): boolean {
    changes += 1;
    if (isHealed || fault === null || changes < fault.at) return false;
    if (fault.kind === 'once') return changes === fault.at;
    if (fault.kind === 'crash') return true;
    return NEEDS_SPACE.includes(operation);
  }

  function failure(operation: string): Error {
    return Object.assign(new Error(`${operation}: injected`), { code: fault?.code ?? 'EIO' });
  }

  function change<A extends readonly unknown[], R>(
    operation: string,
    real: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return async (...args) => {
      if (fails(operation)) throw failure(operation);
      return await real(...args);
    };
  }

  function look<A extends readonly unknown[], R>(
    real: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return async (...args) => {
      if (!isHealed && fault?.kind === 'crash' && changes >= fault.at) throw failure('read');
      return await real(...args);
    };
  }

  function wrap(file: OpenFile): OpenFile {
    opened.add(file);
    return {
      async write(bytes, position) {
        if (!fails('write')) return await file.write(bytes, position);
        // Half of it arrives: a torn record, as a full disk and a crash leave it.
        await file.write(bytes.subarray(0, bytes.length >> 1), position);
        throw failure('write');
      },
      datasync: change('datasync', () => file.datasync()),
      sync: change('sync', () => file.sync()),
      truncate: change('truncate', (size) => file.truncate(size)),
      touch: change('touch', () => file.touch()),
      facts: look(() => file.facts()),
      async close() {
        opened.delete(file);
        await file.close();
      },
    };
  }

  return {
    get changes() {
      return changes;
    },
    heal() {
      isHealed = true;
    },
    async closeAll() {
      for (const file of opened) await file.close();
      opened.clear();
    },
    open: change('open', async (file, how, mode) => wrap(await nodeFileSystem.open(file, how, mode))),
    readFile: look(nodeFileSystem.readFile),
    facts: look(nodeFileSystem.facts),
    list: look(nodeFileSystem.list),
    rename: change('rename', nodeFileSystem.rename),
    link: change('link', nodeFileSystem.link),
    copy: change('copy', nodeFileSystem.copy),
    remove: change('remove', nodeFileSystem.remove),
    setMode: change('setMode', nodeFileSystem.setMode),
    makeFolder: change('makeFolder', nodeFileSystem.makeFolder),
    syncFolder: change('syncFolder', nodeFileSystem.syncFolder),
  };
}

/** Runs `attempt` with every change failing once in turn, until a number is reached that no change has any more. */
export async function atEveryChange(
  kind: Fault['kind'],
  code: string,
  attempt: (fileSystem: FaultyFileSystem, at: number) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at++) {
    const fileSystem = faultyFileSystem({ at, code, kind });
    try {
      await attempt(fileSystem, at);
    } finally {
      await fileSystem.closeAll();
    }
    if (fileSystem.changes < at) return at - 1;
  }
}
