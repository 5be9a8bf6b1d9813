// Follows how long this window has an interview open while its clock runs, and writes that into the document: once a
// minute and at the end. While the link is down nothing is written, so that only what people did is counted as waiting.
import type * as Y from 'yjs';
import type { PersonId } from '../../../../shared/ids.ts';
import { type PresenceStretch, recordPresence } from '../../../../shared/interviews/attendance.ts';
import { type CallClock, callTimeMs } from '../../../../shared/interviews/call-clock.ts';

const BEAT_MS = 20_000;
const WRITE_EVERY_MS = 60_000;
/** Hidden windows are woken once a minute; with no beat for so long the computer slept, and nobody listened. */
const ASLEEP_AFTER_MS = 150_000;
/** What is shorter, as at a flapping link, is nobody's presence. */
const WORTH_MS = 1_000;

/** A stretch that ended, under its key in the document. */
export interface EndedStretch {
  readonly key: string;
  readonly stretch: PresenceStretch;
}

export interface PresenceKeeping {
  readonly document: Y.Doc;
  readonly by: PersonId;
  /** As it runs during the whole stretch: a pause or a moved clock starts another. */
  readonly clock: CallClock;
  readonly isLinked: boolean;
  readonly newKey: () => string;
}

/** Starts a stretch. The function it returns ends it and gives what is left to write; null when that is nothing. */
export function keepPresence({
  document,
  by,
  clock,
  isLinked,
  newKey,
}: PresenceKeeping): () => EndedStretch | null {
  let key = newKey();
  let fromEpochMs = Date.now();
  let seenEpochMs = fromEpochMs;
  let writtenEpochMs = fromEpochMs;
  const upTo = (epochMs: number): EndedStretch | null => {
    const [fromMs, toMs] = [callTimeMs(clock, fromEpochMs), callTimeMs(clock, epochMs)];
    return toMs - fromMs < WORTH_MS ? null : { key, stretch: { by, fromMs, toMs, isLinked } };
  };
  const write = (ended: EndedStretch | null) => {
    if (ended !== null) recordPresence(document, ended.key, ended.stretch);
  };
  const isAsleep = (now: number) => now - seenEpochMs > ASLEEP_AFTER_MS;

  const timer = setInterval(() => {
    const now = Date.now();
    if (isAsleep(now)) {
      write(upTo(seenEpochMs));
      key = newKey();
      fromEpochMs = now;
      writtenEpochMs = now;
    } else if (isLinked && now - writtenEpochMs >= WRITE_EVERY_MS) {
      write(upTo(now));
      writtenEpochMs = now;
    }
    seenEpochMs = now;
  }, BEAT_MS);

  return () => {
    clearInterval(timer);
    const now = Date.now();
    return upTo(isAsleep(now) ? seenEpochMs : now);
  };
}
