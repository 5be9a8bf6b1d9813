import { describe, expect, it } from 'vitest';
import { asksForSolution, attachRequests, attachToNeedsFirst, type Place } from './requests.ts';

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
  ])('%s: %s', (text, expected) => {
    expect(asksForSolution(text)).toBe(expected);
  });
});

describe('attachRequests', () => {
  const place = (interview: number, at: number, participant = `p${interview}`): Place => ({
    interview,
    at,
    participant,
  });

  it('gives a request to the group with the nearest statement of the same participant', () => {
    const groups = [[place(0, 2), place(1, 9)], [place(0, 11)]];
    expect(attachRequests([place(0, 8)], groups, 6)).toEqual([1]);
  });

  it('leaves a request alone that is too far from every statement', () => {
    expect(attachRequests([place(0, 9)], [[place(0, 2)]], 6)).toEqual([-1]);
    expect(attachRequests([place(0, 8)], [[place(0, 2)]], 6)).toEqual([0]);
  });

  it('never takes another interview or another participant for near', () => {
    expect(attachRequests([place(1, 2), place(0, 3, 'p9')], [[place(0, 2)]], 6)).toEqual([-1, -1]);
  });

  it('prefers the better group of two at the same distance', () => {
    expect(attachRequests([place(0, 5)], [[place(0, 7)], [place(0, 3)]], 6)).toEqual([0]);
  });
});

describe('attachToNeedsFirst', () => {
  const said = (at: number) => ({ interview: 0, participant: 'p', at });

  it('prefers a need that recurs to a weaker signal that is nearer', () => {
    expect(attachToNeedsFirst([said(5)], [[said(1)], [said(4)]], 1, 6)).toEqual([0]);
    expect(attachToNeedsFirst([said(5)], [[said(1)], [said(4)]], 2, 6)).toEqual([1]);
  });

  it('leaves to weaker signals what no need is near enough for', () => {
    const groups = [[said(1)], [said(30)], [said(21)]];
    expect(attachToNeedsFirst([said(20), said(60)], groups, 1, 6)).toEqual([2, -1]);
  });
});
