import { describe, expect, it } from 'vitest';
import type { AppErrorData } from '../../../../shared/errors.ts';
import { closedWords } from './closed-words.ts';
import { endedWords } from './ended-words.ts';

const refused = (reason: string): AppErrorData => ({
  code: 'not-invited',
  message: '',
  retryable: false,
  details: { reason },
});
const otherVersion: AppErrorData = {
  code: 'protocol-mismatch',
  message: '',
  retryable: false,
  details: { host: 2, client: 1 },
};
const REASONS = [
  'unknown',
  'expired',
  'revoked',
  'full',
  'another-workspace',
  'too-many-guesses',
  'wrong-key',
];

describe('closedWords', () => {
  it.each([
    ['expired', 'This invite has ended', 'never'],
    ['revoked', 'This invite has ended', 'never'],
    ['unknown', 'This invite is not known there', 'never'],
    ['full', 'The room is full', 'reload'],
    ['another-workspace', 'Ines’s Earshot has another workspace open', 'reload'],
    ['too-many-guesses', 'Too many wrong invites came from here', 'reload'],
    ['wrong-key', 'Another computer answers than the one in the link', 'reload'],
  ])('names an invite that is %s', (reason, title, again) => {
    expect(closedWords(refused(reason), 'Ines', false)).toMatchObject({ title, again });
  });

  it('says that a computer does not answer, and that nothing has to be done', () => {
    expect(closedWords(null, 'Ines', false)).toMatchObject({
      title: 'Ines’s computer does not answer',
      again: 'now',
    });
  });

  it('names another version: a page is reloaded, an Earshot updated', () => {
    expect(closedWords(otherVersion, 'Ines', false).title).toBe('Ines’s Earshot is newer. Reload this page.');
    expect(closedWords(otherVersion, 'Ines', true).next).toContain('Update the older of the two');
  });

  it('sends nobody in Earshot to reload a page, and asks somebody even when no name was told', () => {
    for (const error of [null, otherVersion, ...REASONS.map(refused)]) {
      const words = closedWords(error, null, true);
      const said = `${words.title} ${words.happened} ${words.kept} ${words.next}`;
      expect(said).not.toMatch(/page|null|!/);
      expect(words.again).not.toBe('reload');
    }
  });
});

describe('endedWords', () => {
  const here = { hostName: 'Ines', edits: 2, isInEarshot: false };
  it('says who ended it, what is with the host, and that the rest is kept here', () => {
    expect(endedWords(refused('revoked'), here)).toEqual({
      title: 'Ines ended this invite',
      happened: 'The link no longer lets anyone in.',
      kept: 'What you wrote before is with Ines. 2 edits after it were not sent; they are kept here.',
      next: 'Ask Ines for a new link, by which they go out, or copy what was not sent.',
    });
  });

  it('tells an invite whose time is over from one that was ended', () => {
    expect(endedWords(refused('expired'), { ...here, edits: 0 })).toMatchObject({
      title: 'This invite has ended',
      happened: 'The time it was made for is over. The link no longer lets anyone in.',
      kept: 'What you wrote before is with Ines.',
      next: 'Ask Ines for a new link to go on.',
    });
  });

  it('has words of its own for whatever else ends a visit', () => {
    const titles = ['another-workspace', 'wrong-key', 'revoked', 'expired'].map(
      (reason) => endedWords(refused(reason), here).title,
    );
    expect(new Set(titles).size).toBe(4);
    expect(endedWords(otherVersion, { ...here, isInEarshot: true }).next).toContain('Update the older');
  });
});
