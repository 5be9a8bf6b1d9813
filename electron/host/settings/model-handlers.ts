// The contract's part about the encoder: which one is used, and another one from a folder on this computer's disk.
import { stat } from 'node:fs/promises';
import type { ModelState, modelParams } from '../../../shared/contract/model.ts';
import { AppError } from '../../../shared/errors.ts';
import { readModelFolder } from '../../engine/model-folder.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { modelInUse } from './model-in-use.ts';

export function modelHandlers(context: HostContext): Pick<Handlers, keyof typeof modelParams> {
  async function state(): Promise<ModelState> {
    const { folder, name, isBuiltIn } = modelInUse(context);
    return {
      name,
      folder: isBuiltIn ? null : folder,
      isThere: await isFolder(folder),
      interviews: context.current() === null ? 0 : (await context.needs().view()).interviewsWithWords,
    };
  }

  async function use(folder: string | null): Promise<ModelState> {
    await context.settings.setModelFolder(folder);
    if (context.current() !== null) context.tell('needs.changed', {});
    return state();
  }

  return {
    'model.state': state,
    async 'model.choose'({ folder }) {
      await check(context, folder);
      return use(folder);
    },
    'model.useBuiltIn': () => use(null),
  };
}

/** Opens the encoder and lets it read one word, so that a folder that only looks right is refused before it is kept. */
async function check(context: HostContext, folder: string): Promise<void> {
  const engine = context.options.createEngine();
  try {
    const { heads } = await readModelFolder(folder);
    const [vector] = await engine.embed(folder, ['order']);
    if (vector?.length !== heads.detector.weight.length)
      throw new AppError('engine-failed', 'the encoder and its heads do not belong together');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.options.log.warn('model-refused', { code: error.code, reason: error.message });
    throw new AppError('not-a-model', 'this folder holds no encoder Earshot can read', { cause: error });
  } finally {
    engine.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null); // not there, or not readable: both mean that it cannot be used
  return found?.isDirectory() ?? false;
}
