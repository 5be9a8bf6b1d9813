import { useState } from 'react';
import type { TickedLine } from '../../../../shared/interviews/guide.ts';

export interface Questions {
  /** The question that Alt Enter ticks; -1 when there is none. */
  readonly current: number;
  readonly step: (by: 1 | -1) => void;
  /** After this one: the next that was not asked yet. */
  readonly goOn: (index: number) => void;
}

/** Which question of the guide is next: the first that was not asked, unless the person went to another. */
export function useQuestions(questions: readonly TickedLine[]): Questions {
  const [chosen, setChosen] = useState<number | null>(null);
  const firstOpen = questions.findIndex((line) => line.tick === null);
  const current = chosen !== null && chosen < questions.length ? chosen : firstOpen;
  return {
    current,
    step: (by) => {
      if (questions.length === 0) return;
      setChosen(Math.min(Math.max((current < 0 ? 0 : current) + by, 0), questions.length - 1));
    },
    goOn: (index) => {
      const next = questions.findIndex((line, at) => at > index && line.tick === null);
      setChosen(next < 0 ? null : next);
    },
  };
}
