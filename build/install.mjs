// Puts the packages named in package-lock.json into node_modules, when they are not there yet.
// Runs before anything is installed, so it may use nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];

/**
 * Installs when node_modules is missing or does not fit the lock file; otherwise takes a few milliseconds.
 * @param {string} root the folder with package.json
 * @returns {'present' | 'installed'}
 * @throws Error with a sentence for people when it cannot be done
 */
export function installPackages(root) {
  requireNode();
  const stamp = join(root, 'node_modules', '.earshot-install');
  const wanted = lockHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'present';

  console.log('Installing packages (about a minute, once)…');
  const isWindows = process.platform === 'win32';
  const done = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      // Only what npm has to say about a failure is of use here; npm writes that to stderr.
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      // npm is a .cmd file on Windows, which Node starts only through a shell.
      shell: isWindows,
      // On Linux onnxruntime-node would otherwise fetch CUDA libraries that Earshot never uses.
      // NODE_ENV=production, or npm's own omit setting, would leave out the tools that build the app.
      env: {
        ...process.env,
        ONNXRUNTIME_NODE_INSTALL: 'skip',
        NODE_ENV: '',
        npm_config_omit: '',
        npm_config_include: 'dev',
      },
      timeout: 20 * 60_000,
    },
  );
  if (done.status !== 0) throw new Error(explainFailure(done));
  writeFileSync(stamp, wanted);
  return 'installed';
}

/** Of package.json only what npm installs by: an edited script is no reason to install again. */
function lockHash(root) {
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return (
    createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .update(JSON.stringify([dependencies, devDependencies, overrides, allowScripts]))
      // Packages with native parts differ by system and by Node's module version.
      .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
      .digest('hex')
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`Earshot needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function explainFailure({ error, stderr = '' }) {
  if (error?.code === 'ENOENT') return 'npm was not found. It comes with Node: https://nodejs.org';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(stderr)) {
    return 'The packages could not be fetched: the package registry cannot be reached. Connect once and start again; afterwards Earshot needs no network.';
  }
  return `npm ci did not finish:\n${stderr.trim() || error?.message || 'no reason was given'}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    installPackages(join(import.meta.dirname, '..'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
