import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useOffset } from './use-offset.ts';

/** A host that answers when the test says so. */
function slowHost() {
  const written: number[] = [];
  const answers: ((isTaken: boolean) => void)[] = [];
  return {
    written,
    write: (offsetMs: number) => {
      written.push(offsetMs);
      return new Promise<boolean>((resolve) => answers.push(resolve));
    },
    answer: (isTaken: boolean) => act(async () => answers.shift()?.(isTaken)),
  };
}

it('adds up presses that come before an answer, and writes the last of them', async () => {
  const host = slowHost();
  const { result } = renderHook(() => useOffset(1_000, host.write));
  act(() => {
    for (let press = 0; press < 5; press += 1) result.current.shift(500);
  });
  expect(result.current.offsetMs).toBe(3_500);
  await host.answer(true);
  expect(host.written).toEqual([1_500, 3_500]);
});

it('keeps the new number until the document tells it, and then follows the document', async () => {
  const host = slowHost();
  const { result, rerender } = renderHook(({ stored }) => useOffset(stored, host.write), {
    initialProps: { stored: 0 },
  });
  act(() => result.current.shift(500));
  await host.answer(true);
  expect(result.current.offsetMs).toBe(500);
  rerender({ stored: 500 });
  rerender({ stored: 2_000 });
  expect(result.current.offsetMs).toBe(2_000);
});

it('goes back to what is stored when the host refuses', async () => {
  const host = slowHost();
  const { result } = renderHook(() => useOffset(250, host.write));
  act(() => result.current.shift(-500));
  expect(result.current.offsetMs).toBe(-250);
  await host.answer(false);
  expect(result.current.offsetMs).toBe(250);
});
