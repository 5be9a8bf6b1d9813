// Every method and event of the host, in one table: params schema, who may call it, what it answers. The client, the
// router and all doors derive from it. Text that people type together is not here: it goes through the documents.
import { z } from 'zod';
import type {
  BriefId as BriefIdType,
  InterviewId as InterviewIdType,
  OriginalHash as OriginalHashType,
  ParticipantId as ParticipantIdType,
  PersonId,
  WorkspaceId,
} from './ids.ts';
import { BriefId, InterviewId, NeedId, OriginalHash, ParticipantId, TagId } from './ids.ts';
import { SpeakerIdentity } from './interviews/interview-document.ts';
import type { Need } from './needs/need.ts';
import type {
  TranscriptFormat,
  TranscriptSpeaker,
  TranscriptWarning,
  Turn,
} from './transcripts/transcript.ts';
import { TRANSCRIPT_FORMATS } from './transcripts/transcript.ts';
import type { Person } from './workspace/people.ts';
import { Consent, Role } from './workspace/people.ts';
import { Tag } from './workspace/tags.ts';

/** `owner`: only this computer's own windows and command line. `member`: whoever may write. `guest`: whoever may read. */
export type Access = 'owner' | 'member' | 'guest';

export interface RecentWorkspace {
  readonly folder: string;
  readonly name: string;
  readonly openedAt: string;
  readonly isMissing: boolean;
}

export interface OpenWorkspace {
  readonly id: WorkspaceId;
  readonly folder: string;
  readonly name: string;
  readonly isSample: boolean;
  /** Why it cannot be written, in a sentence; null when it can. */
  readonly readOnlyBecause: string | null;
  /** What opening found damaged: shown once, with what was kept. */
  readonly damage: readonly {
    readonly document: string;
    readonly message: string;
    readonly keptAs: string | null;
  }[];
}

export interface SessionState {
  readonly appVersion: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Who sits at this computer; null until they said so (a workspace asks only when the first word is written). */
  readonly me: Person;
  readonly isNamed: boolean;
  readonly workspace: OpenWorkspace | null;
  readonly recent: readonly RecentWorkspace[];
  /** Where new workspaces go unless a person says otherwise. */
  readonly defaultFolder: string;
  /** True when the system's own folder dialog can be shown. */
  readonly canChooseFolder: boolean;
}

/** One note on an interview's track. */
export interface TrackMark {
  readonly atMs: number;
  readonly lane: 'pm' | 'other';
  readonly isMarked: boolean;
}

export type InterviewProgress =
  | 'planned'
  | 'live'
  | 'noted'
  | 'words-missing'
  | 'ready-to-extract'
  | 'extracted'
  | 'not-recorded';

export interface InterviewSummary {
  readonly id: InterviewIdType;
  readonly participantId: ParticipantIdType;
  readonly participant: string;
  readonly description: string;
  readonly plannedAt: string | null;
  readonly createdAt: string;
  readonly isArchived: boolean;
  readonly progress: InterviewProgress;
  readonly lengthMs: number | null;
  readonly track: readonly TrackMark[];
  readonly notes: number;
  readonly questions: number;
  readonly questionsAsked: number;
  readonly inRoom: readonly PersonId[];
  /** Needs that this participant voices, of the last run; null before one. */
  readonly needs: number | null;
  /** Why the interview's document cannot be read, or null. */
  readonly damage: string | null;
}

export interface SpeakerPreview extends TranscriptSpeaker {
  readonly sample: string;
  readonly guess: SpeakerIdentity;
  readonly isGuessCertain: boolean;
}

export interface TranscriptPreview {
  readonly original: OriginalHashType;
  readonly format: TranscriptFormat;
  readonly speakers: readonly SpeakerPreview[];
  readonly turns: number;
  readonly words: number;
  readonly lengthMs: number | null;
  readonly approximate: boolean;
  readonly firstTurns: readonly Turn[];
  readonly warnings: readonly TranscriptWarning[];
  /** The interview that already holds exactly these bytes. */
  readonly alreadyIn: InterviewIdType | null;
}

export interface TranscriptReading {
  readonly original: OriginalHashType;
  readonly fileName: string;
  readonly format: TranscriptFormat;
  readonly offsetMs: number;
  readonly approximate: boolean;
  readonly turns: readonly Turn[];
  /** False when the original is gone and the words come from the derived copy. */
  readonly isOriginalThere: boolean;
}

