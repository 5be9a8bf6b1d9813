// Words of the transcript as evidence that a person puts into a need: for it, asked for, or against it. It asks which need,
// tells the host, and says what was done with Undo. Where the words are selected, it does not know.
import { useState } from 'react';
import type { InterviewId, OriginalHash } from '../../../../shared/ids.ts';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import { labelParts, type Need } from '../../../../shared/needs/need.ts';
import type { TextSpan } from '../../../../shared/transcripts/find-quote.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useDecide } from '../../../state/use-decide.ts';
import { ChooseNeedDialog } from '../../../ui/choose-need-dialog.tsx';

/** Words as UTF-16 offsets into `transcriptText`, and what they say about a need that is still to be chosen. */
export type AskWhichNeed = (words: TextSpan, verdict: Verdict) => void;

interface Asked {
  /** Of the version that was on the screen when they were selected. */
  readonly original: OriginalHash;
  readonly words: TextSpan;
  readonly verdict: Verdict;
}

export function useNeedEvidence(
  interviewId: InterviewId,
  original: OriginalHash | null,
  needs: readonly Need[],
) {
  const { client } = useHost();
  const decide = useDecide();
  const [asked, setAsked] = useState<Asked | null>(null);

  function put(need: Need, { words, verdict, original: file }: Asked): void {
    const source = { kind: 'words' as const, interviewId, original: file, from: words.from, to: words.to };
    void decide(
      () => client.call('needs.addQuote', { id: need.id, source, verdict }),
      `${SAID[verdict]} “${labelParts(need.label).words}”.`,
    );
  }

  const dialog =
    asked === null ? null : (
      <ChooseNeedDialog
        title={TITLES[asked.verdict]}
        description="The words stay in the transcript as they are; the need gets them with their time."
        needs={choicesAmong(needs)}
        actLabel={(need) => `${ACTS[asked.verdict]} “${shortened(labelParts(need.label).words)}”`}
        onChoose={(need) => put(need, asked)}
        onClose={() => setAsked(null)}
      />
    );
  const ask: AskWhichNeed = (words, verdict) => {
    if (original !== null) setAsked({ original, words, verdict });
  };
  return { ask, dialog };
}

const TITLES: Readonly<Record<Verdict, string>> = {
  for: 'Which need do these words show?',
  request: 'Which need is behind this request?',
  against: 'Which need do these words speak against?',
};
const ACTS: Readonly<Record<Verdict, string>> = {
  for: 'Add to',
  request: 'Add as a request to',
  against: 'Count against',
};
const SAID: Readonly<Record<Verdict, string>> = {
  for: 'Added to',
  request: 'Added as a request to',
  against: 'Counts against',
};

/** What somebody has accepted comes first; what was dismissed does not come back by this door. */
function choicesAmong(needs: readonly Need[]): readonly Need[] {
  const open = needs.filter((need) => need.status !== 'dismissed');
  return [
    ...open.filter((need) => need.status === 'accepted'),
    ...open.filter((need) => need.status !== 'accepted'),
  ];
}

function shortened(label: string): string {
  return label.length > 40 ? `${label.slice(0, 39).trimEnd()}…` : label;
}
