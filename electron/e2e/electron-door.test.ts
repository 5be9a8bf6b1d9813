import { afterAll, beforeAll, vi } from 'vitest';
import { shellKind } from '../../build/test/electron/launch.mjs';
import { ElectronDoor } from './testing/electron-door.ts';
import { transportSuite } from './transport-suite.ts';

// Windows open in the midst of a test.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const isReal = shellKind === 'electron';
const tooLarge = 'a frame beyond the limit';
let app: ElectronDoor;

beforeAll(async () => {
  app = await ElectronDoor.start();
});
afterAll(() => app.quit());

transportSuite(isReal ? 'Electron door' : 'Electron door, on the stand-in', () => app.open(), {
  // Main looks at the length of what a page sends, and nothing else: the host never hears of these.
  passedOnToNobody: ['an empty frame', tooLarge],
  ...(!isReal && { leftOut: { [tooLarge]: '64 MB take the stand-in too long (10 MB: 23 s)' } }),
});
