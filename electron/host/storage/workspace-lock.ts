// One writer per workspace folder: a `lock` file that says who has it. A holder that died is replaced by exactly one
// of those who ask; one on another computer only after it has given no sign of life for half a minute.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { removeQuietly, writeAndSync, writeFully } from './durable-write.ts';
import { type FileFacts, type FileSystem, nodeFileSystem, type OpenFile } from './fs-port.ts';
import { livenessOf, type ProcessIdentity, thisProcess } from './process-identity.ts';
import { isCode, storageError } from './storage-error.ts';

const HEARTBEAT_MS = 5_000;
/** Six missed heartbeats. */
const SILENCE_MS = 30_000;
const LOCK = 'lock';
const LEFTOVER = /^(lock-after-.*|\.lock-[0-9a-f-]{36}\.tmp(\.new)?)$/;

const Holder = z.object({
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  pid: z.number().int().positive(),
  host: z.string().max(300),
  /** ISO 8601. */
  startedAt: z.string().max(40),
  bootId: z.string().max(100).nullable(),
  processStart: z.string().max(40).nullable(),
  machineId: z.string().max(100).nullable(),
});

/** Who has the folder. `pid` is 0 and `host` empty when the lock file cannot be read. */
export interface LockHolder extends ProcessIdentity {
  readonly id: string;
  /** When the lock was taken, ISO 8601. */
  readonly startedAt: string;
  /** The last sign of life, by the clock of the drive. */
  readonly seenAt: string;
}

export interface WorkspaceLock {
  readonly id: string;
  /** Gives the folder back. Somebody else's lock is left alone. May be called twice. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** The lock was deleted or taken by another: whoever holds this must stop writing. Called once. */
  readonly onLost?: () => void;
  readonly heartbeatMs?: number;
  readonly fileSystem?: FileSystem;
  /** For tests: who asks. */
  readonly identity?: ProcessIdentity;
}

/**
 * Takes the lock of a folder, or answers who has it. Rejects with AppError `disk-full`, or `folder-not-usable` when
 * the folder cannot be written. Where the system does not tell when a process started (Windows, macOS), a holder whose
 * pid is in use counts as alive until its heartbeat has been silent for 30 s.
 */
export async function acquireLock(
  folder: string,
  options: LockOptions = {},
): Promise<Result<WorkspaceLock, LockHolder>> {
  const { fileSystem = nodeFileSystem, heartbeatMs = HEARTBEAT_MS, onLost = () => undefined } = options;
  const identity = options.identity ?? (await thisProcess());
  const own = { id: randomUUID(), startedAt: new Date().toISOString(), ...identity };
  const claim: Claim = {
    fileSystem,
    own,
    bytes: new TextEncoder().encode(`${JSON.stringify(own, null, 2)}\n`),
    proof: join(folder, `.lock-${own.id}.tmp`),
  };
  const file = join(folder, LOCK);
  try {
    await writeAndSync(fileSystem, claim.proof, claim.bytes);
    const other = await take(claim, file);
    if (other !== null) return fail(other);
    await removeLeftovers(claim, folder);
    return ok(await keepAlive(claim, file, heartbeatMs, onLost));
  } catch (error) {
    const failure = storageError(error, 'the folder cannot be locked', { folder });
    if (failure.code === 'disk-full') throw failure;
    throw new AppError('folder-not-usable', failure.message, { details: failure.details, cause: error });
  } finally {
    await removeQuietly(fileSystem, claim.proof);
  }
}

interface Claim {
  readonly fileSystem: FileSystem;
  readonly own: ProcessIdentity & { readonly id: string; readonly startedAt: string };
  readonly bytes: Uint8Array;
  /** A file with these bytes, whole before it gets a name that others read. Its time is now, by the drive's clock. */
  readonly proof: string;
}

/**
 * Gives `file` to the claimant; null when that worked, else who has it. A dead holder is replaced behind a gate, a
 * second lock named after the dead one: whoever passes it looks again, so that a lock just taken by another is never
 * replaced. The gate may itself have been left by a process that died, and is then taken in the same way.
 */
async function take(claim: Claim, file: string): Promise<LockHolder | null> {
  for (;;) {
    if (await createWhole(claim, file)) return null;
    const holder = await readHolder(claim.fileSystem, file);
    if (holder === undefined) continue; // released between the two looks
    if (await isHeld(claim, holder)) return holder;
    const gate = `${file}-after-${holder.id}`;
    const rival = await take(claim, gate);
    if (rival !== null) return rival; // alive, and taking the folder at this moment
    try {
      if ((await readHolder(claim.fileSystem, file))?.id !== holder.id) continue;
      await replaceWhole(claim, file);
      return null;
    } finally {
      await removeQuietly(claim.fileSystem, gate);
    }
  }
}

