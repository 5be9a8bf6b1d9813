import { expect, it } from 'vitest';
import { ElectronTransport } from './electron-transport.ts';
import { HeldTimers } from './testing/held-timers.ts';

class FakeBridge implements EarshotBridge {
  readonly sent: Uint8Array[] = [];
  opened = 0;
  listeners: ((frame: Uint8Array) => void)[] = [];

  send = (frame: Uint8Array) => {
    this.sent.push(frame);
  };

  onFrame = (listener: (frame: Uint8Array) => void) => {
    this.opened += 1;
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((other) => other !== listener);
    };
  };

  say(frame: Uint8Array): void {
    for (const listener of this.listeners) listener(frame);
  }
}

function start() {
  const bridge = new FakeBridge();
  const timers = new HeldTimers();
  const transport = new ElectronTransport(bridge, timers);
  return { bridge, timers, transport };
}

it('is open at once, and passes frames both ways', () => {
  const { bridge, transport } = start();
  const heard: Uint8Array[] = [];
  transport.onFrame((frame) => heard.push(frame));
  expect(transport.state).toEqual({ kind: 'open' });
  transport.send(new Uint8Array([1]));
  bridge.say(new Uint8Array([2]));
  expect(bridge.sent).toEqual([new Uint8Array([1])]);
  expect(heard).toEqual([new Uint8Array([2])]);
});

it('opens another connection after an empty frame, and does not pass that frame on', () => {
  const { bridge, transport, timers } = start();
  const heard: Uint8Array[] = [];
  const states: string[] = [];
  transport.onFrame((frame) => heard.push(frame));
  transport.onState((state) => states.push(state.kind));
  bridge.say(new Uint8Array());
  expect(transport.state).toEqual({ kind: 'closed', reason: 'host-ended', willRetry: true });
  transport.send(new Uint8Array([7]));
  expect(timers.runNext()).toBe(250);
  expect(states).toEqual(['closed', 'open']);
  expect(bridge.opened).toBe(2);
  expect(bridge.listeners).toHaveLength(1);
  expect(bridge.sent).toEqual([]);
  expect(heard).toEqual([]);
});

it('waits longer while the host keeps ending, and starts over once it speaks', () => {
  const { bridge, timers } = start();
  bridge.say(new Uint8Array());
  const waits = [timers.runNext()];
  bridge.say(new Uint8Array());
  waits.push(timers.runNext());
  bridge.say(new Uint8Array([1]));
  bridge.say(new Uint8Array());
  waits.push(timers.runNext());
  expect(waits).toEqual([250, 500, 250]);
});

it('leaves the bridge when it is closed', () => {
  const { bridge, transport, timers } = start();
  transport.close();
  expect(bridge.listeners).toEqual([]);
  expect(timers.pending).toBe(0);
  expect(transport.state).toMatchObject({ kind: 'closed', willRetry: false });
});