export type ExtractionStep = 'load' | 'encode' | 'compare' | 'group' | 'label';

export type ExtractionState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly step: ExtractionStep;
      readonly done: number;
      readonly total: number;
      /** Interviews of this run that are computed, and those that are already known. */
      readonly newInterviews: number;
      readonly knownInterviews: number;
      readonly interview: string | null;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly at: string }
  | { readonly kind: 'stopped'; readonly at: string };

export interface NeedsView {
  readonly needs: readonly Need[];
  /** The last finished run, or null. */
  readonly run: {
    readonly at: string;
    readonly model: string;
    readonly interviews: number;
    readonly seconds: number;
  } | null;
  /** Interviews with words that no run has seen. */
  readonly notInRun: readonly InterviewIdType[];
  /** Interviews with words. */
  readonly interviewsWithWords: number;
  readonly peopleForRecurring: number;
  readonly extraction: ExtractionState;
}

export interface ExportedBrief {
  readonly path: string;
  readonly text: string;
  readonly wasThere: boolean;
}

const name = z.string().trim().min(1).max(80);
const folder = z.string().min(1).max(4_096);
const bytes = z.instanceof(Uint8Array);
const nothing = z.object({});

/** The params of every method. A method's answer is in `Results`. */
export const params = {
  'session.state': nothing,
  'session.setMe': z.object({ name, role: Role }),
  'workspaces.create': z.object({ name, folder: folder.nullable() }),
  'workspaces.open': z.object({ folder }),
  'workspaces.openSample': nothing,
  'workspaces.close': nothing,
  'workspaces.rename': z.object({ name }),
  'workspaces.chooseFolder': nothing,
  'interviews.create': z.object({
    participant: z.object({
      pseudonym: z.string().trim().max(80),
      description: z.string().max(200),
      realName: z.string().max(120),
    }),
    plannedAt: z.string().max(40).nullable(),
    guide: z.string().max(50_000),
  }),
  'interviews.list': nothing,
  'interviews.update': z.object({
    id: InterviewId,
    plannedAt: z.string().max(40).nullable().optional(),
    isArchived: z.boolean().optional(),
    isNotRecorded: z.boolean().optional(),
  }),
  'participants.update': z.object({
    id: ParticipantId,
    pseudonym: name.optional(),
    description: z.string().max(200).optional(),
    realName: z.string().max(120).optional(),
    consent: Consent.optional(),
    isNameExported: z.boolean().optional(),
  }),
  'people.add': z.object({ name, role: Role }),
  'tags.create': z.object({ name: Tag.shape.name, definition: Tag.shape.definition }),
  'tags.update': z.object({
    id: TagId,
    name: Tag.shape.name.optional(),
    definition: Tag.shape.definition.optional(),
    shape: Tag.shape.shape.optional(),
    tone: Tag.shape.tone.optional(),
    hotkey: Tag.shape.hotkey.optional(),
    isArchived: z.boolean().optional(),
  }),
  'transcripts.preview': z.object({
    fileName: z.string().max(300),
    bytes,
    format: z.enum(TRANSCRIPT_FORMATS).nullable(),
  }),
  'transcripts.import': z.object({
    /** Null makes a new interview, with the participant named below. */
    interviewId: InterviewId.nullable(),
    newParticipant: z.string().max(80),
    fileName: z.string().max(300),
    bytes,
    format: z.enum(TRANSCRIPT_FORMATS).nullable(),
    offsetMs: z.number().min(-86_400_000).max(86_400_000),
    speakers: z.record(z.string().max(200), SpeakerIdentity),
  }),
  'transcripts.read': z.object({ interviewId: InterviewId }),
  'transcripts.setSpeakers': z.object({
    interviewId: InterviewId,
    speakers: z.record(z.string().max(200), SpeakerIdentity),
  }),
  'transcripts.setOffset': z.object({
    interviewId: InterviewId,
    original: OriginalHash,
    offsetMs: z.number().min(-86_400_000).max(86_400_000),
  }),
  'extraction.start': nothing,
  'extraction.cancel': nothing,
  'needs.list': nothing,
  'needs.accept': z.object({ id: NeedId }),
  'needs.rename': z.object({ id: NeedId, label: z.string().trim().min(1).max(300) }),
  'needs.dismiss': z.object({ id: NeedId }),
  'needs.restore': z.object({ id: NeedId }),
  'needs.undo': z.object({ decisionId: z.string().min(1).max(64) }),
  'briefs.create': z.object({ title: z.string().trim().min(1).max(200) }),
  'briefs.rename': z.object({ id: BriefId, title: z.string().trim().min(1).max(200) }),
  'briefs.archive': z.object({ id: BriefId, isArchived: z.boolean() }),
  'briefs.link': z.object({ id: BriefId, needId: NeedId }),
  'briefs.unlink': z.object({ id: BriefId, needId: NeedId }),
  'briefs.exportMarkdown': z.object({ id: BriefId, folder: folder.nullable() }),
} as const;

