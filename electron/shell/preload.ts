// The page's only way out of its sandbox: bytes out, bytes in. It knows nothing of what they mean.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from './messages.ts';

contextBridge.exposeInMainWorld('earshot', Object.freeze({ send, onFrame }));

function send(frame: Uint8Array): void {
  ipcRenderer.send(CHANNELS.frame, frame);
}

/**
 * Opens a connection to the host and hears its frames, until the returned function is called.
 * An empty frame says that the connection has ended (the host stopped, or refused us): call `onFrame` again for another.
 */
function onFrame(listener: (frame: Uint8Array) => void): () => void {
  const hear = (_event: unknown, frame: Uint8Array) => listener(frame);
  ipcRenderer.on(CHANNELS.frame, hear);
  ipcRenderer.send(CHANNELS.open);
  return () => {
    ipcRenderer.off(CHANNELS.frame, hear);
    ipcRenderer.send(CHANNELS.close);
  };
}
