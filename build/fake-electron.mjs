// Makes a folder that electron-builder takes for an unpacked Electron, so that packaging can be proven where Electron's
// program cannot be had. Its "program" carries a fuse wire, so that the fuses are really set and can be read back.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Marks the wire inside Electron's program: https://www.electronjs.org/docs/latest/tutorial/fuses */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
/** Electron's own defaults, in the order of the wire; 1 is on, 0 is off. */
const DEFAULTS = '101001011';

/** @param {string} folder is made */
export function makeFakeElectron(folder) {
  const { version } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('electron/package.json'), 'utf8'),
  );
  // No resources/default_app.asar: an empty one would be read, and refused.
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\necho "not Electron"; exit 1\n'),
    Buffer.from(SENTINEL),
    Buffer.from([WIRE_VERSION, DEFAULTS.length]),
    Buffer.from(`${DEFAULTS}\n`),
  ]);
  writeFileSync(join(folder, 'electron'), program);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/en-US.pak',
    'chrome-sandbox',
    'libffmpeg.so',
  ]) {
    writeFileSync(join(folder, name), '');
  }
}
