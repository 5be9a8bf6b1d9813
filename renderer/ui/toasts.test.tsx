import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastArea, type ToastRequest, useToasts } from './toasts.tsx';

function Shower({ toast }: { readonly toast: ToastRequest }) {
  const { show } = useToasts();
  return (
    <button type="button" onClick={() => show(toast)}>
      Dismiss the need
    </button>
  );
}

function showToast(toast: ToastRequest): void {
  render(
    <ToastArea>
      <Shower toast={toast} />
    </ToastArea>,
  );
  fireEvent.click(screen.getByText('Dismiss the need'));
}

describe('toasts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('undoes once, however often Undo is pressed', () => {
    const undo = vi.fn();
    showToast({ text: 'Dismissed.', undo });
    const button = screen.getByRole('button', { name: 'Undo' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(undo).toHaveBeenCalledOnce();
  });

  it('stays 6 s without Undo', async () => {
    showToast({ text: 'Link copied.' });
    act(() => vi.advanceTimersByTime(5_900));
    expect(screen.getByText('Link copied.')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.queryByText('Link copied.')).toBeNull();
  });

  it('stays 10 s with Undo', async () => {
    showToast({ text: 'Dismissed.', undo: () => undefined });
    act(() => vi.advanceTimersByTime(9_900));
    expect(screen.getByText('Dismissed.')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.queryByText('Dismissed.')).toBeNull();
  });

  it('waits while the pointer is over it', () => {
    showToast({ text: 'Dismissed.', undo: () => undefined });
    fireEvent.mouseEnter(screen.getByRole('region', { name: 'Messages' }));
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Dismissed.')).toBeVisible();
  });
});
