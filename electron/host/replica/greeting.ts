// The first words with another host: who comes, and which workspace is open there.
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { PersonId, WorkspaceId } from '../../../shared/ids.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { PeerLine } from './peer-line.ts';

const Greeting = z.object({
  workspace: z.object({
    id: WorkspaceId,
    name: z.string().min(1).max(80),
    createdAt: z.string().max(40),
    isSample: z.boolean(),
  }),
  key: z.string().min(1).max(5_000),
  person: z.object({ id: PersonId, name: z.string().min(1).max(80) }),
});
export type Greeting = z.infer<typeof Greeting>;

/** Rejects with AppError: what the other host refuses with, `no-workspace` among them, or `invalid-input`. */
export async function greet(line: PeerLine, person: Person): Promise<Greeting> {
  // What another computer says is input from outside.
  const greeting = Greeting.safeParse(await line.call('replicas.open', { person }));
  if (!greeting.success) throw new AppError('invalid-input', 'the other host greets in another way');
  return greeting.data;
}
