// The shape of `samples/larder/`: people, interviews with their notes and transcripts, and a brief. Shipped with the
// app, and still read like any file from outside.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PersonId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { Role } from '../../../shared/workspace/people.ts';
import { Tag } from '../../../shared/workspace/tags.ts';
import { StoredRun } from '../extraction/stored-run.ts';

const SampleSpeaker = z.union([
  z.object({ kind: z.literal('participant') }),
  z
    .object({ kind: z.literal('person'), person: PersonId })
    .transform(({ person }): SpeakerIdentity => ({ kind: 'person', personId: person })),
]);

const SampleNote = z.object({
  author: PersonId,
  atMs: z.number(),
  text: z.string(),
  /** Its author set `//`. */
  marked: z.boolean().optional(),
  followUp: z
    .object({
      takenBy: PersonId.nullable(),
      asked: z.object({ by: PersonId, atMs: z.number() }).nullable(),
    })
    .optional(),
});

const SampleContent = z.object({
  people: z.array(z.object({ id: PersonId, name: z.string(), role: Role })),
  tags: z.array(
    Tag.pick({ name: true, definition: true, kind: true, shape: true, tone: true }).extend({
      key: Tag.shape.hotkey,
    }),
  ),
  participants: z.array(
    z.object({ id: z.string(), pseudonym: z.string(), description: z.string(), realName: z.string() }),
  ),
  interviews: z.array(
    z.object({
      id: z.string(),
      participant: z.string(),
      plannedAt: z.string(),
      room: z.array(PersonId),
      transcript: z.string().regex(/^[a-z]+\.vtt$/),
      offsetMs: z.number(),
      speakers: z.record(z.string(), SampleSpeaker),
      guide: z.array(
        z.object({ question: z.string(), askedAtMs: z.number().nullish(), askedBy: PersonId.nullish() }),
      ),
      notes: z.array(SampleNote),
      lengthMs: z.number(),
    }),
  ),
  needs: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      namedBy: PersonId,
      voicedAt: z.array(z.object({ interview: z.string(), atMs: z.number() })),
    }),
  ),
  briefs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      createdAt: z.string(),
      createdBy: PersonId,
      needs: z.array(z.string()),
      text: z.string(),
    }),
  ),
});
export type SampleContent = z.infer<typeof SampleContent>;

/** What the extraction found on the sample, so that its first screen is not an empty one. Made by `npm run sample`. */
export const SampleNeeds = z.object({
  model: z.string(),
  /** `key` is the one in sample.json that a person's name belongs to. */
  needs: z.array(StoredRun.shape.needs.element.extend({ key: z.string() })),
});
export type SampleNeeds = z.infer<typeof SampleNeeds>;

export async function readSampleContent(folder: string): Promise<SampleContent> {
  return SampleContent.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
}

/** Undefined while `npm run sample` has not been run. */
export async function readSampleNeeds(folder: string): Promise<SampleNeeds | undefined> {
  try {
    return SampleNeeds.parse(JSON.parse(await readFile(join(folder, 'needs.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
