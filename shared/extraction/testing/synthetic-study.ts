// A study whose needs are known: every participant tells of two of them, in other words, between small talk. And an
// encoder that stands in for the model: it knows a few topics and nothing else.
import { InterviewId, OriginalHash } from '../../ids.ts';
import type { Turn } from '../../transcripts/transcript.ts';
import type { Encoder } from '../encoder.ts';
import type { Heads } from '../heads.ts';
import { type InterviewSegments, segmentInterview } from '../segment.ts';
import { unit } from '../vectors.ts';

const TOPICS: readonly RegExp[] = [
  /export|spreadsheet|copying/g,
  /password|login|locked/g,
  /invoice|refund|payment/g,
  /weather|holiday|weekend/g,
  /coffee|office|garden/g,
];
const NEEDS = 3;
const TELLINGS: readonly (readonly string[])[] = [
  [
    'I spend every Monday copying the numbers into a spreadsheet because the export leaves out half of them.',
    'The export never has what my manager asks about, so the spreadsheet is built by hand each time.',
    'We gave up on the export months ago and someone is copying rows all afternoon.',
  ],
  [
    'My password stops working and I am locked out right when a customer is waiting at the desk.',
    'Half of the team shares one login since nobody can remember which password was the last.',
    'I was locked out for two days and the login page only told me to try again later.',
  ],
  [
    'A refund takes so long that the customer rings twice before the payment shows up anywhere.',
    'I cannot see from the invoice whether the payment came in, so I call the bank and ask.',
    'Each invoice goes through three people and the refund still ends up with the wrong person.',
  ],
];
const SMALL_TALK: readonly string[] = [
  'The weather has been lovely here and we spent the weekend outside with the children.',
  'I only had one coffee so far and the office is rather quiet on a day like this.',
  'We went on holiday with my sister and the weather was good for once, which was nice.',
];

/** Participant `i` tells of needs i and i + 1 (of 3), each with two statements. */
export function syntheticStudy(interviews: number): InterviewSegments[] {
  return Array.from({ length: interviews }, (_, i) => {
    const name = `Participant ${i + 1}`;
    const lines: [string, string][] = [];
    for (const step of [0, 1]) {
      const tellings = TELLINGS[(i + step) % NEEDS] ?? [];
      lines.push(['Interviewer', 'And what else comes to your mind?']);
      lines.push([name, SMALL_TALK[(i + step) % 3] ?? '']);
      lines.push(['Interviewer', 'Can you tell me how that went?']);
      lines.push([name, tellings[i % 3] ?? '']);
      lines.push(['Interviewer', 'Go on.']);
      lines.push([name, tellings[(i + 1) % 3] ?? '']);
    }
    return {
      interviewId: InterviewId.parse(`interview-${i + 1}`),
      original: OriginalHash.parse(String(i).padStart(64, '0')),
      segments: segmentInterview(lines.map(turnOf), (speaker) =>
        speaker === 'Interviewer' ? null : speaker,
      ),
    };
  });
}

/** Counts topic words; a little of each text's own keeps any two texts apart. */
export function topicEncoder(onText: (text: string) => void = () => undefined): Encoder {
  return {
    async embed(texts) {
      return texts.map((text) => {
        onText(text);
        const vector = new Float32Array(TOPICS.length + 3);
        TOPICS.forEach((topic, t) => {
          vector[t] = text.match(topic)?.length ?? 0;
        });
        for (let i = 0; i < text.length; i++) {
          const axis = TOPICS.length + (i % 3);
          vector[axis] = (vector[axis] ?? 0) + text.charCodeAt(i) / 50_000;
        }
        return unit(vector);
      });
    },
  };
}

/** Likes the topics that are needs. */
export const topicHeads: Heads = {
  detector: { weight: [6, 6, 6, -6, -6, 0, 0, 0], bias: 0 },
  request: { weight: [0, 0, 0, 0, 0, 0, 0, 0], bias: -5 },
};

function turnOf([speaker, text]: [string, string], i: number): Turn {
  const startMs = i * 10_000;
  return {
    speaker,
    startMs,
    endMs: startMs + 8_000,
    text,
    cues: [{ startMs, endMs: startMs + 8_000, text }],
  };
}
