import { describe, expect, it } from 'vitest';
import {
  droppedWords,
  keptWords,
  type LiveConnection,
  pillState,
  returnedWords,
} from './connection-state.ts';

const fine: LiveConnection = {
  connection: 'connected',
  document: 'live',
  isDiskFailing: false,
  waitingEdits: 0,
  isShared: true,
};

describe('pillState', () => {
  it('says connected only while somebody else can hear, and that this computer is alone otherwise', () => {
    expect(pillState(fine)).toEqual({ kind: 'connected' });
    expect(pillState({ ...fine, isShared: false })).toEqual({ kind: 'alone' });
  });

  it('says reconnecting with what waits, whether the line or the document is away', () => {
    const away = { kind: 'reconnecting', waitingEdits: 3 };
    expect(pillState({ ...fine, connection: 'reconnecting', waitingEdits: 3 })).toEqual(away);
    expect(pillState({ ...fine, document: 'waiting', waitingEdits: 3 })).toEqual(away);
  });

  it('says not saved when the disk refuses and something waits for it', () => {
    expect(pillState({ ...fine, isDiskFailing: true, document: 'waiting', waitingEdits: 6 })).toEqual({
      kind: 'unsaved',
      edits: 6,
    });
    expect(pillState({ ...fine, isDiskFailing: true })).toEqual({ kind: 'connected' });
  });

  it('says ended when the host serves this interview no more', () => {
    expect(pillState({ ...fine, document: 'refused' })).toEqual({ kind: 'ended' });
  });
});

describe('the words of a dropped link', () => {
  it('name who was lost and when', () => {
    expect(droppedWords(['Tomas'], 1_690_000)).toBe('The link to Tomas dropped at 28:10.');
    expect(droppedWords([], 0)).toBe('The link to Earshot on this computer dropped at 00:00.');
  });

  it('say what is kept, in the right number', () => {
    expect(keptWords(3)).toContain('Your 3 edits are kept');
    expect(keptWords(1)).toContain('Your edit is kept');
    expect(keptWords(0)).toContain('Keep typing.');
    expect(returnedWords(3)).toBe('Connected. 3 edits sent.');
  });
});
