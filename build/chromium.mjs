// Finds a Chromium for the browser tests: the system's, Playwright's own, or an installed Chrome or Edge.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CHANNELS = {
  chrome: {
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    linux: ['/opt/google/chrome/chrome'],
    win32: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  msedge: {
    darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    linux: ['/opt/microsoft/msedge/msedge'],
    win32: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
};

/** @returns {string | undefined} the path of a program that Playwright can drive */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return [...SYSTEM_PATHS, ownOfPlaywright(), ...Object.values(CHANNELS).flatMap(pathsHere)].find(
    (path) => path !== undefined && existsSync(path),
  );
}

function ownOfPlaywright() {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright throws on systems it has no build for; another browser may still be there.
    return undefined;
  }
}

function pathsHere(channel) {
  const paths = channel[process.platform] ?? [];
  if (process.platform !== 'win32') return paths;
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return folders.filter(Boolean).flatMap((folder) => paths.map((path) => `${folder}\\${path}`));
}
