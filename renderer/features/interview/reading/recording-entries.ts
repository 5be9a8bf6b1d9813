// What the More menu offers about the recording.
import type { MenuEntry } from '../../../ui/menu.tsx';
import type { InterviewRecording } from './use-recording.ts';

export function recordingEntries(
  { state, detach }: InterviewRecording,
  onAttach: () => void,
): readonly MenuEntry[] {
  if (state.kind === 'none') return [{ kind: 'act', label: 'Attach a recording…', onDo: onAttach }];
  return [
    { kind: 'act', label: 'Attach another recording…', onDo: onAttach },
    { kind: 'act', label: 'Detach the recording', onDo: detach },
  ];
}
