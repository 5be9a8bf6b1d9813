import { describe, expect, it } from 'vitest';
import { extractNeeds } from './extract.ts';
import type { ExtractionProgress } from './progress.ts';
import { syntheticStudy, topicEncoder, topicHeads } from './testing/synthetic-study.ts';

/** A quarter of the segments are small talk, far less than in a real interview. */
const parameters = {
  detect: [0.3, 0.35, 0.4],
  cut: [0.6, 0.7],
  keep: 0.6,
  tellings: 1,
  tellingsOfFew: 1,
  rankCentre: 0.4,
};

describe('extractNeeds', () => {
  it('finds the three needs of a study, each with the people who told of it', async () => {
    const needs = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    const topics = needs.map(({ statements }) =>
      [/export|spreadsheet/, /password|login|locked/, /invoice|refund/].filter((topic) =>
        statements.every(({ text }) => topic.test(text)),
      ),
    );
    expect(topics.map((found) => found.length)).toEqual([1, 1, 1]);
    expect(new Set(topics.flat().map(String)).size).toBe(3);
    expect(needs.map(({ participants }) => participants.length)).toEqual([6, 6, 6]);
  });

  it('quotes verbatim, with the span, the time and the speaker', async () => {
    const study = syntheticStudy(9);
    const needs = await extractNeeds(study, topicEncoder(), topicHeads, { parameters });
    for (const statement of needs.flatMap(({ statements }) => statements)) {
      const interview = study.find(({ interviewId }) => interviewId === statement.interviewId);
      const segment = interview?.segments.find(({ start }) => start === statement.start);
      expect(statement).toMatchObject({ text: segment?.text, end: segment?.end, startMs: segment?.startMs });
      expect(statement.speaker).toBe(`Participant ${statement.interviewId.split('-')[1]}`);
    }
    expect(needs[0]?.subtitle).toBe(needs[0]?.statements[0]?.text);
    expect(needs[0]?.label).toMatch(/ — /);
  });

  it('names the two statements of different people that are most alike', async () => {
    const [need] = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    const pair = need?.statements.filter(({ id }) => need.closest?.includes(id));
    expect(new Set(pair?.map(({ interviewId }) => interviewId)).size).toBe(2);
  });

  it('gives the same result twice', async () => {
    const first = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    const second = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  it('asks for two people in a small study and for three in a larger one', async () => {
    const peopleOf = async (interviews: number) => {
      const needs = await extractNeeds(syntheticStudy(interviews), topicEncoder(), topicHeads, {
        parameters,
      });
      return needs.map(({ participants }) => participants.length);
    };
    // Every need is told by two people of three.
    expect(await peopleOf(3)).toContain(2);
    expect(Math.min(...(await peopleOf(9)))).toBeGreaterThanOrEqual(3);
  });

  it('keeps what too few people said below the needs, as weaker signals', async () => {
    const needs = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, {
      parameters: { ...parameters, minPeople: 7 },
    });
    expect(needs.length).toBeGreaterThan(0);
    expect(needs.every(({ grounds, participants }) => grounds.isWeak && participants.length < 7)).toBe(true);
  });

  it('is sure of a need that does not hang on one interview', async () => {
    const needs = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    expect(needs.map(({ grounds }) => grounds.confidence)).toEqual([1, 1, 1]);
  });

  it('never shows more groups than asked for, the strongest first', async () => {
    const all = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, { parameters });
    const one = await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, {
      parameters: { ...parameters, maxGroups: 1 },
    });
    expect(all.length).toBeGreaterThan(1);
    expect(one.map(({ statements }) => statements)).toEqual([all[0]?.statements]);
  });

  it('lets the model folder override the defaults', async () => {
    const heads = { ...topicHeads, params: { ...parameters, minPeople: 7 } };
    const needs = await extractNeeds(syntheticStudy(9), topicEncoder(), heads);
    expect(needs.filter(({ grounds }) => !grounds.isWeak)).toEqual([]);
  });

  it('finds nothing in nothing, in a single interview, and where nobody takes part', async () => {
    const silent = syntheticStudy(4).map((interview) => ({
      ...interview,
      segments: interview.segments.map((segment) => ({ ...segment, participant: null })),
    }));
    for (const study of [[], syntheticStudy(1), silent]) {
      expect(await extractNeeds(study, topicEncoder(), topicHeads, { parameters })).toEqual([]);
    }
  });

  it('reports every step, and never more done than there is', async () => {
    const reports: ExtractionProgress[] = [];
    await extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, {
      parameters,
      onProgress: (progress) => reports.push(progress),
    });
    expect([...new Set(reports.map(({ step }) => step))]).toEqual(['encode', 'compare', 'group', 'label']);
    expect(reports.filter(({ done, total }) => done > total)).toEqual([]);
  });

  it.each(['encode', 'group', 'label'] as const)('stops while in the step %s when told to', async (step) => {
    const signal = { aborted: false };
    const running = extractNeeds(syntheticStudy(9), topicEncoder(), topicHeads, {
      parameters,
      signal,
      onProgress: (progress) => {
        signal.aborted ||= progress.step === step;
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
