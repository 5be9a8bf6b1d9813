// Starts Chromium without a window and speaks its DevTools protocol over a socket.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { findChromium } from '../../chromium.mjs';

const QUIET = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-popup-blocking',
  '--disable-quic',
];

export async function startChromium() {
  const program = findChromium();
  if (!program) throw new Error('stand-in: no Chromium found');
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-'));
  // Chromium's own sandbox does not start as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...QUIET, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Whatever way we end, Chromium goes with us.
  process.once('exit', () => child.kill('SIGKILL'));
  const endpoint = await devToolsAddress(child);
  const pipe = await connect(endpoint);
  return {
    ...pipe,
    endpoint,
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function devToolsAddress(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`stand-in: Chromium did not start: ${log.slice(-500)}`)));
  });
}

async function connect(endpoint) {
  const socket = new WebSocket(endpoint, { perMessageDeflate: false, maxPayload: 0 });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map();
  const listeners = [];
  let lastId = 0;
  socket.on('message', (raw) => {
    const message = JSON.parse(raw);
    if (message.id === undefined) {
      for (const listener of listeners) listener(message.method, message.params, message.sessionId);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
    else call?.resolve(message.result);
  });
  return {
    onEvent: (listener) => listeners.push(listener),
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject, method });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
      }),
  };
}
