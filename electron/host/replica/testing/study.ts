import type { InterviewId } from '../../../../shared/ids.ts';
import type { TestHost } from '../../testing/start-test-host.ts';

/** `lines` lines of somebody who says something else each time, with some words more where asked. */
export function transcript(lines: number, more = ''): Uint8Array<ArrayBuffer> {
  const text = Array.from(
    { length: lines },
    (_, line) => `Ada: I keep the ${line} receipts in a shoe box.${more}`,
  );
  return new TextEncoder().encode(text.join('\n'));
}

/** A new interview with these words in it. */
export async function importBytes(host: TestHost, bytes: Uint8Array<ArrayBuffer>): Promise<InterviewId> {
  const { interviewId } = await host.call('transcripts.import', {
    interviewId: null,
    newParticipant: 'Ada',
    fileName: 'ada.txt',
    bytes,
    format: null,
    offsetMs: 0,
    speakers: { Ada: { kind: 'participant' } },
  });
  return interviewId;
}
