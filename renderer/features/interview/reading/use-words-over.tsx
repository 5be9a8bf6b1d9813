// Everything that a person lays over the words while they read: what each row shows of it, the bar under selected words,
// and the keys. It knows the marks and no host.
import { useMemo, useState } from 'react';
import { correctedText, correctionsByTurn } from '../../../../shared/interviews/marked-turns.ts';
import type { WhoIsWho } from '../../../../shared/interviews/name-speaker.ts';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import type { TextSpan } from '../../../../shared/transcripts/find-quote.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import type { KeyBindings } from '../../../ui/key-bindings.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { CorrectionForm, SelectionBar } from './selection-bar.tsx';
import { speakerChoices, speakerMarks } from './speaker-entries.ts';
import { turnAt } from './statements.ts';
import type { TagOnWords, TurnOver } from './turn-row.tsx';
import type { AskWhichNeed } from './use-need-evidence.tsx';
import { useSelection } from './use-selection.ts';
import type { WordMarks } from './use-word-marks.ts';

interface Reading {
  /** Under the speakers that people put right, and as the file has them. */
  readonly turns: readonly Turn[];
  readonly inFile: readonly Turn[];
  readonly offsets: readonly number[];
  readonly over: WordMarks;
  readonly tags: readonly Tag[];
  readonly who: WhoIsWho;
  readonly current: number | null;
  /** Undefined for those who may only read, and while there is no need to choose. */
  readonly onEvidence: AskWhichNeed | undefined;
  /** Writes a note at the time of a turn; undefined for those who may only read. */
  readonly onNote: ((turn: number) => void) | undefined;
}

interface Correcting extends TextSpan {
  readonly left: number;
  readonly top: number;
}

export function useWordsOver(reading: Reading) {
  const { turns, inFile, offsets, over, tags, who, current, onEvidence, onNote } = reading;
  const { add, remove, marks } = over;
  const selected = useSelection(turns, offsets);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const corrections = useMemo(() => correctionsByTurn(inFile, offsets, marks), [inFile, offsets, marks]);
  const tagged = useMemo(() => tagsByTurn(offsets, over), [offsets, over]);

  /** The selected words, else the current turn. */
  function target(): Correcting | null {
    if (selected !== null) return selected;
    const turn = current === null ? undefined : turns[current];
    if (current === null || turn === undefined || turn.text === '') return null;
    const from = offsets[current] ?? 0;
    const row = document.querySelector(`[data-turn="${current}"]`)?.getBoundingClientRect();
    return { from, to: from + turn.text.length, left: row?.left ?? 320, top: row?.bottom ?? 200 };
  }

  function tag(name: string): void {
    const words = target();
    if (words === null || add === undefined) return;
    add([{ from: words.from, to: words.to, meaning: { kind: 'tag', tag: name } }], `Tagged #${name}.`);
    document.getSelection()?.removeAllRanges();
  }

  /** The words are remembered before the question takes the focus from them. */
  function giveTo(verdict: Verdict): unknown {
    const words = onEvidence === undefined ? null : target();
    if (words === null) return false;
    onEvidence?.({ from: words.from, to: words.to }, verdict);
    return true;
  }

  function correct(): unknown {
    const words = add === undefined ? null : target();
    if (words === null) return false;
    setCorrecting(words);
    return true;
  }

  function wordsOf({ from, to }: TextSpan): { readonly original: string; readonly shown: string } {
    const turn = turnAt(offsets, from);
    const begin = offsets[turn] ?? 0;
    const original = (inFile[turn]?.text ?? '').slice(from - begin, to - begin);
    const inside = (corrections.get(turn) ?? [])
      .filter((one) => one.from >= from - begin && one.to <= to - begin)
      .map((one) => ({ ...one, from: one.from - from + begin, to: one.to - from + begin }));
    return { original, shown: correctedText(original, inside) };
  }

  const choices = useMemo(() => speakerChoices(inFile, who), [inFile, who]);

  function speakerEntries(turn: number): readonly MenuEntry[] | undefined {
    if (add === undefined) return undefined;
    const entriesFor = (reach: 'turn' | 'from-here'): MenuEntry[] =>
      choices.map(({ label, name, identity }) => ({
        kind: 'act',
        label,
        onDo: () =>
          add(
            speakerMarks(inFile, offsets, turn, name, reach),
            reach === 'turn' ? `${label} speaks here.` : `${label} speaks from here on.`,
            { [name]: identity },
          ),
      }));
    return [
      { kind: 'heading', label: 'Only this turn' },
      ...entriesFor('turn'),
      { kind: 'heading', label: 'This one and all later ones of the same name' },
      ...entriesFor('from-here'),
    ];
  }

  const digits: KeyBindings = Object.fromEntries(
    tags.flatMap(({ name, hotkey, isArchived }) =>
      hotkey === null || isArchived || add === undefined
        ? []
        : [[String(hotkey), () => (target() === null ? false : tag(name))]],
    ),
  );

  const bar =
    correcting !== null ? (
      <CorrectionForm
        left={correcting.left}
        top={correcting.top}
        original={wordsOf(correcting).original}
        words={wordsOf(correcting).shown}
        onClose={() => setCorrecting(null)}
        onSave={(text) => {
          const { original } = wordsOf(correcting);
          add?.(
            [{ from: correcting.from, to: correcting.to, meaning: { kind: 'correction', text } }],
            text === original ? 'As the file says again.' : 'Corrected. The file itself stays as it is.',
          );
          setCorrecting(null);
        }}
      />
    ) : selected !== null && add !== undefined ? (
      <SelectionBar
        left={selected.left}
        top={selected.top}
        tags={tags}
        onTag={tag}
        onCorrect={() => void correct()}
        onNote={onNote && (() => onNote(turnAt(offsets, selected.from)))}
        onEvidence={onEvidence && ((verdict) => void giveTo(verdict))}
      />
    ) : null;

  return {
    bar,
    /** The turn in which the selected words begin; null while none are. */
    selectedTurn: selected === null ? null : turnAt(offsets, selected.from),
    corrections,
    keys: {
      e: correct,
      h: () => giveTo('for'),
      r: () => giveTo('request'),
      a: () => giveTo('against'),
      ...digits,
    },
    at(turn: number, isCurrent: boolean): Omit<TurnOver, 'onMoveNote' | 'onPlaceNote' | 'onNote'> {
      return {
        turn,
        corrections: corrections.get(turn) ?? [],
        tags: tagged.get(turn) ?? [],
        onUntag: remove && ((id) => remove([id], 'The tag is off these words.')),
        speakerEntries: isCurrent ? speakerEntries(turn) : undefined,
      };
    },
  };
}

function tagsByTurn(
  offsets: readonly number[],
  { marks }: WordMarks,
): ReadonlyMap<number, readonly TagOnWords[]> {
  const byTurn = new Map<number, TagOnWords[]>();
  for (const { id, meaning, span } of marks) {
    if (meaning.kind !== 'tag' || span === null) continue;
    const turn = turnAt(offsets, span.from);
    const begin = offsets[turn] ?? 0;
    const one = { id, tag: meaning.tag, from: span.from - begin, to: span.to - begin };
    byTurn.set(turn, [...(byTurn.get(turn) ?? []), one]);
  }
  return byTurn;
}
