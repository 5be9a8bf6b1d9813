// The facts of every interview, read once and kept until its document changes. What lists and counts ask for.
import { InterviewId, type PersonId } from '../../../shared/ids.ts';
import { readDebriefDoneBy, readDebriefLaterBy } from '../../../shared/interviews/debrief.ts';
import { readTickedGuide } from '../../../shared/interviews/guide.ts';
import {
  type InterviewFacts,
  interviewDocumentName,
  readInterview,
} from '../../../shared/interviews/interview-document.ts';
import { readWordMarks, type WordMark } from '../../../shared/interviews/word-marks.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';

export interface IndexedInterview extends InterviewFacts {
  readonly questions: number;
  readonly questionsAsked: number;
  readonly debriefDoneBy: readonly PersonId[];
  readonly isDebriefLater: boolean;
  readonly wordMarks: ReadonlyMap<string, WordMark>;
}

export interface InterviewIndex {
  get(id: InterviewId): Promise<IndexedInterview>;
  /** Ids whose facts changed since the listener was called last, gathered for a moment so that typing costs little. */
  onChange(listener: (ids: readonly InterviewId[]) => void): void;
  close(): void;
}

/** Long enough to gather a burst of notes, short enough that a list feels live. */
const GATHER_MS = 150;

export function createInterviewIndex(workspace: OpenedWorkspace): InterviewIndex {
  const facts = new Map<InterviewId, Promise<IndexedInterview>>();
  const listeners = new Set<(ids: readonly InterviewId[]) => void>();
  const changed = new Set<InterviewId>();
  let timer: NodeJS.Timeout | null = null;

  const stop = workspace.documents.onChange((name) => {
    const id = interviewIdOf(name);
    if (id === null) return;
    facts.delete(id);
    changed.add(id);
    timer ??= setTimeout(() => {
      timer = null;
      const ids = [...changed];
      changed.clear();
      for (const listener of listeners) listener(ids);
    }, GATHER_MS);
  });

  return {
    get(id) {
      const known = facts.get(id);
      if (known !== undefined) return known;
      const reading = workspace.documents.read(interviewDocumentName(id), (document) => {
        const guide = readTickedGuide(document).filter((line) => line.kind === 'question');
        return {
          ...readInterview(document),
          questions: guide.length,
          questionsAsked: guide.filter((line) => line.tick !== null).length,
          debriefDoneBy: readDebriefDoneBy(document),
          isDebriefLater: readDebriefLaterBy(document).length > 0,
          wordMarks: readWordMarks(document),
        };
      });
      facts.set(id, reading);
      reading.catch(() => facts.delete(id)); // the asker hears of it; the next one may try again
      return reading;
    },
    onChange(listener) {
      listeners.add(listener);
    },
    close() {
      stop();
      if (timer) clearTimeout(timer);
    },
  };
}

function interviewIdOf(documentName: string): InterviewId | null {
  const prefix = 'interview-';
  if (!documentName.startsWith(prefix)) return null;
  return InterviewId.safeParse(documentName.slice(prefix.length)).data ?? null;
}
