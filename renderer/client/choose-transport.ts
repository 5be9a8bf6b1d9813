import { takeDoorToken } from './door-token.ts';
import { ElectronTransport } from './electron-transport.ts';
import { takeInvite } from './invite-token.ts';
import type { Transport } from './transport.ts';
import { carriedTo, visitedLink } from './visited-interview.ts';
import { WebSocketTransport } from './websocket-transport.ts';

/** Electron's bridge where there is one, otherwise a WebSocket to where the page came from. */
export function chooseTransport(page: Window & typeof globalThis): Transport {
  const url = new URL('/', page.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const invite = page.earshot === undefined && url.protocol === 'wss:' ? takeInvite(page) : null;
  if (invite) return new WebSocketTransport({ url: url.href, ...invite, WebSocket: page.WebSocket });
  const own = page.earshot ? new ElectronTransport(page.earshot) : toThisComputer(page, url.href);
  const link = visitedLink(page);
  return link === null ? own : carriedTo(link, own);
}

function toThisComputer(page: Window & typeof globalThis, url: string): Transport {
  // Without a token the door answers that it does not know us, and the page says what to do.
  return new WebSocketTransport({ url, token: takeDoorToken(page) ?? 'none', WebSocket: page.WebSocket });
}
