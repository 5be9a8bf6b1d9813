// Loaded first into a utility process: gives it Electron's process.parentPort over Node's own channel.
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message) => process.send(message),
  start() {},
});
// Messages wait for the first listener, as in Electron.
port.on('newListener', (name) => {
  if (name !== 'message' || port.listenerCount('message') > 0) return;
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
});
process.parentPort = port;
// Electron ends utility processes with the app; a stand-in that was killed must not leave any.
process.once('disconnect', () => process.exit(0));
