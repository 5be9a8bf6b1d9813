// What the computation is doing, has done, or could not do. It never covers the needs of the last run.
import type { ExtractionState, ExtractionStep, NeedsView } from '../../../shared/contract/needs.ts';
import { ErrorCode } from '../../../shared/errors.ts';
import { errorWords } from '../../text/error-text.ts';
import { JobPanel, type JobStep } from '../../ui/job-panel.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface ComputePanelProps {
  readonly extraction: ExtractionState;
  readonly run: NeedsView['run'];
  /** The pseudonym of an interview, by its id. */
  readonly nameOf: (interviewId: string) => string;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

const STEPS: readonly { readonly step: ExtractionStep; readonly label: string }[] = [
  { step: 'load', label: 'Open the encoder' },
  { step: 'encode', label: 'Read the words' },
  { step: 'compare', label: 'Compare' },
  { step: 'group', label: 'Group what belongs together' },
  { step: 'label', label: 'Find words for it' },
];

export function ComputePanel({ extraction, run, nameOf, onCancel, onRetry }: ComputePanelProps) {
  switch (extraction.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <JobPanel
          title={titleOf(extraction, nameOf)}
          detail={detailOf(extraction)}
          progress={extraction.total === 0 ? null : overall(extraction)}
          steps={stepsOf(extraction.step)}
          assurance="Your names and dismissals stay as they are."
          onCancel={onCancel}
        />
      );
    case 'stopped':
      return (
        <p role="status" className="visually-hidden">
          Stopped. Nothing was changed.
        </p>
      );
    case 'failed': {
      const code = ErrorCode.safeParse(extraction.code);
      const words = errorWords({
        code: code.success ? code.data : 'engine-failed',
        message: extraction.message,
        details: {},
      });
      const kept =
        run === null
          ? words.kept
          : `The result of ${new Date(run.at).toLocaleDateString('en', { day: 'numeric', month: 'short' })} stays, with all names and decisions.`;
      return (
        <Notice {...words} kept={kept} announce="status" actions={[{ label: 'Try again', onDo: onRetry }]} />
      );
    }
  }
}

type Running = Extract<ExtractionState, { kind: 'running' }>;

function titleOf(running: Running, nameOf: (id: string) => string): string {
  if (running.step === 'encode' && running.interview !== null)
    return `Listening through ${nameOf(running.interview)}`;
  return running.step === 'load' ? 'Opening the encoder' : 'Finding what people keep needing';
}

function detailOf(running: Running): string {
  const { newInterviews, knownInterviews, secondsLeft } = running;
  const fresh =
    newInterviews === 0
      ? 'No new interview'
      : `${newInterviews} new ${newInterviews === 1 ? 'interview' : 'interviews'}`;
  const known =
    knownInterviews === 0
      ? ''
      : `; ${knownInterviews} ${knownInterviews === 1 ? 'is' : 'are'} already known and not computed again`;
  const left =
    secondsLeft === null
      ? ''
      : ` About ${Math.max(1, Math.round(secondsLeft))} ${Math.round(secondsLeft) <= 1 ? 'second' : 'seconds'} left,`;
  return `${fresh}${known}.${left === '' ? ' On this computer.' : `${left} on this computer.`}`;
}

/** Encoding is most of the work; the other steps share the rest, so that the bar never goes back. */
const SHARE: Readonly<Record<ExtractionStep, readonly [number, number]>> = {
  load: [0, 0.03],
  encode: [0.03, 0.75],
  compare: [0.75, 0.8],
  group: [0.8, 0.93],
  label: [0.93, 1],
};

function overall(running: Running): number {
  const [from, to] = SHARE[running.step];
  return from + (to - from) * Math.min(1, running.done / running.total);
}

function stepsOf(current: ExtractionStep): JobStep[] {
  const at = STEPS.findIndex((one) => one.step === current);
  return STEPS.map((one, index) => ({
    label: one.label,
    state: index < at ? 'done' : index === at ? 'now' : 'waiting',
  }));
}
