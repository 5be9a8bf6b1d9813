// Serves the built page under app://bundle/, each response with a policy of its own. Nothing outside of the page's folder
// can be asked for.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { RECORDINGS_PATH } from '../../shared/contract/recordings.ts';
import type { RecordingFile } from '../host/recordings/recording-tickets.ts';
import { contentSecurityPolicy, withNonce } from '../web/csp.ts';
import { answerRecording } from '../web/recording-answer.ts';

export const PAGE_URL = 'app://bundle/';

/** Must run before the app is ready: Electron fixes the privileges of schemes then. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** @param recordingFile the file that a ticket of `recordings.state` stands for */
export function servePage(
  folder: string,
  recordingFile: (ticket: string) => Promise<RecordingFile | null>,
): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'bundle' || request.method !== 'GET') return new Response(null, { status: 404 });
    if (url.pathname === '/') return answerIndex(join(folder, 'index.html'));
    if (url.pathname.startsWith(RECORDINGS_PATH))
      return playRecording(await recordingFile(url.pathname.slice(RECORDINGS_PATH.length)), request);
    const file = join(folder, decodeURIComponent(url.pathname));
    if (!file.startsWith(folder + sep)) return new Response(null, { status: 404 });
    try {
      const answer = await net.fetch(pathToFileURL(file).href);
      return new Response(answer.body, {
        status: answer.status,
        headers: headers(answer.headers, newNonce()),
      });
    } catch {
      // Electron reports a missing file as a network error, without a code to tell it from others.
      return new Response(null, { status: 404 });
    }
  });
}

async function playRecording(file: RecordingFile | null, request: Request): Promise<Response> {
  const { status, headers, body } = await answerRecording(file, request.headers.get('range') ?? undefined);
  if (body === null) return new Response(null, { status, headers });
  const { handle, start, end } = body;
  // The stream closes the file, also when the page seeks away from it. Node's web stream is the one that Response takes.
  const stream = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream;
  return new Response(stream, { status, headers });
}

async function answerIndex(file: string): Promise<Response> {
  const nonce = newNonce();
  const html = withNonce(await readFile(file, 'utf8'), nonce);
  return new Response(html, { headers: headers({ 'content-type': 'text/html; charset=utf-8' }, nonce) });
}

function headers(given: Headers | Record<string, string>, nonce: string): Headers {
  const all = new Headers(given);
  all.set('content-security-policy', contentSecurityPolicy(nonce, 'none'));
  all.set('x-content-type-options', 'nosniff');
  all.set('referrer-policy', 'no-referrer');
  return all;
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}
