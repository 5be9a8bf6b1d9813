// Custom schemes over loopback: app://bundle/x is http://bundle.app.localhost:PORT/x inside Chromium, and main never
// sees the difference.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { mustBeReady, mustNotBeReady, strict } from './state.mjs';

const schemes = new Map();

/** The address as Chromium sees it. */
export function toPage(address) {
  const url = new URL(address);
  const name = url.protocol.slice(0, -1);
  const scheme = schemes.get(name);
  if (!scheme) return address;
  return `http://${url.host}.${name}.localhost:${scheme.port}${url.pathname}${url.search}${url.hash}`;
}

/** The address as main sees it. */
export function fromPage(address) {
  const match = /^http:\/\/([^/]+)\.([a-z0-9+-]+)\.localhost:(\d+)(.*)$/.exec(address);
  if (!match || schemes.get(match[2])?.port !== Number(match[3])) return address;
  return `${match[2]}://${match[1]}${match[4]}`;
}

export function schemesListening() {
  return Promise.all([...schemes.values()].map((scheme) => scheme.listening));
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list) {
    mustNotBeReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme } of list) schemes.set(scheme, {});
  },
  handle(name, handler) {
    mustBeReady('register protocol');
    const scheme = schemes.get(name);
    if (!scheme) throw new Error(`stand-in: register ${name} as privileged first`);
    const server = createServer((request, response) => void answer(handler, request, response));
    scheme.listening = new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        scheme.port = server.address().port;
        resolve();
      });
    });
    server.unref();
  },
});

async function answer(handler, incoming, outgoing) {
  try {
    const request = new Request('http://x/', { method: incoming.method, headers: incoming.headers });
    // A Request cannot be made with a scheme of ours; the handler looks only at its address.
    Object.defineProperty(request, 'url', {
      value: fromPage(`http://${incoming.headers.host}${incoming.url}`),
    });
    const response = await handler(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) outgoing.end();
    else {
      Readable.fromWeb(response.body)
        .on('error', () => outgoing.destroy())
        .pipe(outgoing);
    }
  } catch (error) {
    console.error('stand-in: the protocol handler failed', error);
    outgoing.writeHead(500).end();
  }
}

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export const net = strict('net', {
  async fetch(address) {
    const path = fileURLToPath(address);
    try {
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return new Response(await readFile(path), { headers: { 'content-type': type } });
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
});
