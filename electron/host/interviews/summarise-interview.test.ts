import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { InterviewId, ParticipantId, PersonId } from '../../../shared/ids.ts';
import {
  readDebriefDoneBy,
  readDebriefLaterBy,
  setDebriefDone,
  setDebriefLater,
} from '../../../shared/interviews/debrief.ts';
import { readInterview, setClockRecord } from '../../../shared/interviews/interview-document.ts';
import { summariseInterview } from './summarise-interview.ts';

const ines = PersonId.parse('ines');

function summaryOf(document: Y.Doc) {
  return summariseInterview({
    entry: {
      id: InterviewId.parse('i1'),
      participantId: ParticipantId.parse('p1'),
      plannedAt: null,
      createdAt: '2026-11-24T10:00:00.000Z',
      createdBy: ines,
      isArchived: false,
      isNotRecorded: false,
    },
    participant: undefined,
    facts: {
      ...readInterview(document),
      questions: 0,
      questionsAsked: 0,
      debriefDoneBy: readDebriefDoneBy(document),
      isDebriefLater: readDebriefLaterBy(document).length > 0,
      wordMarks: new Map(),
    },
    damage: null,
    isInRun: false,
    needs: null,
  });
}

it('says when the call ended and for whom the debrief is done', () => {
  const document = new Y.Doc();
  expect(summaryOf(document)).toMatchObject({ endedAt: null, debriefDoneBy: [], isDebriefLater: false });
  const endedAtEpochMs = Date.parse('2026-11-24T11:20:00.000Z');
  setClockRecord(document, { kind: 'ended', atMs: 2_650_000, endedAtEpochMs });
  setDebriefDone(document, ines, '2026-11-24T11:40:00.000Z');
  setDebriefLater(document, ines, '2026-11-24T11:40:00.000Z');
  expect(summaryOf(document)).toMatchObject({
    endedAt: '2026-11-24T11:20:00.000Z',
    debriefDoneBy: [ines],
    isDebriefLater: true,
  });
});

it('keeps the row when the clock holds a time that no date can hold', () => {
  const document = new Y.Doc();
  setClockRecord(document, { kind: 'ended', atMs: 1, endedAtEpochMs: 1e300 });
  expect(summaryOf(document)).toMatchObject({ endedAt: null, progress: 'words-missing' });
});
