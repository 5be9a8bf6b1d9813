import { basename } from 'node:path';
import type { HostContext } from '../host-context.ts';

/** The encoder that finds needs: the one inside the app, unless a person chose another on this computer. */
export function modelInUse(context: Pick<HostContext, 'settings' | 'options'>): {
  readonly folder: string;
  readonly name: string;
  readonly isBuiltIn: boolean;
} {
  const chosen = context.settings.value.modelFolder;
  const folder = chosen ?? context.options.modelFolder;
  return { folder, name: basename(folder), isBuiltIn: chosen === null };
}
