import { expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { retryWhenBack } from './retry-when-back.ts';

it('tries lost lines at once when the network is back or the window is looked at, until it is ended', () => {
  const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  // Of a page, only what it listens to and whether it is seen.
  const page = Object.assign(new EventTarget(), { document }) as unknown as Window;
  const tryNow = vi.fn();
  const call = vi.fn(() => Promise.reject(new AppError('no-workspace', 'none')));
  const end = retryWhenBack(page, { tryNow, call }, true);
  page.dispatchEvent(new Event('online'));
  expect(tryNow).toHaveBeenCalledTimes(1);
  expect(call).toHaveBeenCalledWith('peers.retry', {});
  document.dispatchEvent(new Event('visibilitychange'));
  expect(tryNow).toHaveBeenCalledTimes(1);
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(tryNow).toHaveBeenCalledTimes(2);
  end();
  page.dispatchEvent(new Event('online'));
  expect(tryNow).toHaveBeenCalledTimes(2);
});

it('asks nothing of a host where one is a guest', () => {
  const call = vi.fn();
  const page = Object.assign(new EventTarget(), { document: new EventTarget() }) as unknown as Window; // as above
  retryWhenBack(page, { tryNow: () => undefined, call }, false);
  page.dispatchEvent(new Event('online'));
  expect(call).not.toHaveBeenCalled();
});
