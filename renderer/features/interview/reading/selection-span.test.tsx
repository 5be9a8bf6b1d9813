import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { UiProviders } from '../../../ui/ui-providers.tsx';
import { selectionSpan } from './selection-span.ts';
import { TurnWords } from './turn-words.tsx';

const turns = [{ text: 'Hello.' }, { text: 'I still owe Brightsite a lot.' }];
const offsets = [0, 7];

function show(): HTMLElement {
  render(
    <UiProviders>
      <p data-testid="words" data-turn={1} data-from={0}>
        <TurnWords
          text={turns[1]?.text ?? ''}
          statements={[]}
          hits={[]}
          corrections={[{ id: 'c', from: 12, to: 22, text: 'Brightside' }]}
          isCurrent={false}
          onOpenNeed={() => undefined}
        />
      </p>
    </UiProviders>,
  );
  return screen.getByTestId('words');
}

function select(from: Node, at: number, to: Node, end: number) {
  document.getSelection()?.setBaseAndExtent(from, at, to, end);
  return selectionSpan(document.getSelection(), turns, offsets);
}

function textNode(words: string): Node {
  const node = screen.getByText(words, { exact: false, selector: 'span' }).firstChild;
  if (node === null) throw new Error(`no text ${words}`);
  return node;
}

it('finds the span of selected words in the transcript, without the spaces around them', () => {
  show();
  expect(select(textNode('I still'), 1, textNode('I still'), 8)).toEqual({ from: 9, to: 14 });
});

it('takes corrected words whole, in the places of the original', () => {
  show();
  const corrected = textNode('Brightside');
  expect(select(corrected, 3, corrected, 5)).toEqual({ from: 19, to: 29 });
});

it('ends with the turn when the selection runs on, and is nothing outside of the words', () => {
  show();
  expect(select(textNode('I still'), 0, document.body, document.body.childNodes.length)).toEqual({
    from: 7,
    to: 36,
  });
  expect(select(document.body, 0, document.body, 1)).toBeNull();
});
