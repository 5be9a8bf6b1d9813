// How many sockets one address holds at a time. Those beyond the limit are cut before they cost more than a number.
import type { Socket } from 'node:net';

export class SocketsPerAddress {
  readonly #limit: number;
  readonly #counts = new Map<string, number>();
  readonly #releases = new WeakMap<Socket, () => void>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts a socket until it is released or closed. */
  take(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    let isCounted = true;
    this.#releases.set(socket, () => {
      if (!isCounted) return;
      isCounted = false;
      const left = (this.#counts.get(address) ?? 1) - 1;
      if (left > 0) this.#counts.set(address, left);
      else this.#counts.delete(address);
    });
    socket.once('close', () => this.release(socket));
    if (count > this.#limit) socket.destroy();
  }

  release(socket: Socket): void {
    this.#releases.get(socket)?.();
  }
}
