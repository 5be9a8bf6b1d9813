// The real disk, until a test says that it is full or that the computer is gone: then nothing more reaches it.
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../host/storage/fs-port.ts';

export type DiskMode = 'works' | 'full' | 'gone';

export interface SwitchableDisk extends FileSystem {
  set(mode: DiskMode): void;
}

export function switchableDisk(): SwitchableDisk {
  let mode: DiskMode = 'works';
  const refuse = () => {
    const code = mode === 'full' ? 'ENOSPC' : 'EIO';
    return Object.assign(new Error(`the disk is ${mode}`), { code });
  };

  function change<A extends readonly unknown[], R>(real: (...args: A) => Promise<R>, needsSpace: boolean) {
    return async (...args: A): Promise<R> => {
      if (mode === 'gone' || (mode === 'full' && needsSpace)) throw refuse();
      return await real(...args);
    };
  }

  function wrap(file: OpenFile): OpenFile {
    return {
      async write(bytes, position) {
        if (mode === 'works') return await file.write(bytes, position);
        // Half of it arrives: a torn record, as a full disk and a crash leave it.
        if (mode === 'full') await file.write(bytes.subarray(0, bytes.length >> 1), position);
        throw refuse();
      },
      datasync: change(() => file.datasync(), true),
      sync: change(() => file.sync(), true),
      truncate: change((size) => file.truncate(size), false),
      touch: change(() => file.touch(), false),
      facts: () => file.facts(),
      close: () => file.close(),
    };
  }

  return {
    ...nodeFileSystem,
    set(next) {
      mode = next;
    },
    open: change(async (file, how, fileMode) => wrap(await nodeFileSystem.open(file, how, fileMode)), true),
    rename: change(nodeFileSystem.rename, true),
    link: change(nodeFileSystem.link, true),
    copy: change(nodeFileSystem.copy, true),
    remove: change(nodeFileSystem.remove, false),
    setMode: change(nodeFileSystem.setMode, false),
    makeFolder: change(nodeFileSystem.makeFolder, true),
    syncFolder: change(nodeFileSystem.syncFolder, true),
  };
}
