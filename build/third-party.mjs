// Writes THIRD-PARTY.md: what others made and Earshot ships, with the licences that allow it.
// It reads the lock file and our own imports, nothing else, so that it says the same on every computer.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Licences that allow shipping inside an MIT program, with their notice kept. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'OFL-1.1',
  // Only for libvips inside sharp: a library of its own file, loaded at run time and not changed.
  'LGPL-3.0-or-later',
]);

/** Where the package's own LICENSE file says it and its package.json does not, by name. */
const SAID_BY_LICENCE_FILE = new Map([
  ['@sesamecare-oss/redlock', 'MIT'],
  ['duck', 'BSD-2-Clause'],
]);

/** Imports of these run while building or testing, or are Node's and Electron's own. */
const NOT_SHIPPED = new Set([
  'vitest',
  '@playwright/test',
  'playwright-core',
  'fast-check',
  'happy-dom',
  'axe-core',
]);

/**
 * @param {string} root
 * @returns {{ name: string, version: string, licence: string, isBundled: boolean }[]} by name
 */
export function shippedPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const direct = new Set([...Object.keys(lock[''].dependencies ?? {}), ...importedPackages(root)]);
  const found = new Map();
  const pending = [...direct].map((name) => `node_modules/${name}`);
  while (pending.length > 0) {
    const path = pending.pop();
    const entry = lock[path];
    if (found.has(path) || !entry) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(path, {
      name,
      version: entry.version,
      licence: SAID_BY_LICENCE_FILE.get(name) ?? entry.license ?? 'unknown',
      isBundled: entry.dev === true,
    });
    const wanted = { ...entry.dependencies, ...entry.optionalDependencies };
    for (const name of Object.keys(wanted)) {
      // Types are for the compiler alone.
      if (!name.startsWith('@types/')) pending.push(resolveInLock(lock, path, name));
    }
  }
  const unique = new Map([...found.values()].map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** @returns {string[]} the licences of an expression that are not allowed; empty when it may be shipped */
export function refusedLicences(expression) {
  const alternatives = expression.replace(/[()]/g, '').split(' OR ');
  const refused = alternatives.map((all) =>
    all.split(' AND ').filter((licence) => !ALLOWED.has(licence.trim())),
  );
  return refused.find((list) => list.length === 0) ?? refused.flat();
}

/** The whole of THIRD-PARTY.md. */
export function describeThirdParty(root) {
  const rows = shippedPackages(root).map(
    ({ name, version, licence, isBundled }) =>
      `| ${name} | ${version} | ${licence} | ${isBundled ? 'built into the app' : 'beside it'} |`,
  );
  return `# What others made

Earshot itself is under the MIT licence (LICENSE). It ships the work below; thank you.
This page is written by \`npm run third-party\` from the lock file. The full texts of the licences lie in each package,
and in the packaged app beside the program.

## The runtime

Desktop packages contain [Electron](https://www.electronjs.org) (MIT), and within it Chromium and Node.js; their licences
are in \`LICENSE.electron.txt\` and \`LICENSES.chromium.html\` of every package.

## The encoder

\`models/earshot-exchange-v1\` is licensed under the Apache License, Version 2.0
(https://www.apache.org/licenses/LICENSE-2.0). It is derived from
[sentence-transformers/all-MiniLM-L6-v2](https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), licensed under the
same terms. Changes: fine-tuned on exchanges written for this project, two linear heads added, quantised to 8 bits;
MODEL_CARD.md in its folder tells all of it.

## Fonts

Hanken Grotesk (the Hanken Grotesk Project Authors) and Source Serif 4 (Adobe, with Reserved Font Name “Source”), both
under the SIL Open Font License 1.1 (https://openfontlicense.org), unchanged, from the Fontsource packages listed below.

## Packages

\`sharp\` and its \`libvips\` come with the encoder's runtime for their own system only; libvips is under the LGPL, is a file
of its own and may be replaced.

| Package | Version | Licence | Where |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** Packages that the app's own sources import. */
function importedPackages(root) {
  const names = new Set();
  for (const layer of ['shared', 'electron', 'renderer']) {
    for (const file of sourcesIn(join(root, layer))) {
      const text = readFileSync(file, 'utf8');
      for (const [, specifier] of text.matchAll(/(?:from|import|@import|url)\s*\(?\s*['"]([^'"]+)['"]/g)) {
        const name = /^(@[\w.-]+\/[\w.-]+|[a-z][\w.-]*)/.exec(specifier)?.[1];
        if (name && !specifier.includes(':') && !NOT_SHIPPED.has(name)) names.add(name);
      }
    }
  }
  // The program, not a package in it: it has a section of its own.
  names.delete('electron');
  return names;
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.(test|spec)\.tsx?$|[/\\](testing|e2e)[/\\]/.test(file));
}

/** Where Node would find a package, seen from another: its own node_modules first, then those above. */
function resolveInLock(lock, from, name) {
  let folder = from;
  while (folder !== '') {
    const path = `${folder}/node_modules/${name}`;
    if (lock[path]) return path;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '';
  }
  return `node_modules/${name}`;
}

/** By code points, so that the order does not depend on the computer's language. */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = join(import.meta.dirname, '..');
  writeFileSync(join(root, 'THIRD-PARTY.md'), describeThirdParty(root));
  for (const { name, licence } of shippedPackages(root)) {
    const refused = refusedLicences(licence);
    if (refused.length === 0) continue;
    console.error(`${name} is under ${licence}, which is not on the list of licences that may be shipped.`);
    process.exitCode = 1;
  }
}
