// One extraction, from message to result: cuts the interviews into segments, runs the pipeline on kept vectors, and
// tells how far it is. It knows no process and no port.
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { statementTexts } from '../../shared/extraction/encode-interview.ts';
import type { Encoder } from '../../shared/extraction/encoder.ts';
import { extractNeeds, studyParameters } from '../../shared/extraction/extract.ts';
import type { ExtractionParameters } from '../../shared/extraction/parameters.ts';
import type { ExtractionProgress } from '../../shared/extraction/progress.ts';
import type { InterviewSegments } from '../../shared/extraction/segment.ts';
import { InterviewId } from '../../shared/ids.ts';
import { type CachedEncoder, createCachedEncoder } from './cached-encoder.ts';
import type { ExtractMessage, FinishedMessage, ProgressMessage } from './messages.ts';
import type { ModelFolder } from './model-folder.ts';
import { estimateSecondsLeft } from './seconds-left.ts';
import { createStudyReader } from './study-reader.ts';

/**
 * Throws AppError('cancelled') when the signal is aborted; what was encoded until then is kept. A `reader` that read for
 * this model before saves what was made of interviews that are as they were.
 */
export async function runExtraction(
  job: ExtractMessage,
  model: ModelFolder,
  encoder: Encoder,
  signal: AbortSignal,
  report: (progress: ProgressMessage) => void,
  reader = createStudyReader(),
): Promise<FinishedMessage> {
  const cached = createCachedEncoder(encoder, model.id, job.cacheFolder);
  const interviews = await reader.read(job.interviews, job.cacheFolder);
  const chosen = chosenParameters(job.options);
  const parameters = studyParameters(interviews.length, model.heads, chosen);
  const unread = interviews.filter((interview) => !reader.memory.known(interview, parameters));
  const knownTexts = interviews.reduce(
    (sum, interview) => sum + (reader.memory.known(interview, parameters)?.texts ?? 0),
    0,
  );
  const { unknownTexts, newInterviews } = await countNew(unread, cached);
  const onProgress = ({ step, done, total, interview }: ExtractionProgress): void =>
    report({
      kind: 'progress',
      jobId: job.jobId,
      step,
      done,
      total,
      interview: interview === null ? null : InterviewId.parse(interview),
      newInterviews,
      knownInterviews: interviews.length - newInterviews,
      secondsLeft: estimateSecondsLeft({ step, done, total, unknownTexts, ...cached.counts }),
    });

  let isComplete = false;
  try {
    const proposals = await extractNeeds(interviews, cached, model.heads, {
      parameters: chosen,
      memory: reader.memory,
      signal,
      onProgress,
      pause: () => setImmediate(),
    });
    isComplete = true;
    const segments = interviews.reduce((sum, interview) => sum + interview.segments.length, 0);
    const { computed, fromCache } = cached.counts;
    return {
      kind: 'finished',
      jobId: job.jobId,
      model: `${basename(model.folder)} ${model.id.slice(0, 8)}`,
      proposals,
      segments,
      computed,
      fromCache: fromCache + knownTexts,
    };
  } finally {
    await keep(cached, isComplete);
    await reader.settle(job.cacheFolder);
  }
}

/** What the message leaves out stays as the model folder has it. */
function chosenParameters({
  minPeople,
  maxGroups,
}: ExtractMessage['options']): Partial<ExtractionParameters> {
  return { ...(minPeople !== undefined && { minPeople }), ...(maxGroups !== undefined && { maxGroups }) };
}

async function countNew(
  interviews: readonly InterviewSegments[],
  cached: CachedEncoder,
): Promise<{ unknownTexts: number; newInterviews: number }> {
  let unknownTexts = 0;
  let newInterviews = 0;
  for (const { interviewId, segments } of interviews) {
    const unknown = await cached.countUnknown(statementTexts(segments), interviewId);
    unknownTexts += unknown;
    if (unknown > 0) newInterviews++;
  }
  return { unknownTexts, newInterviews };
}

/** A cache that cannot be written costs time in the next run and must not cost this one its result. */
async function keep(cached: CachedEncoder, isComplete: boolean): Promise<void> {
  try {
    await cached.save(isComplete);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    console.error(`earshot engine: vectors could not be kept (${code})`);
  }
}
