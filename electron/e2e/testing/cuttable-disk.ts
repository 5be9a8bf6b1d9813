// A real file system in an image of its own, whose power can be cut: the image is copied as it stands, without what the
// kernel still held back, and the copy is mounted in its place. A kill alone cannot tell what was synced: the kernel lives on.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { copyFile, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CuttableDisk {
  /** Where it is mounted, before and after a cut. */
  readonly folder: string;
  /** Loses what was not synced. No process may have a file open here. */
  cutPower(): Promise<void>;
  remove(): Promise<void>;
}

const MEGABYTE = 1_024 * 1_024;
const SIZE = 48 * MEGABYTE;

/** Empty where an image can be mounted. */
export function whyNoCuttableDisk(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  const folder = mkdtempSync(join(tmpdir(), 'earshot-power-'));
  const image = join(folder, 'image');
  try {
    run('truncate', '-s', '4M', image);
    run('mkfs.ext4', '-q', image);
    run('mount', '-o', 'loop', image, folder);
    run('umount', folder);
    return '';
  } catch {
    return 'needs ext4 and the right to mount an image';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws where `whyNoCuttableDisk` is not empty. @param place an empty folder */
export async function cuttableDisk(place: string): Promise<CuttableDisk> {
  const folder = join(place, 'disk');
  await mkdir(folder);
  let generation = 0;
  let image = join(place, 'image-0');
  await writeFile(image, '');
  await truncate(image, SIZE);
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop', image, folder);
  let isMounted = true;
  const unmount = () => {
    // Lazily: a test that failed may have left a file open.
    if (isMounted) run('umount', '--lazy', folder);
    isMounted = false;
  };
  process.once('exit', unmount);
  return {
    folder,
    async cutPower() {
      generation += 1;
      const copy = join(place, `image-${generation}`);
      await copyFile(image, copy);
      unmount();
      await rm(image);
      image = copy;
      run('mount', '-o', 'loop', image, folder);
      isMounted = true;
    },
    async remove() {
      process.off('exit', unmount);
      unmount();
      if (existsSync(image)) await rm(image);
    },
  };
}

function run(command: string, ...args: readonly string[]): void {
  const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  execFileSync(command, args, { stdio: 'ignore', env: { ...process.env, PATH } });
}
