import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { backUpWorkspace } from './back-up.ts';
import { restoreWorkspace } from './restore.ts';
import { openSampleWorkspace } from './testing/sample-workspace.ts';

const MIB = 2 ** 20;

it('is backed up and restored without being held in memory', async () => {
  const { test, folder } = await openSampleWorkspace();
  await test.host.close();
  // An export, since its content is free; it takes the same way as an original.
  await mkdir(join(folder, 'exports'), { recursive: true });
  const large = join(folder, 'exports', 'large.bin');
  for (let written = 0; written < 128; written += 1) await writeFile(large, randomBytes(MIB), { flag: 'a' });
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  onTestFinished(() => clearInterval(watch));
  const { file } = await backUpWorkspace(folder);
  await restoreWorkspace(file, join(await temporaryFolder(), 'new'));
  expect(highest - before).toBeLessThan(96 * MIB);
}, 120_000);
