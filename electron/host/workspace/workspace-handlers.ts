// Session and workspace: who sits here, which folder is open, and what was open before.
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenWorkspace, SessionState } from '../../../shared/contract/session.ts';
import { AppError } from '../../../shared/errors.ts';
import { PersonId } from '../../../shared/ids.ts';
import { WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import type { Visit } from '../sharing/visit.ts';
import { createWorkspace } from './create-workspace.ts';
import { type OpenedWorkspace, type OpenOptions, openWorkspaceFolder } from './opened-workspace.ts';
import { fillSample } from './sample.ts';

type Covered =
  | 'session.state'
  | 'session.setMe'
  | 'workspaces.create'
  | 'workspaces.open'
  | 'workspaces.openSample'
  | 'workspaces.close'
  | 'workspaces.rename'
  | 'workspaces.chooseFolder';

export function workspaceHandlers(context: HostContext): Pick<Handlers, Covered> {
  const { options, settings } = context;
  const openOptions: OpenOptions = {
    log: options.log,
    now: () => context.now(),
    tellStorage: (state) => context.tell('storage.changed', state),
    fileSystem: options.fileSystem,
    cluster: options.cluster,
    readTranscript: context.transcripts.read,
    isOnlyReading: options.isOnlyReading ?? false,
  };

  function state(): SessionState {
    return {
      appVersion: options.appVersion,
      platform: platformName(),
      me: settings.value.me,
      isNamed: settings.value.isNamed,
      workspace: context.current()?.describe() ?? null,
      recent: settings.value.recent.map((entry) => ({
        ...entry,
        isMissing: !existsSync(join(entry.folder, 'earshot.json')),
      })),
      defaultFolder: options.defaultFolder,
      canChooseFolder: options.chooseFolder !== undefined,
    };
  }

  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: of two that are opened at once, one would stay locked with nobody to close it. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = turn.then(task);
    turn = result.catch(() => undefined); // told to the caller; the next one goes on
    return result;
  }

  async function close(): Promise<void> {
    const open = context.current();
    if (open === null) return;
    context.setCurrent(null);
    await open.close();
  }

  async function use(workspace: OpenedWorkspace): Promise<OpenWorkspace> {
    context.setCurrent(workspace);
    const description = workspace.describe();
    await unlessRefused(
      settings.remember({
        folder: workspace.folder,
        name: description.name,
        openedAt: context.now().toISOString(),
      }),
    );
    context.tell('workspace.changed', { workspace: description });
    return description;
  }

  /** The copy of the sample, made and filled where it is not yet. */
  async function openSample(folder: string): Promise<OpenedWorkspace> {
    const wanted = {
      name: 'Larder',
      folder,
      defaultFolder: options.userFolder,
      isSample: true,
      newId: () => context.newId(),
    };
    const workspace = existsSync(join(folder, 'earshot.json'))
      ? await openWorkspaceFolder(folder, openOptions)
      : await createWorkspace(wanted, openOptions);
    try {
      await fillSample(workspace, options.sampleFolder);
    } catch (error) {
      await workspace.close();
      throw error;
    }
    return workspace;
  }

  /** What was open is a convenience: a disk that does not take it keeps nobody from their words. */
  async function unlessRefused(writing: Promise<void>): Promise<void> {
    try {
      await writing;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      options.log.warn('settings-not-stored', { code: error.code });
    }
  }

  return {
    'session.state': async (_nothing, { visit }) => (visit ? stateForVisitor(state(), visit) : state()),
    async 'session.setMe'(me) {
      await settings.setMe(me);
      // In a workspace that is open to read nobody acts; who sits here is known all the same.
      if (context.current()?.readOnlyBecause === null) await actingPerson(context);
      return state();
    },
    'workspaces.create': ({ name, folder }) =>
      inTurn(async () => {
        const workspace = await createWorkspace(
          {
            name,
            folder,
            defaultFolder: options.defaultFolder,
            isSample: false,
            newId: () => context.newId(),
          },
          openOptions,
        );
        await close();
        return use(workspace);
      }),
    'workspaces.open': ({ folder }) =>
      inTurn(async () => {
        const open = context.current();
        // One that was opened without its lock, to read, is opened anew: the reason may be gone.
        if (open?.hasLock && (await isSameFolder(open.folder, folder))) return open.describe();
        // The new one first: if it cannot be opened, the old one is still there.
        const workspace = await openWorkspaceFolder(folder, openOptions);
        await close();
        return use(workspace);
      }),
    'workspaces.openSample': () =>
      inTurn(async () => {
        const folder = join(options.userFolder, 'sample');
        const open = context.current();
        if (open?.folder === folder) return open.describe();
        const workspace = await openSample(folder);
        await close();
        return use(workspace);
      }),
    'workspaces.close': () =>
      inTurn(async () => {
        await close();
        await unlessRefused(settings.setOpenFolder(null));
        context.tell('workspace.changed', { workspace: null });
        return null;
      }),
    'workspaces.rename': ({ name }) =>
      inTurn(async () => {
        const workspace = context.workspace();
        await workspace.documents.edit(
          WORKSPACE_DOCUMENT,
          (document) => void document.getMap('meta').set('name', name),
        );
        await use(workspace);
        return null;
      }),
    async 'workspaces.chooseFolder'() {
      return { folder: (await options.chooseFolder?.()) ?? null };
    },
  };
}

/** Also by another way to it, such as a link: its lock is ours, and must not look like somebody else's. */
async function isSameFolder(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  try {
    return (await realpath(a)) === (await realpath(b));
  } catch {
    return false; // one of them is not there; opening it will say so
  }
}

/** Who came by an invite sees themselves and the workspace, and nothing of this computer's folders. */
function stateForVisitor(state: SessionState, visit: Visit): SessionState {
  const person = visit.person();
  return {
    appVersion: state.appVersion,
    platform: state.platform,
    me: person ?? { id: PersonId.parse('visitor'), name: 'Guest', role: 'observer' },
    isNamed: person !== null,
    workspace: state.workspace && { ...state.workspace, folder: '', damage: [] },
    recent: [],
    defaultFolder: '',
    canChooseFolder: false,
  };
}

function platformName(): SessionState['platform'] {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
