// The contract's part about what lies over the words of a transcript: corrections, tags, who spoke a turn.
import { z } from 'zod';
import { InterviewId, OriginalHash } from '../ids.ts';
import { SpeakerIdentity } from '../interviews/interview-document.ts';
import { MarkMeaning, type PlacedMark } from '../interviews/word-marks.ts';
import type { Access } from './parts.ts';

const markId = z.string().min(1).max(64);
const markIds = z.array(markId).min(1).max(4_000);

export interface PlacedMarks {
  /** The transcript they are placed over: the newest import. */
  readonly original: OriginalHash | null;
  readonly marks: readonly PlacedMark[];
}

export const wordMarkParams = {
  /** All of them or none. A correction takes back those it overlaps. */
  'words.mark': z.object({
    interviewId: InterviewId,
    original: OriginalHash,
    marks: z
      .array(
        z.object({
          from: z.number().int().nonnegative(),
          to: z.number().int().positive(),
          meaning: MarkMeaning,
        }),
      )
      .min(1)
      .max(4_000),
    /** Who the names of speaker marks are, where the interview does not know it yet. */
    speakers: z.record(z.string().max(200), SpeakerIdentity).optional(),
  }),
  'words.setUndone': z.object({ interviewId: InterviewId, ids: markIds, isUndone: z.boolean() }),
  'words.marks': z.object({ interviewId: InterviewId }),
} as const;

export interface WordMarkResults {
  /** `replaced`: corrections that were taken back for it. */
  'words.mark': { readonly ids: readonly string[]; readonly replaced: readonly string[] };
  'words.setUndone': null;
  'words.marks': PlacedMarks;
}

export const wordMarkAccess: Readonly<Record<keyof typeof wordMarkParams, Access>> = {
  'words.mark': 'member',
  'words.setUndone': 'member',
  'words.marks': 'guest',
};
