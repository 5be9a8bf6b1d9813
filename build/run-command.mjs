// Runs one command to its end, within a time limit, as a process group of its own.
// So that a step which hangs, or leaves children behind, is ended whole; it knows nothing of what it runs.
import { spawn } from 'node:child_process';

const isWindows = process.platform === 'win32';
const running = new Set();

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ limitMs: number, cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} options
 *   `show` passes the output through instead of collecting it.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 127 when the command cannot be started
 */
export function runCommand(command, args, { limitMs, cwd, env, show = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: !isWindows,
    });
    running.add(child);
    let output = '';
    let timedOut = false;
    let grace;
    const limit = setTimeout(() => {
      timedOut = true;
      endGroup(child, 'SIGTERM');
      grace = setTimeout(() => endGroup(child, 'SIGKILL'), 5_000);
    }, limitMs);
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const finish = (code, note = '') => {
      clearTimeout(limit);
      clearTimeout(grace);
      if (!running.delete(child)) return;
      // What the command left behind would keep our pipes open, and a caller waiting for them.
      endGroup(child, 'SIGKILL');
      const late = timedOut ? `\nended after ${Math.round(limitMs / 1000)} s without finishing\n` : '';
      resolve({ code: timedOut ? 124 : code, output: output + note + late, timedOut });
    };
    child.once('error', (error) => finish(127, `${command}: ${error.message}\n`));
    // `exit` comes before the last output is read, `close` waits for it, but also for grandchildren holding the pipe.
    child.once('exit', (code) => {
      const drained = setTimeout(() => finish(code ?? 1), 2_000);
      child.once('close', () => {
        clearTimeout(drained);
        finish(code ?? 1);
      });
    });
  });
}

/** Ends every command that is still running, with its children. For use when this process is itself told to stop. */
export function endRunningCommands() {
  for (const child of running) endGroup(child, 'SIGKILL');
}

function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group is gone already, which is what was asked for.
    if (error.code !== 'ESRCH') throw error;
  }
}
