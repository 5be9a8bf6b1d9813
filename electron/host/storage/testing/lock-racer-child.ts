// Takes the lock of every folder that it is told on its input, one line each, and prints whether it got it.
// It keeps what it got until it ends.
import { writeSync } from 'node:fs';
import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { acquireLock } from '../workspace-lock.ts';

writeSync(1, 'ready\n');
for await (const folder of createInterface({ input: stdin })) {
  const lock = await acquireLock(folder);
  writeSync(1, lock.ok ? `won ${lock.value.id}\n` : `lost to ${lock.error.id}\n`);
}
