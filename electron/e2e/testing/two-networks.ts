// Two networks of this computer, one for each of two people, and the cable between them, which can be pulled: Linux' network
// namespaces and a pair of virtual interfaces. Only Linux has them, and only for one with the right to; elsewhere
// `whyNoTwoNetworks` says so.
import { execFileSync } from 'node:child_process';

export type Whose = 'ines' | 'tomas';

export interface TwoNetworks {
  /** What to put before a command, so that it runs within a network. */
  within(whose: Whose): readonly string[];
  /** Takes one end of the cable out or puts it in again. */
  setPlugged(whose: Whose, isPlugged: boolean): void;
  /** Ends whatever still runs in the two networks, and takes them away. */
  remove(): void;
}

/** Known nowhere outside of the two networks. */
const ADDRESSES: Readonly<Record<Whose, string>> = { ines: '10.213.77.1/24', tomas: '10.213.77.2/24' };
const INTERFACE = 'cable';
const PREFIX = 'earshot-';

/** Empty where two networks can be made. */
export function whyNoTwoNetworks(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  try {
    ip('-V');
  } catch {
    return 'needs iproute2';
  }
  try {
    twoNetworks('probe-').remove();
    return '';
  } catch {
    return 'needs the right to make network namespaces';
  }
}

/** Throws where `whyNoTwoNetworks` is not empty. They are gone at the latest when this process ends. */
export function twoNetworks(kind = ''): TwoNetworks {
  removeLeftBehind();
  const names: Readonly<Record<Whose, string>> = {
    ines: `${PREFIX}${process.pid}-${kind}ines`,
    tomas: `${PREFIX}${process.pid}-${kind}tomas`,
  };
  const both = ['ines', 'tomas'] as const;
  const remove = () => {
    process.off('exit', remove);
    for (const whose of both) removeNetwork(names[whose]);
  };
  process.once('exit', remove);
  try {
    for (const whose of both) ip('netns', 'add', names[whose]);
    const cable = ['link', 'add', INTERFACE, 'type', 'veth', 'peer', 'name', INTERFACE];
    ip('-n', names.ines, ...cable, 'netns', names.tomas);
    for (const whose of both) {
      ip('-n', names[whose], 'address', 'add', ADDRESSES[whose], 'dev', INTERFACE);
      ip('-n', names[whose], 'link', 'set', 'lo', 'up');
      ip('-n', names[whose], 'link', 'set', INTERFACE, 'up');
    }
  } catch (error) {
    remove();
    throw error;
  }
  return {
    within: (whose) => ['ip', 'netns', 'exec', names[whose]],
    setPlugged: (whose, isPlugged) =>
      ip('-n', names[whose], 'link', 'set', INTERFACE, isPlugged ? 'up' : 'down'),
    remove,
  };
}

/** Networks of a process that was killed before it could take them away. */
function removeLeftBehind(): void {
  for (const line of listed('netns', 'list')) {
    const [name = ''] = line.split(' ');
    const maker = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) removeNetwork(name);
  }
}

/** The pair of interfaces goes with the first of its networks. */
function removeNetwork(name: string): void {
  if (!listed('netns', 'list').some((line) => line.split(' ')[0] === name)) return;
  for (const pid of listed('netns', 'pids', name)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  ip('netns', 'delete', name);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function listed(...args: readonly string[]): string[] {
  const printed = execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return printed.split('\n').filter((line) => line !== '');
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: 'ignore' });
}
