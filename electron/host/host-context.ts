// What every handler may lean on: the open workspace, this computer's settings, events, ids and the clock.
import type { EventName, Events } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Person } from '../../shared/workspace/people.ts';
import { putRecord, WORKSPACE_DOCUMENT } from '../../shared/workspace/workspace-document.ts';
import type { HostOptions } from './host-options.ts';
import type { InterviewIndex } from './interviews/interview-index.ts';
import type { NeedsService } from './needs/needs-port.ts';
import type { PeersService } from './replica/peers-port.ts';
import type { SearchService } from './search/search-port.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { TranscriptReading } from './transcripts/transcript-reader.ts';
import type { OpenedWorkspace } from './workspace/opened-workspace.ts';

export interface HostContext {
  readonly options: HostOptions;
  readonly settings: SettingsStore;
  /** The open workspace; AppError `no-workspace` when there is none. */
  workspace(): OpenedWorkspace;
  /** The open workspace, or null. */
  current(): OpenedWorkspace | null;
  setCurrent(workspace: OpenedWorkspace | null): void;
  /** The interviews of the open workspace; AppError `no-workspace` when there is none. */
  interviews(): InterviewIndex;
  needs(): NeedsService;
  /** Other computers that hold the open workspace; AppError `no-workspace` when there is none. */
  peers(): PeersService;
  search(): SearchService;
  readonly transcripts: TranscriptReading;
  tell<E extends EventName>(event: E, payload: Events[E]): void;
  newId(): string;
  now(): Date;
}

/** Who acts: the person at this computer, written into the workspace's people before their first act there. */
export async function actingPerson(context: HostContext): Promise<Person> {
  const { me } = context.settings.value;
  const workspace = context.workspace();
  const known = workspace.facts().people.find((person) => person.id === me.id);
  if (known?.name !== me.name || known.role !== me.role) {
    await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
      putRecord(document, 'people', me.id, me),
    );
  }
  return me;
}

/** The record with this id, or AppError `not-found`. */
export function found<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new AppError('not-found', `there is no such ${what} in this workspace`);
  return record;
}
