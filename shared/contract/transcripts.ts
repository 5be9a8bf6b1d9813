// The contract's part about transcripts: looking at a file, taking it in, reading it, who speaks, when.
import { z } from 'zod';
import { InterviewId, OriginalHash } from '../ids.ts';
import { SpeakerIdentity } from '../interviews/interview-document.ts';
import type { OffsetProposal } from '../transcripts/propose-offset.ts';
import {
  TRANSCRIPT_FORMATS,
  type TranscriptFormat,
  type TranscriptSpeaker,
  type TranscriptWarning,
  type Turn,
} from '../transcripts/transcript.ts';
import { type Access, bytes, folder } from './parts.ts';

export interface SpeakerPreview extends TranscriptSpeaker {
  readonly sample: string;
  readonly guess: SpeakerIdentity;
  readonly isGuessCertain: boolean;
  /** True when somebody said it of this name before, in another file. */
  readonly isRemembered: boolean;
}

export interface TranscriptPreview {
  readonly original: OriginalHash;
  readonly format: TranscriptFormat;
  readonly speakers: readonly SpeakerPreview[];
  readonly turns: number;
  readonly words: number;
  readonly lengthMs: number | null;
  readonly approximate: boolean;
  readonly firstTurns: readonly Turn[];
  readonly warnings: readonly TranscriptWarning[];
  /** Where the content does not settle the format: other readings, each with its first turns. Empty when one was chosen. */
  readonly otherReadings: readonly {
    readonly format: TranscriptFormat;
    readonly firstTurns: readonly Turn[];
  }[];
  /** The interview that already holds exactly these bytes, and since when. */
  readonly alreadyIn: InterviewId | null;
  readonly alreadyInSince: string | null;
  /** The interview that has most of these words from another file: this may be a newer export of it. */
  readonly newerOf: InterviewId | null;
  /** The language of the words, when the model in use does not know it: “German”, “partly German”. */
  readonly otherLanguage: string | null;
  /** When the recording began, where the file's name says it with its time zone. */
  readonly recordedAt: string | null;
}

export interface ExportedTranscript {
  readonly path: string;
  /** True when its own earlier file was replaced. */
  readonly wasThere: boolean;
}

export interface TranscriptReading {
  readonly original: OriginalHash;
  readonly fileName: string;
  readonly format: TranscriptFormat;
  readonly offsetMs: number;
  readonly approximate: boolean;
  readonly turns: readonly Turn[];
  readonly warnings: readonly TranscriptWarning[];
  /** False when the original is gone and the words come from the derived copy. */
  readonly isOriginalThere: boolean;
}

export const transcriptParams = {
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
    /** Null: that of the version before, moved by as much as its words have moved; 0 without one. */
    offsetMs: z.number().min(-86_400_000).max(86_400_000).nullable(),
    speakers: z.record(z.string().max(200), SpeakerIdentity),
    /** Not to ask again in the next file who these names are; true when left out. */
    isRemembered: z.boolean().optional(),
  }),
  'transcripts.read': z.object({ interviewId: InterviewId }),
  'transcripts.setSpeakers': z.object({
    interviewId: InterviewId,
    /** Null takes back what was said of a name. */
    speakers: z.record(z.string().max(200), SpeakerIdentity.nullable()),
    isRemembered: z.boolean().optional(),
  }),
  /** Where the newest transcript seems to lie on the call's clock. */
  'transcripts.proposeOffset': z.object({ interviewId: InterviewId }),
  /** Into `folder`, or the workspace's own folder for exports. */
  'transcripts.export': z.object({
    interviewId: InterviewId,
    format: z.enum(['webvtt', 'markdown']),
    folder: folder.nullable(),
  }),
  'transcripts.setOffset': z.object({
    interviewId: InterviewId,
    original: OriginalHash,
    offsetMs: z.number().min(-86_400_000).max(86_400_000),
  }),
} as const;

export interface TranscriptResults {
  'transcripts.preview': TranscriptPreview;
  'transcripts.import': { readonly interviewId: InterviewId; readonly original: OriginalHash };
  /** Null while the interview has no words. */
  'transcripts.read': TranscriptReading | null;
  'transcripts.setSpeakers': null;
  'transcripts.proposeOffset': OffsetProposal | null;
  'transcripts.export': ExportedTranscript;
  'transcripts.setOffset': null;
}

export const transcriptAccess: Readonly<Record<keyof typeof transcriptParams, Access>> = {
  'transcripts.preview': 'member',
  'transcripts.import': 'member',
  'transcripts.read': 'guest',
  'transcripts.setSpeakers': 'member',
  'transcripts.proposeOffset': 'member',
  'transcripts.export': 'owner',
  'transcripts.setOffset': 'member',
};

export interface TranscriptEvents {
  'transcript.changed': { readonly interviewId: InterviewId };
}
