// The line to whoever started this process: Electron's utilityProcess or Node's fork. The rest of the engine need not
// know which of them it was.

export interface ParentPort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What Electron adds to `process` in a utility process; its types are left out of this layer on purpose. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Throws when nobody started this process as a child. */
export function openParentPort(): ParentPort {
  const utility = utilityPort();
  if (utility) {
    return {
      send: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) throw new Error('the engine is started by Earshot, not by hand');
  // Without a parent there is nobody to compute for.
  process.on('disconnect', () => process.exit(0));
  return {
    // The parent may be gone by now; then 'disconnect' has already been told.
    send: (message) => process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => process.on('message', listener),
  };
}

function utilityPort(): UtilityPort | undefined {
  if (!('parentPort' in process) || !process.parentPort) return undefined;
  // Electron's own object, there in every utility process and nowhere else.
  return process.parentPort as UtilityPort;
}
