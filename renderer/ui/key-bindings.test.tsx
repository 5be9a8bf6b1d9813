import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type KeyBindings, type KeyOptions, SingleLettersContext, useKeys } from './key-bindings.ts';

function Keys({ bindings, options }: { readonly bindings: KeyBindings; readonly options?: KeyOptions }) {
  useKeys(bindings, options);
  return null;
}

describe('useKeys', () => {
  it('runs a single letter when nobody is typing', async () => {
    const create = vi.fn();
    render(<Keys bindings={{ c: create }} />);
    await userEvent.keyboard('c');
    expect(create).toHaveBeenCalledOnce();
  });

  it('leaves single letters to a text field, and takes Ctrl K there', async () => {
    const create = vi.fn();
    const search = vi.fn();
    render(
      <>
        <input aria-label="note" />
        <Keys bindings={{ c: create, 'Ctrl+k': search }} />
      </>,
    );
    await userEvent.click(screen.getByLabelText('note'));
    await userEvent.keyboard('c{Control>}k{/Control}');
    expect(create).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledOnce();
    expect(screen.getByLabelText('note')).toHaveValue('c');
  });

  it('leaves letters to an editor that is no input', async () => {
    const create = vi.fn();
    render(
      <>
        <div contentEditable suppressContentEditableWarning>
          <span tabIndex={-1}>Owners decide on Monday.</span>
        </div>
        <Keys bindings={{ c: create }} />
      </>,
    );
    screen.getByText('Owners decide on Monday.').focus();
    await userEvent.keyboard('c');
    expect(create).not.toHaveBeenCalled();
  });

  it('ignores keys that belong to an input method', () => {
    const create = vi.fn();
    render(<Keys bindings={{ c: create, Escape: create }} />);
    fireEvent.keyDown(document.body, { key: 'c', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'Escape', keyCode: 229 });
    expect(create).not.toHaveBeenCalled();
  });

  it('takes a binding that says it counts while typing', async () => {
    const keep = vi.fn();
    render(
      <>
        <textarea aria-label="note" />
        <Keys bindings={{ Enter: { run: keep, isWhileTyping: true } }} />
      </>,
    );
    screen.getByLabelText('note').focus();
    await userEvent.keyboard('{Enter}');
    expect(keep).toHaveBeenCalledOnce();
    expect(screen.getByLabelText('note')).toHaveValue('');
  });

  it('reads two keys within 1.5 s as one', () => {
    const goHome = vi.fn();
    const hear = vi.fn();
    render(<Keys bindings={{ 'g h': goHome, h: hear }} />);
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    expect(goHome).toHaveBeenCalledOnce();
    expect(hear).not.toHaveBeenCalled();
  });

  it('forgets the first key after 1.5 s', () => {
    const goHome = vi.fn();
    const hear = vi.fn();
    render(<Keys bindings={{ 'g h': goHome, h: hear }} />);
    const press = (key: string, timeStamp: number) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      document.body.dispatchEvent(event);
    };
    press('g', 1_000);
    press('h', 2_501);
    expect(goHome).not.toHaveBeenCalled();
    expect(hear).toHaveBeenCalledOnce();
  });

  it('lets the keys of the screen rest under a modal surface', async () => {
    const create = vi.fn();
    const accept = vi.fn();
    render(
      <>
        <div data-modal-surface="" />
        <Keys bindings={{ c: create, a: create, Escape: create }} />
        <Keys bindings={{ a: accept }} options={{ scope: 'dialog' }} />
      </>,
    );
    await userEvent.keyboard('ca{Escape}');
    expect(create).not.toHaveBeenCalled();
    expect(accept).toHaveBeenCalledOnce();
  });

  it('asks the screen before what counts everywhere, and goes on when it declines', async () => {
    const everywhere = vi.fn();
    render(
      <>
        <Keys bindings={{ c: () => false, n: () => undefined }} />
        <Keys bindings={{ c: everywhere, n: everywhere }} options={{ scope: 'everywhere' }} />
      </>,
    );
    await userEvent.keyboard('nc');
    expect(everywhere).toHaveBeenCalledOnce();
  });

  it('does not press twice when Enter is on a button', async () => {
    const open = vi.fn();
    const press = vi.fn();
    render(
      <>
        <button type="button" onClick={press}>
          Undo
        </button>
        <Keys bindings={{ Enter: open }} />
      </>,
    );
    screen.getByRole('button').focus();
    await userEvent.keyboard('{Enter}');
    expect(press).toHaveBeenCalledOnce();
    expect(open).not.toHaveBeenCalled();
  });

  it('switches single letters off, but not Ctrl K', async () => {
    const run = vi.fn();
    render(
      <SingleLettersContext value={false}>
        <Keys bindings={{ c: run, 'Ctrl+k': run }} />
      </SingleLettersContext>,
    );
    await userEvent.keyboard('c{Control>}k{/Control}');
    expect(run).toHaveBeenCalledOnce();
  });

  it('stops listening when the screen is left', async () => {
    const create = vi.fn();
    render(<Keys bindings={{ c: create }} />).unmount();
    await userEvent.keyboard('c');
    expect(create).not.toHaveBeenCalled();
  });
});
