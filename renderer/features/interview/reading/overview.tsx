// The line over the words: the whole call with its notes and statements, the part in view, and the one offset between
// file and call.
import { Minus, Plus } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { TrackNote, TrackStatement } from '../../../ui/track.tsx';
import { Track } from '../../../ui/track.tsx';
import { count, lengthText } from './interview-facts.ts';
import styles from './reading.module.css';

/** One press of − or +, in milliseconds. */
export const SHIFT_STEP_MS = 500;

export interface OverviewProps {
  /** Null when the file has no times. */
  readonly lengthMs: number | null;
  readonly notes: readonly TrackNote[];
  /** In call time. */
  readonly statements: readonly TrackStatement[];
  /** The words in view, in call time. */
  readonly viewport: { readonly fromMs: number; readonly toMs: number } | undefined;
  readonly offsetMs: number;
  /** Moves the notes along the words. Undefined for those who may only read. */
  readonly onShiftNotes: ((byMs: number) => void) | undefined;
}

export function Overview(props: OverviewProps) {
  const { lengthMs, notes, statements, viewport, offsetMs, onShiftNotes } = props;
  const drag = useDrag(lengthMs, onShiftNotes);
  if (lengthMs === null) {
    return (
      <section className={styles.overview} aria-label="The whole call">
        This file has no times, so that notes cannot be placed beside the words.
      </section>
    );
  }
  return (
    <section className={styles.overview} aria-label="The whole call">
      <span className={styles.number}>{lengthText(lengthMs)}</span>
      {/* The keys − and + do the same; this is only the pointer's way. */}
      <div
        className={classNames(styles.track, onShiftNotes !== undefined && styles.draggable)}
        title={onShiftNotes === undefined ? undefined : 'Drag to shift the notes along the words'}
        onPointerDown={(event) => drag.begin(event)}
        onPointerMove={(event) => drag.move(event)}
        onPointerUp={(event) => drag.end(event)}
        onPointerCancel={(event) => drag.end(event)}
      >
        <Track
          size="transcript"
          notes={notes}
          statements={statements}
          viewport={viewport}
          durationMs={lengthMs}
          label={`Whole call: ${count(notes.length, 'note')}, ${count(statements.length, 'statement')}`}
        />
      </div>
      <span className={styles.shift}>
        <span role="status">
          Notes shifted <b className={styles.number}>{shiftText(-offsetMs)}</b>
        </span>
        {onShiftNotes === undefined ? null : (
          <>
            <IconButton
              icon={Minus}
              label="Half a second earlier"
              keys="-"
              variant="quiet"
              size="small"
              onClick={() => onShiftNotes(-SHIFT_STEP_MS)}
            />
            <IconButton
              icon={Plus}
              label="Half a second later"
              keys="+"
              variant="quiet"
              size="small"
              onClick={() => onShiftNotes(SHIFT_STEP_MS)}
            />
          </>
        )}
      </span>
    </section>
  );
}

/** Notes follow the pointer along the line, in steps of half a second. */
function useDrag(lengthMs: number | null, onShift: ((byMs: number) => void) | undefined) {
  const last = useRef<number | null>(null);
  return {
    begin(event: PointerEvent<HTMLElement>) {
      if (onShift === undefined || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = event.clientX;
    },
    move(event: PointerEvent<HTMLElement>) {
      if (last.current === null || lengthMs === null) return;
      const msPerPx = lengthMs / Math.max(1, event.currentTarget.clientWidth);
      const steps = Math.trunc(((event.clientX - last.current) * msPerPx) / SHIFT_STEP_MS);
      if (steps === 0) return;
      // What is less than a step stays with the pointer.
      last.current += (steps * SHIFT_STEP_MS) / msPerPx;
      onShift?.(steps * SHIFT_STEP_MS);
    },
    end(event: PointerEvent<HTMLElement>) {
      if (last.current !== null) event.currentTarget.releasePointerCapture(event.pointerId);
      last.current = null;
    },
  };
}

/** “−2.5 s”, “+0.5 s”, “0 s”, with a true minus sign. */
export function shiftText(ms: number): string {
  if (Math.round(ms / 100) === 0) return '0 s';
  const seconds = (Math.abs(ms) / 1_000).toFixed(1);
  return `${ms < 0 ? '−' : '+'}${seconds} s`;
}
