import { expect, it } from 'vitest';
import { inviteIn } from './invite-in.ts';

const LINK = `earshot://join/#h=192.168.1.24:53817&k=${'k'.repeat(43)}&t=a.${'s'.repeat(22)}`;

it('finds the invite that a program was started with', () => {
  expect(inviteIn(['/usr/bin/earshot', '--flag', LINK])).toBe(LINK);
});

it.each([
  ['nothing', []],
  ['a file', ['/home/me/transcript.vtt']],
  ['another place in the app', [LINK.replace('join', 'run')]],
  ['a link with something behind it', [`${LINK}&x=--inspect`]],
  ['a page of somebody', [LINK.replace('earshot://join', 'https://example.org')]],
  ['an option that looks like one', [`--url=${LINK}`]],
])('takes no %s for one', (_what, args) => {
  expect(inviteIn(args)).toBeNull();
});
