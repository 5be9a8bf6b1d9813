// npm run package:check: packs Earshot around a fake Electron, takes the package apart and proves that what is inside
// works on its own: nothing is missing from it, and the fuses are set.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildApp } from './build.mjs';
import { makeFakeElectron } from './fake-electron.mjs';
import { runCommand } from './run-command.mjs';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'earshot-package-'));
const MINUTE_MS = 60_000;

const WANTED_FUSES = {
  RunAsNode: 'Disabled',
  EnableCookieEncryption: 'Enabled',
  EnableNodeOptionsEnvironmentVariable: 'Disabled',
  EnableNodeCliInspectArguments: 'Disabled',
  EnableEmbeddedAsarIntegrityValidation: 'Enabled',
  OnlyLoadAppFromAsar: 'Enabled',
  GrantFileProtocolExtraPrivileges: 'Disabled',
};

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main() {
  await buildApp();
  const fake = join(scratch, 'electron');
  makeFakeElectron(fake);
  await must('pack', bin('electron-builder', 'cli.js'), [
    '--linux',
    'dir',
    '--publish',
    'never',
    `-c.electronDist=${fake}`,
    `-c.directories.output=${join(scratch, 'release')}`,
  ]);
  const unpacked = join(scratch, 'release', 'linux-unpacked');
  await checkFuses(unpacked);

  // Taking the archive apart puts the unpacked native parts back beside the rest.
  const app = join(scratch, 'app');
  await must('take apart', bin('@electron/asar', 'bin', 'asar.js'), [
    'extract',
    join(unpacked, 'resources', 'app.asar'),
    app,
  ]);
  for (const name of [
    'main.js',
    'preload.cjs',
    'host-process.js',
    'engine-process.js',
    'encoder-thread.js',
    'reading-thread.js',
    'renderer/index.html',
  ]) {
    check(existsSync(join(app, 'dist', name)), `dist/${name} is in the package`);
  }
  for (const folder of ['models', 'samples']) {
    check(existsSync(join(unpacked, 'resources', folder)), `${folder} lie beside the package`);
  }
  await checkProgram(app, join(unpacked, 'resources'));
  console.log(`      the package takes ${Math.round(sizeOf(unpacked) / 1e6)} MB without Electron`);
}

/** From a folder that has no node_modules anywhere above it, so that only what was packed can be found. */
async function checkProgram(app, resources) {
  const command = join(app, 'dist', 'earshot.js');
  if (!existsSync(command)) {
    check(false, 'dist/earshot.js is in the package');
    return;
  }
  const transcript = join(resources, 'samples', 'larder', 'alder.vtt');
  await must('read a transcript', command, ['parse', transcript, '--json'], { cwd: tmpdir() });
  const engine =
    "import('@xenova/transformers').then(({ pipeline }) => process.exit(typeof pipeline === 'function' ? 0 : 1))";
  const loaded = await runCommand(process.execPath, ['--input-type=module', '-e', engine], {
    cwd: app,
    limitMs: MINUTE_MS,
  });
  check(loaded.code === 0, 'the encoder’s runtime loads from the package', loaded.output);
}

async function checkFuses(unpacked) {
  const program = readdirSync(unpacked).find((name) => /^earshot$/i.test(name));
  const { output } = await must('read the fuses', bin('@electron/fuses', 'dist', 'bin.js'), [
    'read',
    '--app',
    join(unpacked, program ?? 'earshot'),
  ]);
  const plain = stripVTControlCharacters(output);
  for (const [fuse, wanted] of Object.entries(WANTED_FUSES)) {
    check(new RegExp(`${fuse} is ${wanted}`).test(plain), `fuse ${fuse} is ${wanted.toLowerCase()}`, plain);
  }
}

function bin(...path) {
  return join(root, 'node_modules', ...path);
}

async function must(name, script, args, { cwd = root } = {}) {
  const result = await runCommand(process.execPath, [script, ...args], { cwd, limitMs: 5 * MINUTE_MS });
  check(result.code === 0, name, result.output);
  return result;
}

function check(isFine, name, output = '') {
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${name}`);
  if (isFine) return;
  if (output) console.log(output);
  process.exitCode = 1;
}

function sizeOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
