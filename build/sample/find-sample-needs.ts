// Runs the real extraction on the sample's three interviews, through a real host, and says what it found.
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine-client.ts';
import { forkEngine } from '../../electron/engine/fork-engine.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { readSampleContent, type SampleNeeds } from '../../electron/host/workspace/sample-content.ts';
import type { NeedsView } from '../../shared/contract/needs.ts';
import { StatementId } from '../../shared/ids.ts';

const root = join(import.meta.dirname, '..', '..');

export interface SampleRun {
  readonly view: NeedsView;
  readonly seconds: number;
}

/** Opens a new copy of the sample, computes it, and answers when that is done. Needs `dist/engine-process.js`. */
export async function computeSample(): Promise<SampleRun> {
  const startedAt = Date.now();
  const test = await startTestHost({
    createEngine: () => createEngine({ spawn: () => forkEngine(join(root, 'dist', 'engine-process.js')) }),
  });
  try {
    await test.call('workspaces.openSample', {});
    await test.call('extraction.start', {});
    for (;;) {
      const last = test.events.findLast((event) => event.event === 'extraction.changed');
      const kind =
        last && typeof last.payload === 'object' && last.payload !== null && 'kind' in last.payload
          ? last.payload.kind
          : null;
      if (kind === 'failed' || kind === 'stopped')
        throw new Error(`the extraction ${kind}: ${JSON.stringify(last)}`);
      if (kind === 'idle') break;
      await test.nextEvent();
    }
    return { view: await test.call('needs.list', {}), seconds: (Date.now() - startedAt) / 1_000 };
  } finally {
    await test.close();
  }
}

/** The run as `samples/larder/needs.json` keeps it: each need under the key of sample.json whose passages it holds. */
export async function sampleNeeds(view: NeedsView): Promise<SampleNeeds> {
  const content = await readSampleContent(join(root, 'samples', 'larder'));
  return {
    model: view.run?.model ?? '',
    needs: view.needs.map((need) => ({
      key:
        content.needs.find((wanted) =>
          wanted.voicedAt.some(({ interview, atMs }) =>
            need.quotes.some(
              (quote) =>
                quote.interviewId === `sample-${interview}` &&
                quote.startMs !== null &&
                Math.abs(quote.startMs - atMs) < 30_000,
            ),
          ),
        )?.key ?? need.suggestedLabel,
      id: need.id,
      label: need.suggestedLabel,
      subtitle: need.subtitle,
      statements: need.quotes.map(asRef),
      requests: need.requests.map(asRef),
      strength: need.strength,
      againstCandidates: need.againstCandidates.map(asRef),
      closest: need.closest && [need.closest[0].id, need.closest[1].id],
      confidence: need.confidence,
      isWeak: !need.isRecurring,
      led: need.doubts.flatMap((doubt) =>
        doubt.kind === 'led'
          ? Object.entries(doubt.questions).map(([statementId, question]) => ({
              statementId: StatementId.parse(statementId),
              question,
            }))
          : [],
      ),
    })),
  };
}

function asRef({
  id,
  interviewId,
  original,
  start,
  end,
  startMs,
  endMs,
  speaker,
  text,
}: NeedsView['needs'][number]['quotes'][number]) {
  return { id, interviewId, original, start, end, startMs, endMs, speaker, text };
}
