// A host whose every answer is written by the test, for what the client does with answers. What a real host says is
// tested in electron/e2e.
import {
  ClientFrame,
  decodeFrame,
  encodeCallFrame,
  encodeDocumentFrame,
  type HostFrame,
} from '../../../shared/protocol.ts';
import type { Connectable } from '../memory-transport.ts';

type Message = ClientFrame | { readonly kind: 'document'; readonly bytes: Uint8Array };

export class ScriptedHost implements Connectable<null> {
  /** What the client has sent, oldest first, over all connections. */
  readonly heard: Message[] = [];
  /** What is answered to `hello`; null keeps silent. */
  greeting: HostFrame | null = { kind: 'welcome', version: 1 };
  #send: ((frame: Uint8Array) => void) | null = null;
  #waiting: (() => void)[] = [];

  connect(socket: { send(frame: Uint8Array): void; close(): void }) {
    this.#send = socket.send;
    return {
      receive: (frame: Uint8Array) => this.#receive(frame),
      close: () => undefined,
    };
  }

  say(message: HostFrame): void {
    this.#send?.(encodeCallFrame(message));
  }

  sayDocument(bytes: Uint8Array): void {
    this.#send?.(encodeDocumentFrame(bytes));
  }

  /** The calls so far, once there are `count`. */
  async calls(count: number): Promise<Extract<ClientFrame, { kind: 'call' }>[]> {
    for (;;) {
      const calls = this.heard.filter((message) => message.kind === 'call');
      if (calls.length >= count) return calls;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes, ClientFrame);
    const message: Message =
      frame.channel === 'call' ? frame.message : { kind: 'document', bytes: frame.bytes };
    this.heard.push(message);
    if (message.kind === 'hello' && this.greeting) this.say(this.greeting);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
