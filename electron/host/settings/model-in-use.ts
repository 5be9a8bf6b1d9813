import { basename } from 'node:path';
import type { DetectedLanguage } from '../../../shared/text/language.ts';
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

/** The model inside the app knows English alone; of one that a person chose, they know what it was made for. */
export function isForeign(
  language: Pick<DetectedLanguage, 'code'>,
  model: { readonly isBuiltIn: boolean },
): boolean {
  return model.isBuiltIn && language.code !== 'en';
}
