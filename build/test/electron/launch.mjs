// Starts the app for a spec: real Electron where its program is there, the stand-in elsewhere. The spec sees a Playwright
// ElectronApplication either way.
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { electronProgram } from '../../electron-program.mjs';

const standIn = fileURLToPath(new URL('./electron-stand-in', import.meta.url));

/** `STAND_IN=1` takes the stand-in in any case. */
export const shellKind = electronProgram() && !process.env.STAND_IN ? 'electron' : 'stand-in';

/** @param {{ main?: string, userFolder: string, env?: Record<string, string> }} options `userFolder` must be empty and the spec's own */
export async function launchApp({ main = 'dist/main.js', userFolder, env = {} }) {
  const isReal = shellKind === 'electron';
  return _electron.launch({
    ...(isReal ? {} : { executablePath: standIn }),
    // Chromium's sandbox does not start as root.
    args: [
      main,
      ...(isReal ? [`--user-data-dir=${userFolder}`] : []),
      ...(isReal && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, STAND_IN_USER_DATA: userFolder, ...env },
  });
}
