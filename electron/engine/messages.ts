// What the engine process and its client say to each other. Both sides parse what arrives: a message of an older build
// or a torn one is refused by name instead of failing somewhere inside.
import { z } from 'zod';
import { NeedProposal } from '../../shared/extraction/proposal.ts';
import { InterviewId, OriginalHash } from '../../shared/ids.ts';

const JobId = z.string().min(1).max(64);
const milliseconds = z.number().nullable();
const Cue = z.object({ startMs: milliseconds, endMs: milliseconds, text: z.string() });
const Turn = z.object({
  speaker: z.string().nullable(),
  startMs: milliseconds,
  endMs: milliseconds,
  text: z.string(),
  cues: z.array(Cue).readonly(),
});

export const EngineInterview = z.object({
  id: InterviewId,
  original: OriginalHash,
  turns: z.array(Turn).readonly(),
  /** Who takes part, by the speaker the file names; everybody else is of the team. Two speakers may be one participant. */
  participants: z.array(z.object({ speaker: z.string().nullable(), key: z.string().min(1) })).readonly(),
});
export type EngineInterview = Readonly<z.infer<typeof EngineInterview>>;

const ExtractMessage = z.object({
  kind: z.literal('extract'),
  jobId: JobId,
  /** Folder of the encoder. */
  modelFolder: z.string().min(1),
  /** Where vectors are kept between runs; null keeps none. */
  cacheFolder: z.string().min(1).nullable(),
  /** In a fixed order, which decides ties. */
  interviews: z.array(EngineInterview).readonly(),
  options: z.object({
    minPeople: z.number().int().positive().optional(),
    maxGroups: z.number().int().positive().optional(),
  }),
});
const EmbedMessage = z.object({
  kind: z.literal('embed'),
  jobId: JobId,
  modelFolder: z.string().min(1),
  texts: z.array(z.string()).max(200).readonly(),
});

export const ToEngine = z.discriminatedUnion('kind', [
  ExtractMessage,
  EmbedMessage,
  z.object({ kind: z.literal('cancel'), jobId: JobId }),
]);
export type ToEngine = z.infer<typeof ToEngine>;
export type ExtractMessage = z.infer<typeof ExtractMessage>;
export type EmbedMessage = z.infer<typeof EmbedMessage>;

const count = z.number().int().nonnegative();

const ProgressMessage = z.object({
  kind: z.literal('progress'),
  jobId: JobId,
  step: z.enum(['load', 'encode', 'compare', 'group', 'label']),
  /** Texts while encoding and labelling, runs while grouping. */
  done: count,
  total: count,
  /** The interview that is being encoded. */
  interview: InterviewId.nullable(),
  /** Interviews of which something has to be computed, and those whose vectors are all kept. */
  newInterviews: count,
  knownInterviews: count,
  /** For the whole job; null while there is nothing to go by. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type ProgressMessage = z.infer<typeof ProgressMessage>;

const FinishedMessage = z.object({
  kind: z.literal('finished'),
  jobId: JobId,
  /** Name of the model folder and the beginning of its id. */
  model: z.string(),
  proposals: z.array(NeedProposal),
  segments: count,
  /** Texts that went through the encoder, and those whose vectors were kept from earlier runs. */
  computed: count,
  fromCache: count,
});

export const FromEngine = z.discriminatedUnion('kind', [
  ProgressMessage,
  FinishedMessage,
  z.object({
    kind: z.literal('embedded'),
    jobId: JobId,
    vectors: z.array(z.custom<Float32Array>((vector) => vector instanceof Float32Array)),
  }),
  z.object({ kind: z.literal('cancelled'), jobId: JobId }),
  z.object({
    kind: z.literal('failed'),
    jobId: JobId,
    code: z.enum(['model-missing', 'engine-failed']),
    message: z.string(),
  }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
export type FinishedMessage = z.infer<typeof FinishedMessage>;
