// Under which addresses this computer can be reached, the likeliest first, and whether a visitor meant one of them.
import type { IncomingMessage } from 'node:http';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Addresses that a link may carry: of a local network before others, IPv4 before IPv6, no loopback and no link-local. */
export function ownAddresses(port: number, interfaces: Interfaces = networkInterfaces()): readonly string[] {
  const found = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  return found
    .filter(
      ({ internal, address }) => !internal && !address.startsWith('169.254.') && !address.startsWith('fe80'),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 4)
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`));
}

function rank({ address, family }: NetworkInterfaceInfo): number {
  if (family === 'IPv6') return 3;
  if (address.startsWith('192.168.') || address.startsWith('10.')) return 0;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 1 : 2;
}

/**
 * Whether the Host header names the address that was really reached, or one of `names`. Also against DNS rebinding: a
 * stranger's name that leads here is not ours.
 */
export function isOurHost({ headers, socket }: IncomingMessage, names: readonly string[] = []): boolean {
  const { localAddress = '', localPort = 0 } = socket;
  const plain = localAddress.replace(/^::ffff:/, '');
  const own = plain.includes(':') ? `[${plain}]` : plain;
  const port = `:${localPort}`;
  const meant = headers.host ?? '';
  return meant === own + port || names.some((name) => meant === withPort(name, localPort));
}

/** `name` with the door's port, unless it brings its own, as behind a router. */
export function withPort(name: string, port: number): string {
  return /:[0-9]+$/.test(name) && !/^\[[^\]]*$/.test(name) ? name : `${name}:${port}`;
}
