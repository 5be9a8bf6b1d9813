// Which process this is, and whether another one still lives: a pid alone is not enough, since pids are used again.
// It knows nothing of locks.
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isCode } from './storage-error.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** The computer's name on its network. */
  readonly host: string;
  /** Changes with every start of the computer; null where the system does not tell. */
  readonly bootId: string | null;
  /** In clock ticks since the computer's start; null where the system does not tell. */
  readonly processStart: string | null;
  /** Tells computers of one name apart; null where the system does not tell. */
  readonly machineId: string | null;
}

/** `unknown` when this computer cannot tell: another computer's process, or a pid that may have been used again. */
export type Liveness = 'alive' | 'dead' | 'unknown';

/** The identity of the process that asks. */
export async function thisProcess(): Promise<ProcessIdentity> {
  return {
    pid: process.pid,
    host: hostname(),
    bootId: await readLine('/proc/sys/kernel/random/boot_id'),
    processStart: (await processStat(process.pid))?.start ?? null,
    machineId: await readLine('/etc/machine-id'),
  };
}

/** Whether the process `other` lives, as far as the process `own` can tell. */
export async function livenessOf(other: ProcessIdentity, own: ProcessIdentity): Promise<Liveness> {
  if (other.host !== own.host || other.machineId !== own.machineId) return 'unknown';
  if (other.bootId !== own.bootId) {
    // The computer was started anew since, if it is this computer at all.
    return own.machineId !== null && own.bootId !== null && other.bootId !== null ? 'dead' : 'unknown';
  }
  if (!hasProcess(other.pid)) return 'dead';
  if (other.processStart === null || own.processStart === null) return 'unknown';
  const stat = await processStat(other.pid);
  // Gone between the two looks, ended but not yet collected by its parent, or another process with its number.
  return stat === undefined || stat.hasEnded || stat.start !== other.processStart ? 'dead' : 'alive';
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks only, sends nothing
    return true;
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
    return true; // EPERM: it lives and is another user's
  }
}

/** Linux, proc(5): the state is field 3, the start time field 22; the name before them may hold spaces and brackets. */
async function processStat(pid: number): Promise<{ start: string; hasEnded: boolean } | undefined> {
  const line = await readLine(`/proc/${pid}/stat`);
  if (line === null) return undefined;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const start = fields[19];
  return start === undefined ? undefined : { start, hasEnded: state === 'Z' || state === 'X' };
}

/** Null where there is no such file, as on Windows and macOS. */
async function readLine(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM', 'ENOTDIR')) return null;
    throw error;
  }
}
