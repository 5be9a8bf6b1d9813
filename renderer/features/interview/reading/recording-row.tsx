// The recording above the words: the browser's own player where there is a file, a line that says so where it has moved,
// and nothing where there is none.
import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import styles from './recording-row.module.css';
import type { InterviewRecording } from './use-recording.ts';

export interface RecordingRowProps {
  readonly recording: InterviewRecording;
  /** Time of the current turn in the transcript file, which the recording can be lined up with. */
  readonly currentMs: number | null;
  readonly onFind: () => void;
}

export function RecordingRow({ recording, currentMs, onFind }: RecordingRowProps) {
  const { state, player } = recording;
  const url = state.kind === 'here' ? state.url : null;
  const heardTo = useRef(0);

  // After a lost connection the same recording has another address; it goes on where it was.
  useEffect(() => {
    const audio = player.current;
    if (url !== null && audio !== null && heardTo.current > 0) audio.currentTime = heardTo.current;
  }, [url, player]);

  if (state.kind === 'none') return null;
  if (state.kind === 'moved') {
    return (
      <Callout
        tone="warn"
        announce="status"
        actions={
          <Button size="small" onClick={onFind}>
            Find it
          </Button>
        }
      >
        The recording has moved. “{state.fileName}” is not where it was on this computer, or its bytes have
        changed. Words and notes are all here.
      </Callout>
    );
  }
  return (
    <section className={styles.row} aria-label="Recording">
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript below is what is said in it, word for word */}
      <audio
        ref={player}
        className={styles.player}
        src={state.url}
        controls
        preload="metadata"
        aria-label={`Recording ${state.fileName}`}
        onTimeUpdate={(event) => {
          heardTo.current = event.currentTarget.currentTime;
        }}
        onError={recording.lookAgain}
      />
      <span className={styles.hint}>Click words to hear them, or press L.</span>
      {currentMs === null ? null : (
        <Button size="small" variant="ghost" onClick={() => recording.lineUp(currentMs)}>
          I hear the current turn now
        </Button>
      )}
    </section>
  );
}
