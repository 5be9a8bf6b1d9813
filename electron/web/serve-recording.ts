// Plays a recording over HTTP to our own page on this computer. Which file a ticket stands for, the host says.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { RECORDINGS_PATH } from '../../shared/contract/recordings.ts';
import type { RecordingFile } from '../host/recordings/recording-tickets.ts';
import { refuseRequest } from './answer-page.ts';
import { answerRecording } from './recording-answer.ts';

/** True for requests that this file answers. */
export function isForRecording(url: string | undefined): boolean {
  return url?.startsWith(RECORDINGS_PATH) ?? false;
}

export async function serveRecording(
  request: IncomingMessage,
  response: ServerResponse,
  fileOf: (ticket: string) => RecordingFile | null,
  isOurHost: boolean,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('content-security-policy', "default-src 'none'");
  if (!isOurHost) return refuseRequest(response, 421);
  if (!isFromOurPage(request)) return refuseRequest(response, 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuseRequest(response, 405);
  }
  // The rest of the path is the ticket as it is: it names no file, so there is nothing in it to resolve.
  const ticket = (request.url ?? '').slice(RECORDINGS_PATH.length);
  const { status, headers, body } = await answerRecording(fileOf(ticket), request.headers.range);
  try {
    response.writeHead(status, headers);
    if (body === null || request.method === 'HEAD') {
      response.end();
      return;
    }
    const { handle, start, end } = body;
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } catch (error) {
    // Seeking ends one request and begins another; that is no fault.
    if (!isGoneAway(error)) throw error;
  } finally {
    await body?.handle.close();
  }
}

/** Another page must not play it, nor learn from an error whether it is there. */
function isFromOurPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return (
    (headers.origin === undefined || headers.origin === `http://${headers.host}`) &&
    (site === undefined || site === 'same-origin')
  );
}

function isGoneAway(error: unknown): boolean {
  const codes: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}
