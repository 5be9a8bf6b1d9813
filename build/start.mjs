// npm start: installs and builds what is missing, then opens Earshot in Electron.
// Where Electron's program cannot be had, or does not run, it opens the same app in the browser, and says so in one line.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install.mjs';

const root = join(import.meta.dirname, '..');
/** Electron ending with an error within this time did not start at all (a missing system library, a sandbox it may not use). */
const EARLY_MS = 10_000;

process.exitCode = await start();

async function start() {
  try {
    installPackages(root);
    const { buildApp } = await import('./build.mjs');
    if ((await buildApp()) === 'built') console.log('Built.');
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  if (!process.env.EARSHOT_BROWSER) {
    const code = await openInElectron();
    if (code !== undefined) return code;
  }
  return openInBrowser();
}

/** @returns {Promise<number | undefined>} the exit code, or undefined when the browser has to do */
async function openInElectron() {
  const { electronProgram, fetchElectron } = await import('./electron-program.mjs');
  let program = electronProgram();
  if (!program) {
    const fetched = await fetchElectron();
    if (!fetched.program) {
      console.log(
        `Electron's program could not be fetched (${fetched.reason}); opening Earshot in your browser instead.`,
      );
      return undefined;
    }
    program = fetched.program;
  }
  const startedAt = performance.now();
  const { code, wasStopped } = await runInFront(program, ['.', ...process.argv.slice(2)]);
  if (code === 0 || wasStopped || performance.now() - startedAt > EARLY_MS) return code;
  console.log(`Electron ended at once (code ${code}); opening Earshot in your browser instead.`);
  return undefined;
}

async function openInBrowser() {
  const program = join(root, 'dist', 'earshot.js');
  if (!existsSync(program)) {
    console.error('dist/earshot.js is missing: the build has no command line yet.');
    return 1;
  }
  const { code, wasStopped } = await runInFront(
    process.execPath,
    [program, 'serve', ...process.argv.slice(2)],
    openPage,
  );
  return wasStopped ? 0 : code;
}

/**
 * Runs a program in the foreground: it gets our terminal, and Ctrl C ends it before us.
 * @param {(url: string) => void} [onUrl] called with the first http address the program prints
 */
function runInFront(program, args, onUrl) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['inherit', onUrl ? 'pipe' : 'inherit', 'inherit'],
    });
    let wasStopped = false;
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => {
      wasStopped = true;
      // A terminal sends Ctrl C to the whole group; a second SIGINT would cut the child's own goodbye short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    if (onUrl) passOutput(child.stdout, onUrl);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve({ code, wasStopped });
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? (wasStopped ? 0 : 1)));
  });
}

function passOutput(stdout, onUrl) {
  let unread = '';
  stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (unread === undefined) return;
    unread += chunk;
    const url = /https?:\/\/\S+(?=\s)/.exec(unread)?.[0];
    if (!url) return;
    unread = undefined;
    onUrl(url);
  });
}

/** The address is printed as well, so a system without a default browser loses nothing. */
function openPage(url) {
  const [command, args] = {
    darwin: ['open', [url]],
    // `start` takes its first quoted argument for a window title.
    win32: ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]],
  }[process.platform] ?? ['xdg-open', [url]];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.once('error', () => {
    // No such command here: the printed address has to do.
  });
  opener.unref();
}