/** What claimants that were killed left behind; those that may still be at work are younger. */
async function removeLeftovers(claim: Claim, folder: string): Promise<void> {
  const { fileSystem, proof } = claim;
  const now = (await fileSystem.facts(proof))?.modifiedMs ?? 0;
  for (const name of await fileSystem.list(folder)) {
    if (!LEFTOVER.test(name)) continue;
    const facts = await fileSystem.facts(join(folder, name));
    if (facts !== undefined && now - facts.modifiedMs > SILENCE_MS)
      await removeQuietly(fileSystem, join(folder, name));
  }
}

/** False when the name is taken. */
async function createWhole(claim: Claim, file: string): Promise<boolean> {
  try {
    await claim.fileSystem.link(claim.proof, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL')) throw error;
  }
  // A drive without links, such as FAT: exclusive as well, but for a moment the file is there and empty.
  let handle: OpenFile;
  try {
    handle = await claim.fileSystem.open(file, 'create');
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    await writeFully(handle, claim.bytes, 0);
  } finally {
    await handle.close();
  }
  return true;
}

async function replaceWhole(claim: Claim, file: string): Promise<void> {
  const replacement = `${claim.proof}.new`;
  await writeAndSync(claim.fileSystem, replacement, claim.bytes);
  try {
    await claim.fileSystem.rename(replacement, file);
  } catch (error) {
    await removeQuietly(claim.fileSystem, replacement);
    throw error;
  }
}

async function isHeld(claim: Claim, holder: LockHolder): Promise<boolean> {
  const liveness = holder.pid === 0 ? 'unknown' : await livenessOf(holder, claim.own);
  if (liveness !== 'unknown') return liveness === 'alive';
  // Both times are the drive's, so that the clocks of two computers need not agree.
  const now = await claim.fileSystem.facts(claim.proof);
  return (now?.modifiedMs ?? 0) - Date.parse(holder.seenAt) <= SILENCE_MS;
}

/** Undefined when there is no lock. */
async function readHolder(fileSystem: FileSystem, file: string): Promise<LockHolder | undefined> {
  const facts = await fileSystem.facts(file);
  if (facts === undefined) return undefined;
  if (facts.kind !== 'file') throw new Error('what is named like the lock is not a file');
  let text: string;
  try {
    text = new TextDecoder().decode(await fileSystem.readFile(file));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const seenAt = new Date(facts.modifiedMs).toISOString();
  const parsed = Holder.safeParse(parseJson(text));
  return parsed.success ? { ...parsed.data, seenAt } : unreadableHolder(facts, seenAt);
}

/** Named after the file and its time: the same unreadable lock always gets the same id. */
function unreadableHolder(facts: FileFacts, seenAt: string): LockHolder {
  return {
    id: `unreadable-${facts.fileId}-${Math.trunc(facts.modifiedMs)}`,
    pid: 0,
    host: '',
    startedAt: seenAt,
    seenAt,
    bootId: null,
    processStart: null,
    machineId: null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema, with everything else that is no holder
  }
}

/** Gives signs of life through a descriptor of our own file, which never reaches the file of one who replaced it. */
async function keepAlive(
  claim: Claim,
  file: string,
  heartbeatMs: number,
  onLost: () => void,
): Promise<WorkspaceLock> {
  const { fileSystem, own, bytes } = claim;
  const handle = await fileSystem.open(file, 'existing');
  let beating: Promise<void> = Promise.resolve();
  let isLost = false;
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, heartbeatMs);
  timer.unref();

  async function isOurs(): Promise<boolean> {
    return (await readHolder(fileSystem, file))?.id === own.id;
  }

  async function beat(): Promise<void> {
    // On a slow drive several beats may be waiting in line when the first of them finds the lock gone.
    if (isLost) return;
    try {
      if (!(await isOurs())) {
        isLost = true;
        clearInterval(timer);
        onLost();
        return;
      }
      // The same bytes again: so the time is set by the drive, not by this computer.
      await writeFully(handle, bytes, 0);
    } catch {
      // A drive that cannot be reached now may be back at the next beat; a full one may still take the time alone.
      await handle.touch().catch(() => undefined);
    }
  }

  let released: Promise<void> | null = null;
  async function release(): Promise<void> {
    clearInterval(timer);
    await beating;
    await handle.close();
    if (await isOurs()) await fileSystem.remove(file);
  }
  return {
    id: own.id,
    release() {
      released ??= release().catch((error: unknown) => {
        throw storageError(error, 'the lock cannot be released', { file });
      });
      return released;
    },
  };
}
