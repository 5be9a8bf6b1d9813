// Answers a browser that asks for the page: its files and nothing else, each response with a policy of its own. It knows
// neither who asks nor over what; whoever calls it has decided which Host header is ours.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, withNonce } from './csp.ts';
import { readPageFile } from './page-files.ts';

export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  isOurHost: boolean,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('content-security-policy', "default-src 'none'");
  if (!isOurHost) return refuseRequest(response, 421);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuseRequest(response, 405);
  }
  // Only the part before `?` names a file. It is not parsed as a URL, which would quietly resolve `..`.
  const [path = '/'] = (request.url ?? '/').split('?');
  const file = await readPageFile(folder, path);
  if (!file) return refuseRequest(response, 404);
  let body: Buffer | string = file.bytes;
  if (file.contentType.startsWith('text/html')) {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('content-security-policy', contentSecurityPolicy(nonce, 'self'));
    body = withNonce(file.bytes.toString('utf8'), nonce);
  }
  response.setHeader('content-type', file.contentType);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.setHeader('cache-control', file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store');
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

export function refuseRequest(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status).end();
}
