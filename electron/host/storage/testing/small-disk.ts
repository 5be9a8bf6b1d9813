// A real file system of a few hundred kilobytes, for tests that fill it to the last byte. Only Linux lets a program mount
// one, and only one with the right to; elsewhere `whyNoSmallDisk` says so.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): Promise<void>;
  /** Frees half of the disk at least. */
  makeRoom(): Promise<void>;
}

/** Empty where a small file system can be mounted. */
export function whyNoSmallDisk(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mount-'));
  try {
    mount(folder, 64);
    unmount(folder);
    return '';
  } catch {
    return 'needs the right to mount';
  } finally {
    rmdirSync(folder);
  }
}

/** Inside a test: mounts a disk of `kilobytes`, half of which is taken. It is gone when the test is over. */
export async function smallDisk(kilobytes: number): Promise<SmallDisk> {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  mount(folder, kilobytes);
  onTestFinished(() => unmount(folder));
  const [ballast, filler] = [join(folder, 'ballast'), join(folder, 'filler')];
  await writeFile(ballast, new Uint8Array(kilobytes * 512));
  return {
    folder,
    async fill() {
      await writeFile(filler, new Uint8Array(kilobytes * 1024)).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      });
    },
    async makeRoom() {
      await rm(ballast);
      await rm(filler, { force: true });
    },
  };
}

function mount(folder: string, kilobytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
}

function unmount(folder: string): void {
  // Lazily: a test that failed may have left a file open.
  execFileSync('umount', ['--lazy', folder]);
}
