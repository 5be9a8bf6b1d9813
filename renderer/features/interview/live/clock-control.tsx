// Call time in the title bar: seen, paused, and set by what the clock says or by when the recording started.
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import {
  type CallClock,
  pauseClock,
  setClock,
  startClock,
} from '../../../../shared/interviews/call-clock.ts';
import { formatCallTime, parseCallTime } from '../../../../shared/text/time.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './live.module.css';
import { useCallTime } from './use-call-time.ts';

export interface ClockControlProps {
  readonly clock: CallClock;
  readonly isReadOnly: boolean;
  readonly onChange: (clock: CallClock) => void;
  /** After an act, to go on typing. */
  readonly onDone: () => void;
}

export function ClockControl({ clock, isReadOnly, onChange, onDone }: ClockControlProps) {
  const nowMs = useCallTime(clock);
  const [isOpen, setOpen] = useState(false);
  const shown = formatCallTime(nowMs);
  const act = (next: CallClock) => {
    onChange(next);
    setOpen(false);
    onDone();
  };
  if (isReadOnly) return <span className={styles.clock}>{shown}</span>;
  return (
    <span className={styles.clockGroup}>
      <Popover
        title="Call time"
        align="end"
        isOpen={isOpen}
        onOpenChange={setOpen}
        opener={
          <button type="button" className={styles.clock} aria-label={`Call time ${shown}, set it`}>
            {/* Not live: who wants to hear it opens it, or asks for it. */}
            <time aria-hidden="true">{shown}</time>
          </button>
        }
      >
        <ClockForm clock={clock} nowMs={nowMs} onSet={act} />
      </Popover>
      {clock.kind === 'running' ? (
        <IconButton icon={Pause} label="Pause call time" onClick={() => act(pauseClock(clock, Date.now()))} />
      ) : clock.kind === 'ready' ? (
        <Button variant="primary" icon={Play} onClick={() => act(startClock(clock, Date.now()))}>
          Start
        </Button>
      ) : (
        <IconButton icon={Play} label="Go on" onClick={() => act(startClock(clock, Date.now()))} />
      )}
    </span>
  );
}

interface ClockFormProps {
  readonly clock: CallClock;
  readonly nowMs: number;
  readonly onSet: (clock: CallClock) => void;
}

function ClockForm({ clock, nowMs, onSet }: ClockFormProps) {
  const [time, setTime] = useState(formatCallTime(nowMs));
  const [seconds, setSeconds] = useState('');
  const [error, setError] = useState<'time' | 'seconds' | null>(null);
  return (
    <div className={styles.clockForms}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const atMs = parseCallTime(time);
          if (atMs === null || atMs < 0) setError('time');
          else onSet(started(clock, setClock(clock, atMs, Date.now())));
        }}
      >
        <TextField
          label="Call time now is"
          value={time}
          onChange={setTime}
          inputMode="numeric"
          error={error === 'time' ? 'Minutes and seconds, such as 31:42.' : undefined}
        />
        <Button type="submit">Set</Button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const ago = Number(seconds.trim().replace(',', '.'));
          if (seconds.trim() === '' || !Number.isFinite(ago) || ago < 0) setError('seconds');
          // Whoever says so hears the recording run.
          else onSet(startClock(setClock(clock, ago * 1_000, Date.now()), Date.now()));
        }}
      >
        <TextField
          label="The recording started … seconds ago"
          value={seconds}
          onChange={setSeconds}
          inputMode="numeric"
          placeholder="40"
          error={error === 'seconds' ? 'A number of seconds, such as 40.' : undefined}
        />
        <Button type="submit">Set</Button>
      </form>
    </div>
  );
}

/** A clock that had not started runs from where it was set; one that is paused or ended stays so. */
function started(before: CallClock, after: CallClock): CallClock {
  return before.kind === 'ready' ? startClock(after, Date.now()) : after;
}
