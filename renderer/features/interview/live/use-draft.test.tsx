import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDraft } from './use-draft.ts';

it('keeps what somebody typed on while their words were on the way', () => {
  const { result } = renderHook(() => useDraft(null, () => 0));
  act(() => result.current.change('Which till'));
  act(() => result.current.change('Which till is it'));
  act(() => result.current.clearSent('Which till'));
  expect(result.current.draft?.text).toBe('Which till is it');
  act(() => result.current.clearSent('Which till is it'));
  expect(result.current.draft).toBeNull();
});
