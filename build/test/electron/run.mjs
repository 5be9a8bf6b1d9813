// Starts an app as Electron does: its main module is evaluated first, `ready` comes only then.
import inspector from 'node:inspector';
import Module, { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const main = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
// Prints "Debugger listening on ws://…", which Playwright waits for.
if (process.argv.includes('--inspect=0')) inspector.open(0, '127.0.0.1');
register('./hooks.mjs', import.meta.url);

const { default: electron, start } = await import('./electron.mjs');
// Playwright asks for `electron` through the inspector's own require.
const load = Module._load;
Module._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest));
const deadlock = setTimeout(() => {
  console.error(
    'stand-in: the main module awaits something at top level that never comes. Electron would hang too.',
  );
  process.exit(70);
}, 10_000);
await import(pathToFileURL(resolve(main)).href);
clearTimeout(deadlock);
// Starts Chromium and prints "DevTools listening on ws://…", which Playwright waits for as well.
await start();
