// What Electron's preload script puts into the page; see electron/shell/preload.ts for its other half.

interface EarshotBridge {
  send(frame: Uint8Array): void;
  /**
   * Opens a connection to the host and hears its frames, until the returned function is called. An empty frame says
   * that the connection has ended: call `onFrame` again for another.
   */
  onFrame(listener: (frame: Uint8Array) => void): () => void;
}

interface Window {
  /** Undefined in a browser. */
  readonly earshot?: EarshotBridge;
}
