import { describe, expect, it } from 'vitest';
import { extractNeeds } from './extract.ts';
import { createStudyMemory } from './study-memory.ts';
import { syntheticStudy, topicEncoder, topicHeads } from './testing/synthetic-study.ts';

const parameters = {
  detect: [0.3, 0.35, 0.4],
  cut: [0.6, 0.7],
  keep: 0.6,
  tellings: 1,
  tellingsOfFew: 1,
  rankCentre: 0.4,
};

describe('a kept study', () => {
  it('gives what an empty memory gives, whatever came, went or moved between the runs', async () => {
    const all = syntheticStudy(12);
    const other = syntheticStudy(12);
    const memory = createStudyMemory();
    const studies = [
      all.slice(0, 9),
      all,
      [...all.slice(3), ...all.slice(0, 3)],
      all.filter((_, i) => i !== 4),
      // The same interview with other words.
      all.map((one, i) => (i === 2 ? { ...one, segments: other[3]?.segments ?? [] } : one)),
    ];
    for (const study of studies) {
      const kept = await extractNeeds(study, topicEncoder(), topicHeads, { parameters, memory });
      expect(kept.length).toBeGreaterThan(0);
      expect(kept).toEqual(await extractNeeds(study, topicEncoder(), topicHeads, { parameters }));
    }
  });

  it('asks the encoder for the words of the new interview alone, labels aside', async () => {
    const all = syntheticStudy(10);
    const memory = createStudyMemory();
    await extractNeeds(all.slice(0, 9), topicEncoder(), topicHeads, { parameters, memory });
    const shelves = new Set<string>();
    const encoder = {
      embed: (texts: readonly string[], _: unknown, shelf = '') => {
        shelves.add(shelf);
        return topicEncoder().embed(texts);
      },
    };
    await extractNeeds(all, encoder, topicHeads, { parameters, memory });
    expect([...shelves].sort()).toEqual(['interview-10', 'labels']);
  });

  it('reads again what was read by other parameters', async () => {
    const study = syntheticStudy(9);
    const memory = createStudyMemory();
    await extractNeeds(study, topicEncoder(), topicHeads, { parameters, memory });
    const longer = { ...parameters, minWords: 12, lengthWeight: 3 };
    const kept = await extractNeeds(study, topicEncoder(), topicHeads, { parameters: longer, memory });
    expect(kept).toEqual(await extractNeeds(study, topicEncoder(), topicHeads, { parameters: longer }));
  });

  it('counts the phrases of exactly the interviews it is asked about', () => {
    const study = syntheticStudy(6);
    const memory = createStudyMemory();
    memory.background(study);
    const some = memory.background(study.slice(1, 4));
    const fresh = createStudyMemory().background(study.slice(1, 4));
    expect(some.segments).toBe(fresh.segments);
    expect(new Map([...some.segmentsWith].sort())).toEqual(new Map([...fresh.segmentsWith].sort()));
  });
});
