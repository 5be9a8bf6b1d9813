import { takeDoorToken } from './door-token.ts';
import { ElectronTransport } from './electron-transport.ts';
import { takeInvite } from './invite-token.ts';
import type { Transport } from './transport.ts';
import { WebSocketTransport } from './websocket-transport.ts';

/** Electron's bridge where there is one, otherwise a WebSocket to where the page came from. */
export function chooseTransport(page: Window & typeof globalThis): Transport {
  if (page.earshot) return new ElectronTransport(page.earshot);
  const url = new URL('/', page.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const invite = url.protocol === 'wss:' ? takeInvite(page) : null;
  if (invite) return new WebSocketTransport({ url: url.href, ...invite, WebSocket: page.WebSocket });
  // Without a token the door answers that it does not know us, and the page says what to do.
  return new WebSocketTransport({
    url: url.href,
    token: takeDoorToken(page) ?? 'none',
    WebSocket: page.WebSocket,
  });
}
