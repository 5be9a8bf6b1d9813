// Finds Electron's program, and fetches it when it is not there. Uses nothing but Node, for it runs before the app is built.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';

const require = createRequire(import.meta.url);
const FETCH_LIMIT_MS = Number(process.env.ELECTRON_FETCH_MS ?? 60_000);
const TRY_AGAIN_MS = 24 * 60 * 60_000;

/**
 * Not require('electron'): that would try to download, and block meanwhile.
 * @returns {string | undefined}
 */
export function electronProgram() {
  const folder = electronFolder();
  const pathFile = join(folder, 'path.txt');
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  // Written by Electron's install script; whoever brings an Electron of their own may not have run it.
  if (!own && !existsSync(pathFile)) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(own ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

/**
 * Tries for a minute at most; a failure is remembered for a day, so that the next start does not wait again.
 * @returns {Promise<{ program: string } | { reason: string }>}
 */
export async function fetchElectron() {
  const folder = electronFolder();
  const note = join(dirname(folder), '.cache', 'earshot-electron-unavailable');
  const remembered = readRecent(note);
  if (remembered !== undefined) return { reason: remembered };

  console.log('Fetching Electron (once, about 100 MB)…');
  const { output, timedOut } = await runCommand(process.execPath, [join(folder, 'install.js')], {
    limitMs: FETCH_LIMIT_MS,
  });
  const program = electronProgram();
  if (program) return { program };
  // A download that was cut short may leave a folder that looks installed.
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const reason = timedOut ? 'it took too long' : shortReason(output);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, reason);
  return { reason };
}

function electronFolder() {
  return dirname(require.resolve('electron/package.json'));
}

function readRecent(note) {
  if (!existsSync(note) || Date.now() - statSync(note).mtimeMs > TRY_AGAIN_MS) return undefined;
  return readFileSync(note, 'utf8');
}

function shortReason(output) {
  return (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|Response code \d+|HTTP\S* \d{3}|fetch failed/.exec(
      output,
    )?.[0] ?? 'see npx install-electron'
  );
}
