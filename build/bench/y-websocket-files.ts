// Fetches y-websocket's server and provider into the temporary folder, in exact versions: they bring LevelDB and an old `ws`
// along, so the project does not depend on them. Beneath them lie the project's own Yjs and ws, so that both sides of a
// comparison stand on the same ground.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';

const PACKAGES = ['@y/websocket-server@0.1.1', 'y-websocket@3.1.0'];
const OURS = ['yjs', 'lib0', 'y-protocols', 'ws'];
const LIMIT_MS = 90_000;
const isWindows = process.platform === 'win32';

/** The folder that holds them under `node_modules`; else why they could not be had. */
export async function fetchYWebsocket(root: string): Promise<Result<string, string>> {
  const folder = join(tmpdir(), `earshot-bench-peers-${PACKAGES.join('-').replaceAll(/[^\w.-]/g, '_')}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    await mkdir(fresh, { recursive: true });
    await writeFile(join(fresh, 'package.json'), '{"private":true,"type":"module"}');
    const failure = await install(fresh);
    if (failure !== null) {
      await rm(fresh, { recursive: true, force: true });
      return fail(failure);
    }
    await rename(fresh, folder);
  }
  await standOnOurs(root, folder);
  return ok(folder);
}

function install(folder: string): Promise<string | null> {
  const args = ['install', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES];
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT_MS,
      // npm is a .cmd file there, which Node starts only through a shell.
      shell: isWindows,
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => {
      const [line = 'npm did not finish'] = complaint.trim().split('\n');
      resolve(code === 0 ? null : line);
    });
  });
}

async function standOnOurs(root: string, folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  for (const name of OURS) {
    await rm(join(modules, name), { recursive: true, force: true });
    await symlink(join(root, 'node_modules', name), join(modules, name), isWindows ? 'junction' : 'dir');
  }
  // The server imports its store whether or not it is told to keep anything. Here it keeps nothing.
  const store = join(modules, 'y-leveldb');
  await mkdir(store, { recursive: true });
  await writeFile(join(store, 'package.json'), '{"name":"y-leveldb","type":"module","exports":"./index.js"}');
  await writeFile(join(store, 'index.js'), 'export class LeveldbPersistence {}\n');
}
