// Waits for what makes a hint by meaning possible: a page that opens an interview asks the host to make itself ready, and is
// answered once the encoder has read everybody's quotes. Words that are typed before are compared as words, once.
import type { Page, WebSocket } from '@playwright/test';
import { ClientFrame, decodeFrame, HostFrame } from '../../../shared/protocol.ts';
import { expect } from '../fixtures.ts';

/** The encoder is loaded meanwhile, on a machine that may have much else to do. */
const READY_MS = 120_000;

/** Loads the page anew, so that all it says is heard. Call what it answers once an interview is open. */
export async function watchHints(page: Page): Promise<() => Promise<void>> {
  let isReady = false;
  page.on('websocket', (socket) => {
    onReady(socket, () => {
      isReady = true;
    });
  });
  await page.reload();
  await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
  return () =>
    expect.poll(() => isReady, { message: 'the host is ready to hint', timeout: READY_MS }).toBe(true);
}

function onReady(socket: WebSocket, ready: () => void): void {
  const asked = new Set<number>();
  socket.on('framesent', ({ payload }) => {
    const message = callIn(payload, ClientFrame);
    if (message?.kind === 'call' && isWarmUp(message)) asked.add(message.id);
  });
  socket.on('framereceived', ({ payload }) => {
    const message = callIn(payload, HostFrame);
    if (message?.kind === 'result' && asked.has(message.id)) ready();
  });
}

function callIn<T>(payload: string | Buffer, schema: Parameters<typeof decodeFrame<T>>[1]): T | undefined {
  if (typeof payload === 'string') return undefined;
  const frame = decodeFrame(payload, schema);
  return frame.channel === 'call' ? frame.message : undefined;
}

function isWarmUp({ method, params }: { readonly method: string; readonly params?: unknown }): boolean {
  return method === 'search.heard' && JSON.stringify(params).includes('"text":""');
}
