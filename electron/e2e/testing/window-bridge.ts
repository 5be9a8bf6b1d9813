// The preload's two functions of one real window, held from Node: what is sent here is sent there, in the same order, and
// what the window hears is heard here. Bytes travel between page and test as base64, the fastest there is for large ones.
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Put into the page by the bridge: hands a frame to the test. */
    tellTest(connection: number, base64: string): Promise<void>;
    leaveHost?: () => void;
  }
}

export class WindowBridge implements EarshotBridge {
  readonly #page: Promise<Page>;
  /** One step after the other, as calls within a page would be. */
  #steps: Promise<unknown>;
  #connection = 0;
  #listener: ((frame: Uint8Array) => void) | null = null;

  constructor(page: Promise<Page>) {
    this.#page = page;
    this.#steps = page.then((shown) =>
      shown.exposeFunction('tellTest', (connection: number, base64: string) => {
        // What belongs to a connection that was let go of is heard by nobody, as in the page.
        if (connection === this.#connection) this.#listener?.(new Uint8Array(Buffer.from(base64, 'base64')));
      }),
    );
  }

  send(frame: Uint8Array): void {
    const base64 = Buffer.from(frame).toString('base64');
    this.#do((page) =>
      page.evaluate((text) => {
        const binary = atob(text);
        const bytes = new Uint8Array(binary.length);
        for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
        window.earshot.send(bytes);
      }, base64),
    );
  }

  onFrame(listener: (frame: Uint8Array) => void): () => void {
    this.#connection += 1;
    this.#listener = listener;
    const connection = this.#connection;
    this.#do((page) =>
      page.evaluate((number) => {
        window.leaveHost = window.earshot.onFrame((frame) => {
          let binary = '';
          for (let at = 0; at < frame.length; at += 0x8000)
            binary += String.fromCharCode(...frame.subarray(at, at + 0x8000));
          void window.tellTest(number, btoa(binary));
        });
      }, connection),
    );
    return () => {
      if (connection === this.#connection) this.#listener = null;
      this.#do((page) => page.evaluate(() => window.leaveHost?.()));
    };
  }

  /** Resolves when everything so far has reached the window; rejects with the first that did not. */
  settled(): Promise<unknown> {
    return this.#steps;
  }

  #do(step: (page: Page) => Promise<unknown>): void {
    this.#steps = this.#steps.then(async () => step(await this.#page));
  }
}
