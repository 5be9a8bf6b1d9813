import { describe, expect, it } from 'vitest';
import { asksForSolution } from './requests.ts';

describe('asksForSolution', () => {
  it.each([
    ['I asked them for a dashboard years ago.', true],
    ["I'd like a button that does it.", true],
    ['I’m on the dashboard all day.', false],
    ['i asked gary if you could do it every friday', true],
    ['I wondered whether it could be kept open for longer.', true],
    ['Somebody suggested that we buy one for everybody.', true],
    ['Told the sales guy I’d want one on every boat.', true],
    ['My boss said we should get one for each of the vans.', true],
    ['They ask me how long it takes.', false],
    ['I told them that I was late.', false],
    ['I wish for some peace.', false],
    ['I rang them and said, can you not just put the time on it.', true],
    ['We told the vendor they should let us see who booked it.', true],
    ['i keep asking if there’s a way to lock it', true],
    ['Our head asked them to add a second bell.', true],
    ['I emailed and said please add a second line.', true],
    ['I think you should give people a number at the door.', true],
    ['Last year we put in a feature request for it.', true],
    ['I asked would it be possible on paper.', true],
    ['They asked me if I was coming on Tuesday.', false],
    ['He asked me for my card.', false],
    ['You always have to ask for the key.', false],
    ['She wrote to ask if we were well.', false],
    ['I said we should be there by ten and we were not.', false],
    ['I told her I need to go home.', false],
  ])('%s: %s', (text, expected) => {
    expect(asksForSolution(text)).toBe(expected);
  });
});
