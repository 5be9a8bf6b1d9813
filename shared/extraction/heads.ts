// The two linear heads of a model folder (heads.json): what turns a vector into "carries a need" and "asks for a
// solution". It knows the file's shape and nothing of how vectors are made.
import { z } from 'zod';
import { HintLimits } from '../search/heard-alike.ts';
import { ExtractionParameters } from './parameters.ts';
import { dot } from './vectors.ts';

const LinearHead = z.object({ weight: z.array(z.number()).min(1), bias: z.number() });
export type LinearHead = z.infer<typeof LinearHead>;

export const Heads = z
  .object({
    detector: LinearHead,
    request: LinearHead,
    /** Overrides `DEFAULT_PARAMETERS`; names that this version does not know are left out. */
    params: ExtractionParameters.partial().optional(),
    /** When a note is like a need, in this encoder's cosines; without it hints go by words. */
    hint: HintLimits.optional(),
  })
  .refine((heads) => heads.detector.weight.length === heads.request.weight.length, {
    message: 'the two heads are of different sizes',
  });
export type Heads = z.infer<typeof Heads>;

/** The head's value on a unit vector, before any sigmoid; the probability is 1 / (1 + e^-value). */
export function headValue(vector: Float32Array, head: LinearHead): number {
  return dot(vector, head.weight) + head.bias;
}
