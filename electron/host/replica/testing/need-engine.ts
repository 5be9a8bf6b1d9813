import { AppError } from '../../../../shared/errors.ts';
import type { Engine } from '../../../engine/engine-client.ts';
import { sha256 } from '../../sha256.ts';

/** An engine that finds one need: the first words of every interview. */
export function needEngine(): Engine {
  return {
    embed: () => Promise.reject(new AppError('engine-failed', 'not asked for here')),
    close: () => undefined,
    async extract({ interviews }) {
      const statements = interviews.map(({ id, original, turns }) => ({
        id: sha256(new TextEncoder().encode(id)).slice(0, 20),
        interviewId: id,
        original,
        start: 0,
        end: turns[0]?.text.length ?? 1,
        startMs: null,
        endMs: null,
        speaker: 'Ada',
        text: turns[0]?.text ?? '',
        score: 1,
      }));
      const grounds = { confidence: 1, isWeak: false, loudest: null, led: [], against: [] };
      return {
        model: 'test',
        proposals: [
          {
            label: 'Receipts in a shoe box',
            subtitle: '',
            statements,
            requests: [],
            participants: ['ada'],
            strength: 1,
            closest: null,
            meanScore: 1,
            grounds,
          },
        ],
        // The shape is the engine's; ids are brands over plain text.
      } as unknown as Awaited<ReturnType<Engine['extract']>>;
    },
  };
}
