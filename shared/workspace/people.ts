// Who takes part: people of the team and the participants they talk to. Records of the workspace document.
import { z } from 'zod';
import { InterviewId, ParticipantId, PersonId } from '../ids.ts';

export const Role = z.enum(['pm', 'engineer', 'designer', 'researcher', 'observer']);
export type Role = z.infer<typeof Role>;

/** Someone of the team. */
export const Person = z.object({
  id: PersonId,
  name: z.string().min(1).max(80),
  role: Role,
});
export type Person = z.infer<typeof Person>;

export const Consent = z.object({
  /** Whether the participant agreed that notes and words are kept and quoted inside the team. */
  state: z.enum(['not-asked', 'given', 'refused']),
  /** How and when, in the team's words. */
  note: z.string().max(500),
});
export type Consent = z.infer<typeof Consent>;

/** Who is interviewed. Everything exported says `pseudonym` unless `isNameExported`. */
export const Participant = z.object({
  id: ParticipantId,
  pseudonym: z.string().min(1).max(80),
  /** As the team knows them; may be empty. Stays in this workspace. */
  realName: z.string().max(120),
  /** "Owner, two cafés": one line that places them. */
  description: z.string().max(200),
  fields: z.record(z.string().max(60), z.string().max(200)),
  consent: Consent,
  isNameExported: z.boolean(),
});
export type Participant = z.infer<typeof Participant>;

/** One line of the interview index; everything else about an interview lives in its own document. */
export const InterviewEntry = z.object({
  id: InterviewId,
  participantId: ParticipantId,
  /** ISO 8601 with offset, or null while no date is set. */
  plannedAt: z.string().max(40).nullable(),
  createdAt: z.string().max(40),
  createdBy: PersonId,
  isArchived: z.boolean(),
  /** "Not recorded": settles missing words for good; the interview is left out of the counts. */
  isNotRecorded: z.boolean(),
});
export type InterviewEntry = z.infer<typeof InterviewEntry>;
