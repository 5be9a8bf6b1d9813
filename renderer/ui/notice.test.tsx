import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { Notice, type NoticeProps } from './notice.tsx';

const answers = {
  happened: 'This computer has 0 bytes free.',
  kept: 'Everything up to 09:14 on disk.',
  next: 'Free some space.',
};

describe('a notice', () => {
  it('answers what happened, what was kept and what to do', () => {
    render(<Notice title="The disk is full" {...answers} announce="alert" />);
    const notice = screen.getByRole('alert', { name: 'The disk is full' });
    const terms = screen.getAllByRole('term').map((term) => term.textContent);
    expect(terms).toEqual(['Happened', 'Kept', 'Next']);
    expect(notice).toHaveTextContent('Everything up to 09:14 on disk.');
  });

  it('makes the first act the filled button', async () => {
    const tryNow = vi.fn();
    render(<Notice title="The disk is full" {...answers} actions={[{ label: 'Try now', onDo: tryNow }]} />);
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(tryNow).toHaveBeenCalledOnce();
  });

  it('does not compile without one of the three answers', () => {
    expectTypeOf<Omit<NoticeProps, 'kept'>>().not.toExtend<NoticeProps>();
    expectTypeOf<Omit<NoticeProps, 'happened'>>().not.toExtend<NoticeProps>();
    expectTypeOf<Omit<NoticeProps, 'next'>>().not.toExtend<NoticeProps>();
    // @ts-expect-error: a notice that does not say what was kept
    const incomplete: NoticeProps = { title: 'The disk is full', happened: 'No space.', next: 'Free some.' };
    expect(incomplete.kept).toBeUndefined();
  });
});
