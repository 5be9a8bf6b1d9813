// The contract's part about interviews, participants, people and the codebook.
import { z } from 'zod';
import { InterviewId, ParticipantId, type PersonId, TagId } from '../ids.ts';
import { Consent, Participant, type Person, Role } from '../workspace/people.ts';
import { Tag } from '../workspace/tags.ts';
import { type Access, name, nothing } from './parts.ts';

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
  readonly id: InterviewId;
  readonly participantId: ParticipantId;
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
  /** When its clock was ended, ISO 8601; null while it was not. */
  readonly endedAt: string | null;
  readonly debriefDoneBy: readonly PersonId[];
  /** Whether somebody put the debrief off until all are there: then it waits beyond its day. */
  readonly isDebriefLater: boolean;
  /** Needs that this participant voices, of the last run; null before one. */
  readonly needs: number | null;
  /** Why the interview's document cannot be read, or null. */
  readonly damage: string | null;
}

export const interviewParams = {
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
  'interviews.addQuestion': z.object({ id: InterviewId, question: z.string().trim().min(1).max(2_000) }),
  'interviews.removeQuestion': z.object({ id: InterviewId, question: z.string().trim().min(1).max(2_000) }),
  'participants.update': z.object({
    id: ParticipantId,
    pseudonym: name.optional(),
    description: z.string().max(200).optional(),
    realName: z.string().max(120).optional(),
    consent: Consent.optional(),
    isNameExported: z.boolean().optional(),
    /** One by one, so that two people can change two at once; an empty value takes the field away. */
    fields: Participant.shape.fields.optional(),
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
} as const;

export interface InterviewResults {
  'interviews.create': { readonly id: InterviewId; readonly participantId: ParticipantId };
  'interviews.list': readonly InterviewSummary[];
  'interviews.update': null;
  /** `number` counts the guide's questions; not added when the guide asks the same already. */
  'interviews.addQuestion': { readonly number: number; readonly isAdded: boolean };
  /** False when the question was changed or ticked meanwhile: then it stays. */
  'interviews.removeQuestion': { readonly isRemoved: boolean };
  'participants.update': null;
  'people.add': Person;
  'tags.create': Tag;
  'tags.update': Tag;
}

export const interviewAccess: Readonly<Record<keyof typeof interviewParams, Access>> = {
  'interviews.create': 'member',
  'interviews.list': 'guest',
  'interviews.update': 'member',
  'interviews.addQuestion': 'member',
  'interviews.removeQuestion': 'member',
  'participants.update': 'member',
  'people.add': 'member',
  'tags.create': 'member',
  'tags.update': 'member',
};

export interface InterviewEvents {
  /** Rows of `interviews.list` may have changed. */
  'interviews.changed': { readonly ids: readonly InterviewId[] };
}
