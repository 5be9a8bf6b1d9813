// Interviews as the extraction reads them, kept from run to run while the engine is warm. An interview is the same as long
// as its words, its people and its file of vectors are; who deletes the derived folder has everything made again.
import { createHash } from 'node:crypto';
import { type InterviewSegments, segmentInterview } from '../../shared/extraction/segment.ts';
import { createStudyMemory, type StudyMemory } from '../../shared/extraction/study-memory.ts';
import type { EngineInterview } from './messages.ts';
import { vectorsStamp } from './vector-cache.ts';

export interface StudyReader {
  readonly memory: StudyMemory;
  /** In their order; what is not among them is forgotten. */
  read(interviews: readonly EngineInterview[], cacheFolder: string | null): Promise<InterviewSegments[]>;
  /** To be called after vectors were written: what was read belongs to the files as they are now. */
  settle(cacheFolder: string | null): Promise<void>;
}

interface KeptInterview {
  /** Of everything that was read, as SHA-256. */
  readonly content: string;
  readonly interview: InterviewSegments;
  stamp: string;
}

/** Serves one encoder with its heads. */
export function createStudyReader(): StudyReader {
  let kept = new Map<string, KeptInterview>();
  let keptFolder: string | null = null;

  return {
    memory: createStudyMemory(),
    async read(interviews, cacheFolder) {
      const before = cacheFolder === keptFolder ? kept : new Map<string, KeptInterview>();
      const now = new Map<string, KeptInterview>();
      const read: InterviewSegments[] = [];
      for (const interview of interviews) {
        const content = contentOf(interview);
        const stamp = await vectorsStamp(cacheFolder, interview.id);
        const known = before.get(interview.id);
        const isSame = known?.content === content && known.stamp === stamp;
        const one = isSame ? known : { content, stamp, interview: toSegments(interview) };
        now.set(interview.id, one);
        read.push(one.interview);
      }
      kept = now;
      keptFolder = cacheFolder;
      return read;
    },
    async settle(cacheFolder) {
      for (const [id, one] of kept) one.stamp = await vectorsStamp(cacheFolder, id);
    },
  };
}

function contentOf(interview: EngineInterview): string {
  return createHash('sha256').update(JSON.stringify(interview)).digest('hex');
}

function toSegments({ id, original, turns, participants }: EngineInterview): InterviewSegments {
  const keys = new Map(participants.map(({ speaker, key }) => [speaker, key]));
  return {
    interviewId: id,
    original,
    segments: segmentInterview(turns, (speaker) => keys.get(speaker) ?? null),
  };
}
