import { fork } from 'node:child_process';
import type { EngineProcess } from './engine-client.ts';

/**
 * Starts the engine with plain Node: for the command line, the headless server and tests. `scriptPath` is the built
 * engine-process.js. Under Electron the shell passes utilityProcess.fork instead.
 */
export function forkEngine(scriptPath: string): EngineProcess & { readonly pid: number | undefined } {
  const child = fork(scriptPath, [], {
    // Vectors are typed arrays, which JSON would turn into objects.
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const onExit: (() => void)[] = [];
  let hasEnded = false;
  const ended = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    for (const listener of onExit) listener();
  };
  child.once('exit', ended);
  child.once('error', ended);
  return {
    pid: child.pid,
    postMessage(message) {
      // Fails only when the process has ended, which 'exit' tells.
      if (child.connected) child.send(toSerializable(message), () => undefined);
    },
    on(event, listener) {
      if (event === 'exit') onExit.push(() => listener(undefined));
      else child.on('message', listener);
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}

function toSerializable(message: unknown): object {
  if (typeof message !== 'object' || message === null) throw new TypeError('a message is an object');
  return message;
}
