// The shell alone: the real main and preload, with a page and a host in place of Earshot's own that show what passes
// between them. So that what is wrong here is wrong in the shell.
import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchApp } from '../../build/test/electron/launch.mjs';

declare global {
  /** As in renderer/client/electron-bridge.d.ts; here every page has it. */
  interface EarshotBridge {
    send(frame: Uint8Array): void;
    onFrame(listener: (frame: Uint8Array) => void): () => void;
  }

  interface Window {
    readonly earshot: EarshotBridge;
    /** The fixture's page keeps what it hears, and its connection. */
    seen: Uint8Array[];
    connect(): () => void;
    disconnect(): void;
  }
}

/** First byte of a frame: what the fixture's host does with it. */
export const COMMAND = { reverse: 1, crash: 2, chooseFolder: 3, askEngine: 4 } as const;

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Shell</title><link rel="icon" href="data:,">
<meta property="csp-nonce" nonce="__CSP_NONCE__"></head>
<body><h1>Shell</h1><a href="https://example.org/help" target="_blank">Help</a>
<a href="http://example.org/" target="_blank">Unencrypted</a>
<script type="module" src="page.js"></script></body></html>`;

const PAGE_SCRIPT = `window.seen = [];
window.connect = () => window.earshot.onFrame((frame) => window.seen.push(frame));
window.disconnect = window.connect();`;

const HOST = `const port = process.parentPort;
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
port.on('message', ({ data }) => {
  const tell = (window, bytes) => port.postMessage({ kind: 'frame', window, frame: Uint8Array.from(bytes) });
  const text = (window, value) => tell(window, new TextEncoder().encode(JSON.stringify(value)));
  if (data.kind === 'open') text(data.window, 'open');
  if (data.kind === 'stop') {
    writeFileSync(join(import.meta.dirname, 'stopped'), 'yes');
    process.exit(0);
  }
  if (data.kind === 'folder-chosen') text(data.id, data.folder);
  if (data.kind === 'engine-message') {
    text(data.id, [...data.message]);
    port.postMessage({ kind: 'engine-stop', id: data.id });
  }
  if (data.kind === 'engine-exit') text(data.id, 'engine ended');
  if (data.kind !== 'frame') return;
  const { window, frame } = data;
  if (frame[0] === ${COMMAND.reverse}) tell(window, frame.slice(1).reverse());
  if (frame[0] === ${COMMAND.crash}) process.exit(7);
  if (frame[0] === ${COMMAND.chooseFolder}) port.postMessage({ kind: 'choose-folder', id: window });
  if (frame[0] === ${COMMAND.askEngine}) {
    port.postMessage({ kind: 'engine-start', id: window, args: ['2'] });
    port.postMessage({ kind: 'engine-message', id: window, message: frame.slice(1) });
  }
});`;

const ENGINE = `process.parentPort.on('message', ({ data }) => {
  process.parentPort.postMessage(data.map((value) => value * Number(process.argv[2])));
});`;

/** Builds the fixture from dist/ in a folder of its own and starts it. */
export async function launchShell(): Promise<{ app: ElectronApplication; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-shell-'));
  const program = join(folder, 'dist');
  await mkdir(join(program, 'renderer'), { recursive: true });
  const built = (await readdir('dist')).filter((name) => /^(main\.js|preload\.cjs|chunk-.*\.js)$/.test(name));
  await Promise.all(built.map((name) => cp(join('dist', name), join(program, name))));
  await Promise.all([
    writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', version: '0.0.0' })),
    writeFile(join(program, 'renderer', 'index.html'), PAGE),
    writeFile(join(program, 'renderer', 'page.js'), PAGE_SCRIPT),
    writeFile(join(program, 'secret.txt'), 'outside of the page'),
    writeFile(join(program, 'host-process.js'), HOST),
    writeFile(join(program, 'engine-process.js'), ENGINE),
  ]);
  const app = await launchApp({ main: join(program, 'main.js'), userFolder: join(folder, 'user') });
  return { app, folder };
}
