// stub
import type { HostContext } from '../host-context.ts';
import type { OpenedWorkspace } from './opened-workspace.ts';
export async function fillSample(
  _workspace: OpenedWorkspace,
  _folder: string,
  _context: HostContext,
): Promise<void> {}
