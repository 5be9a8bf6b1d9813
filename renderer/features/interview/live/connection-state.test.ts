import { describe, expect, it } from 'vitest';
import type { Peer } from '../../../../shared/contract/peers.ts';
import { connectionText } from '../../../ui/connection-pill.tsx';
import {
  droppedWords,
  isLinkDown,
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
  lostAtEpochMs: null,
  peers: [],
  hasUncountedEdits: false,
  documentName: 'interview-i1',
};
const tomas: Peer = {
  id: 'tomas',
  name: 'Tomas',
  direction: 'joins-us',
  connection: { kind: 'connected' },
  waitingEdits: 0,
  waitingByDocument: {},
  lastSyncedAt: null,
};

describe('pillState', () => {
  it('says connected only while somebody else can hear, and that this computer is alone otherwise', () => {
    expect(pillState(fine)).toEqual({ kind: 'connected' });
    expect(pillState({ ...fine, isShared: false })).toEqual({ kind: 'alone' });
  });

  it('says reconnecting with what waits, whether the line or the document is away', () => {
    const away = { kind: 'reconnecting', waitingEdits: 3 };
    expect(pillState({ ...fine, connection: 'reconnecting', waitingEdits: 3 })).toEqual(away);
    expect(pillState({ ...fine, connection: 'reconnecting', lostAtEpochMs: 9_000 })).toEqual({
      kind: 'reconnecting',
      waitingEdits: 0,
      sinceEpochMs: 9_000,
    });
    expect(pillState({ ...fine, document: 'waiting', waitingEdits: 3 })).toEqual(away);
  });

  it('says not saved when the disk refuses and something waits for it', () => {
    expect(pillState({ ...fine, isDiskFailing: true, document: 'waiting', waitingEdits: 6 })).toEqual({
      kind: 'unsaved',
      edits: 6,
    });
    expect(pillState({ ...fine, isDiskFailing: true })).toEqual({ kind: 'connected' });
  });

  it('says what a teammate’s computer has not got yet, and since when it does not answer', () => {
    const since = '2026-11-24T10:00:00.000Z';
    const waitingByDocument = { 'interview-i1': 3, 'brief-b1': 8 };
    const lost: Peer = { ...tomas, connection: { kind: 'reconnecting', since }, waitingByDocument };
    expect(pillState({ ...fine, peers: [lost] })).toEqual({
      kind: 'reconnecting',
      waitingEdits: 3,
      sinceEpochMs: Date.parse(since),
    });
    const away: Peer = { ...lost, connection: { kind: 'not-connected', reason: 'away', since } };
    expect(pillState({ ...fine, isShared: false, peers: [away] })).toEqual({ kind: 'away', waitingEdits: 3 });
    expect(connectionText({ kind: 'away', waitingEdits: 3 })).toBe('Not connected · 3 edits waiting');
  });

  it('says that all is saved here and sent to the teammates who are there, and only when it is so', () => {
    const words = (live: Partial<LiveConnection>) => connectionText(pillState({ ...fine, ...live }));
    const behind = { ...tomas, waitingByDocument: { 'interview-i1': 1 } };
    const gone: Peer = {
      ...behind,
      name: 'Ben',
      connection: { kind: 'not-connected', reason: 'away', since: '2026-11-24T10:00:00.000Z' },
    };
    expect(words({ peers: [tomas] })).toBe('Saved here · sent to Tomas');
    expect(words({ peers: [tomas, gone] })).toBe('Saved here · sent to Tomas');
    expect(words({ peers: [behind] })).toBe('Saved here · sending to Tomas');
    expect(words({ peers: [tomas], waitingEdits: 1 })).toBe('Saving here · sending to Tomas');
    expect(words({ peers: [tomas], hasUncountedEdits: true })).toBe('Saved here · sending to Tomas');
    expect(words({ peers: [tomas, { ...tomas, id: 'm', name: 'Mia' }] })).toBe(
      'Saved here · sent to Tomas and Mia',
    );
  });

  it('counts the link as down for whoever lost it, not for whom they come to', () => {
    const since = '2026-11-24T10:00:00.000Z';
    const away: Peer = { ...tomas, connection: { kind: 'not-connected', reason: 'unreachable', since } };
    expect(isLinkDown(fine)).toBe(false);
    expect(isLinkDown({ ...fine, document: 'waiting' })).toBe(true);
    expect(isLinkDown({ ...fine, peers: [away] })).toBe(false);
    expect(isLinkDown({ ...fine, peers: [{ ...away, direction: 'joined' }] })).toBe(true);
    expect(isLinkDown({ ...fine, peers: [{ ...tomas, direction: 'joined' }] })).toBe(false);
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
    expect(keptWords(3, 'window')).toContain('Your 3 edits are kept in this window');
    expect(keptWords(3, 'window')).toContain('Leave the window open');
    expect(keptWords(1, 'computer')).toContain('Your edit is kept on this computer');
    expect(keptWords(1, 'computer')).not.toContain('window');
    expect(keptWords(0, 'computer')).toContain('Keep typing.');
    expect(returnedWords(3)).toBe('Connected. 3 edits sent.');
  });
});
