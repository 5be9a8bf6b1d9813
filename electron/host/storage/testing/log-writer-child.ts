// Appends numbered records until it is killed, and prints a number only when its record was acknowledged.
// Usage: node child.mjs FILE FIRST-NUMBER
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openUpdateLog } from '../update-log.ts';

const [, , file = '', first = '0'] = argv;
const COMPACT_EVERY = 25;
const WRITERS = 3;

const { log } = await openUpdateLog(file);
let next = Number(first);
await Promise.all(Array.from({ length: WRITERS }, write));

async function write(): Promise<void> {
  for (;;) {
    const number = next++;
    // Records of very different lengths, so that a kill meets all stages of a write.
    await log.append(new TextEncoder().encode(`${number} ${'x'.repeat((number * 7919) % 5000)}\n`));
    // Not through a stream: what was printed must have left this process when it is killed.
    writeSync(1, `${number}\n`);
    if (number % COMPACT_EVERY === 0) await log.compact((records) => Buffer.concat(records));
  }
}
