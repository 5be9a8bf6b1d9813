// Whether a line that says nothing is still there: a browser is not told when a cable is pulled, and would call a dead line
// connected for a quarter of an hour. Asks for a sign of life, and gives up the line that gives none.
import { AppError } from '../../shared/errors.ts';
import type { HostClient } from './host-client.ts';
import { realTimers, type Timers } from './transport.ts';

/** ms between an answer and the next question, and how long an answer may take. */
const BEAT = { everyMs: 10_000, limitMs: 15_000 };

/**
 * @param drop gives up the line; it is opened again like any that was lost
 * @returns ends it
 */
export function keepHeartbeat(
  client: Pick<HostClient, 'connection' | 'call'>,
  drop: () => void,
  timers: Timers = realTimers,
): () => void {
  let timer: unknown = null;
  const later = (run: () => void, afterMs: number) => {
    if (timer !== null) timers.clear(timer);
    timer = timers.set(run, afterMs);
  };
  const beat = () => {
    if (client.connection.kind !== 'connected') {
      later(beat, BEAT.everyMs);
      return;
    }
    later(() => {
      drop();
      later(beat, BEAT.everyMs);
    }, BEAT.limitMs);
    client.call('session.state', {}).then(
      () => later(beat, BEAT.everyMs),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        // A refusal is a sign of life, and a line that was lost is being opened again.
        later(beat, BEAT.everyMs);
      },
    );
  };
  later(beat, BEAT.everyMs);
  return () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
}
