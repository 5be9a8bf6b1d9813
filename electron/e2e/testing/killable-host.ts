// A host in a process of its own (replica-child.ts) that can be killed and started again at the same port, and reaches one
// other host if it is told of one.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { DoorAddress } from './served-earshot.ts';

export class KillableHost {
  readonly address: DoorAddress;
  readonly #program: string;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;

  constructor(program: string, folder: string, port: number, peer: DoorAddress | null) {
    const token = randomBytes(32).toString('base64url');
    this.address = { origin: `http://127.0.0.1:${port}`, token };
    this.#program = program;
    this.#args = [folder, String(port), token, ...(peer ? [new URL(peer.origin).port, peer.token] : [])];
  }

  /** Resolves when its door is open. */
  start(): Promise<void> {
    const child = spawn(process.execPath, [this.#program, ...this.#args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    // A test that fails half-way leaves nothing running behind it.
    const killWithUs = () => child.kill('SIGKILL');
    process.once('exit', killWithUs);
    child.once('exit', () => process.off('exit', killWithUs));
    return new Promise((resolve, reject) => {
      child.stdout?.once('data', () => resolve());
      child.once('exit', () => reject(new Error('it ended before it served')));
    });
  }

  kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    return ended;
  }
}

/** A port that is free now, and is used again after every start. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
