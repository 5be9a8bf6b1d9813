// Whether the documents of one workspace may speak at the moment. The socket that Hocuspocus is given opens and closes
// with it, so that documents of another workspace, or of a connection that is gone, cannot reach the host at all.
import { Listeners } from './listeners.ts';

export class DocumentGate {
  readonly #sendOut: (message: Uint8Array) => void;
  readonly #changes = new Listeners<boolean>();
  readonly #messages = new Listeners<Uint8Array>();
  #isOpen = false;

  constructor(sendOut: (message: Uint8Array) => void) {
    this.#sendOut = sendOut;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#changes.tell(true);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#changes.tell(false);
  }

  onChange(listener: (isOpen: boolean) => void): () => void {
    return this.#changes.add(listener);
  }

  send(message: Uint8Array): void {
    if (this.#isOpen) this.#sendOut(message);
  }

  receive(message: Uint8Array): void {
    if (this.#isOpen) this.#messages.tell(message);
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    return this.#messages.add(listener);
  }
}