export type Method = keyof typeof params;
export type Params<M extends Method> = z.infer<(typeof params)[M]>;

export interface Results {
  'session.state': SessionState;
  'session.setMe': SessionState;
  'workspaces.create': OpenWorkspace;
  'workspaces.open': OpenWorkspace;
  'workspaces.openSample': OpenWorkspace;
  'workspaces.close': null;
  'workspaces.rename': null;
  'workspaces.chooseFolder': { readonly folder: string | null };
  'interviews.create': { readonly id: InterviewIdType; readonly participantId: ParticipantIdType };
  'interviews.list': readonly InterviewSummary[];
  'interviews.update': null;
  'participants.update': null;
  'people.add': Person;
  'tags.create': Tag;
  'tags.update': Tag;
  'transcripts.preview': TranscriptPreview;
  'transcripts.import': { readonly interviewId: InterviewIdType; readonly original: OriginalHashType };
  /** Null while the interview has no words. */
  'transcripts.read': TranscriptReading | null;
  'transcripts.setSpeakers': null;
  'transcripts.setOffset': null;
  'extraction.start': ExtractionState;
  'extraction.cancel': ExtractionState;
  'needs.list': NeedsView;
  'needs.accept': { readonly decisionId: string };
  'needs.rename': { readonly decisionId: string };
  'needs.dismiss': { readonly decisionId: string };
  'needs.restore': { readonly decisionId: string };
  'needs.undo': { readonly decisionId: string };
  'briefs.create': { readonly id: BriefIdType };
  'briefs.rename': null;
  'briefs.archive': null;
  'briefs.link': null;
  'briefs.unlink': null;
  'briefs.exportMarkdown': ExportedBrief;
}

export const access: Readonly<Record<Method, Access>> = {
  'session.state': 'guest',
  'session.setMe': 'owner',
  'workspaces.create': 'owner',
  'workspaces.open': 'owner',
  'workspaces.openSample': 'owner',
  'workspaces.close': 'owner',
  'workspaces.rename': 'member',
  'workspaces.chooseFolder': 'owner',
  'interviews.create': 'member',
  'interviews.list': 'guest',
  'interviews.update': 'member',
  'participants.update': 'member',
  'people.add': 'member',
  'tags.create': 'member',
  'tags.update': 'member',
  'transcripts.preview': 'member',
  'transcripts.import': 'member',
  'transcripts.read': 'guest',
  'transcripts.setSpeakers': 'member',
  'transcripts.setOffset': 'member',
  'extraction.start': 'member',
  'extraction.cancel': 'member',
  'needs.list': 'guest',
  'needs.accept': 'member',
  'needs.rename': 'member',
  'needs.dismiss': 'member',
  'needs.restore': 'member',
  'needs.undo': 'member',
  'briefs.create': 'member',
  'briefs.rename': 'member',
  'briefs.archive': 'member',
  'briefs.link': 'member',
  'briefs.unlink': 'member',
  'briefs.exportMarkdown': 'owner',
};

/** What the host tells every door. Payloads carry ids; whoever needs more asks. */
export interface Events {
  /** Another workspace, or none, is open now; documents of the old one are gone. */
  'workspace.changed': { readonly workspace: OpenWorkspace | null };
  /** Rows of `interviews.list` may have changed. */
  'interviews.changed': { readonly ids: readonly InterviewIdType[] };
  'transcript.changed': { readonly interviewId: InterviewIdType };
  /** `needs.list` may answer differently. */
  'needs.changed': Record<string, never>;
  'extraction.changed': ExtractionState;
  /** Whether the disk takes words. `failed` stays until a write succeeds again. */
  'storage.changed':
    | { readonly kind: 'healthy' }
    | { readonly kind: 'failed'; readonly code: 'disk-full' | 'storage-failed'; readonly since: string };
}
export type EventName = keyof Events;
