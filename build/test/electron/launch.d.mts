import type { ElectronApplication } from 'playwright-core';

export const shellKind: 'electron' | 'stand-in';
export function launchApp(options: {
  main?: string;
  userFolder: string;
  env?: Record<string, string>;
}): Promise<ElectronApplication>;
