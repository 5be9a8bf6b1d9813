// What calls must do at every door, and for the command line, which has no connection to lose: bytes as they are, and
// errors as data.
import { expect, it } from 'vitest';
import type { Method, Params, Results } from '../../shared/contract.ts';

export type CallHost = <M extends Method>(method: M, params: Params<M>) => Promise<Results[M]>;

/** Adds its tests to the surrounding `describe`. `call` is called within tests only; no workspace need be open. */
export function callSuite(call: CallHost): void {
  it('carries ten megabytes there, and what was read in them back', async () => {
    const bytes = tenMegabytesOfTalk();
    const preview = await call('transcripts.preview', { fileName: 'long.vtt', bytes, format: null });
    expect(preview.turns).toBeGreaterThan(0);
    expect(preview.format).toBe('webvtt');
    expect(preview.original).toBe(await sha256(bytes));
  }, 180_000);

  it('carries bytes as bytes, also those that are no text', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    const refused = call('transcripts.preview', { fileName: 'noise.bin', bytes, format: null });
    await expect(refused).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('hands over errors as data: code, words, whether to try again', async () => {
    const strange = call('needs.eat' as Method, {}); // no method of the contract, which is the point
    await expect(strange).rejects.toMatchObject({
      name: 'AppError',
      code: 'unknown-method',
      retryable: false,
    });
    const wrong = call('briefs.create', { title: '' });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      details: { places: [{ at: 'title' }] },
    });
    const nothing = call('workspaces.open', { folder: '/nowhere/at/all' });
    await expect(nothing).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-a-workspace|folder-not-usable|not-found)$/),
    });
  });

  it('finds no method in what every object has', async () => {
    for (const method of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const answer = call(method as Method, {}); // as above
      await expect(answer).rejects.toMatchObject({ code: 'unknown-method' });
    }
  });
}

/** A WebVTT file of an hour or more of one person speaking. */
export function tenMegabytesOfTalk(): Uint8Array<ArrayBuffer> {
  const sentence = 'I write it down on paper, because the list on the phone is gone when I need it. ';
  const cue = (at: number) => `${stamp(at)} --> ${stamp(at + 60)}\n<v Hazel>${sentence.repeat(60)}\n\n`;
  let text = 'WEBVTT\n\n';
  for (let at = 0; text.length < 10_000_000; at += 60) text += cue(at);
  return new TextEncoder().encode(text);
}

function stamp(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
