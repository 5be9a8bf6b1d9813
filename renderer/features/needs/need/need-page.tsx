// The page of a need: its head, its pair, and the evidence as one list that keys walk through and act on.
import { Ellipsis, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import type { Need, NotedEvidence, Quote } from '../../../../shared/needs/need.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { useListKeys } from '../../../ui/list-keys.ts';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { DecideButtons, NeedLabel, StatusBadge } from '../need-peek.tsx';
import needsStyles from '../needs.module.css';
import type { NeedActs } from '../use-need-acts.ts';
import { type EvidenceRow, evidenceRows } from './evidence-row.ts';
import { EvidenceSections } from './evidence-sections.tsx';
import { NeedCounts } from './need-counts.tsx';
import type { OpenDialog } from './need-dialogs.tsx';
import { NeedPairSection } from './need-pair.tsx';
import { NeedCautions } from './need-why.tsx';
import { QuoteBar } from './quote-bar.tsx';
import type { EvidenceActs } from './use-evidence-acts.ts';

export interface NeedPageProps {
  readonly need: Need;
  readonly facts: WorkspaceFacts;
  readonly acts: NeedActs;
  readonly evidenceActs: EvidenceActs;
  readonly newSince: ReadonlySet<string>;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onOpenQuote: (quote: Quote) => void;
  readonly onOpenNote: (note: NotedEvidence) => void;
}

export function NeedPage(props: NeedPageProps) {
  const { need, facts, acts, evidenceActs, newSince, onDialog, onOpenQuote, onOpenNote } = props;
  const toasts = useToasts();
  const [current, setCurrent] = useState(0);
  const [shown, setShown] = useState<'each' | 'all'>('each');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = evidenceRows(need, shown);
  const row = rows[Math.min(current, rows.length - 1)];
  const choose = (key: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const clear = () => setChosen(new Set());
  /** The chosen rows, or the current one while none is chosen. */
  const targets = (): readonly EvidenceRow[] => {
    const picked = rows.filter(({ key }) => chosen.has(key));
    return picked.length > 0 ? picked : row ? [row] : [];
  };
  const onTargets = (act: (some: readonly EvidenceRow[]) => unknown, some = targets()) => {
    if (some.length === 0) return false;
    act(some);
    return undefined;
  };
  const does = {
    split: (some: readonly EvidenceRow[]) => onDialog({ kind: 'split', chosen: some, onDone: clear }),
    move: (some: readonly EvidenceRow[]) => onDialog({ kind: 'move', chosen: some, onDone: clear }),
    mark: (verdict: Verdict) => (some: readonly EvidenceRow[]) => {
      void evidenceActs.mark(need, some, verdict);
      clear();
    },
    pin: (some: readonly EvidenceRow[]) => {
      const areAllPinned = some.every((one) => one.kind === 'quote' && one.quote.isPinned);
      void evidenceActs.pin(need, some, !areAllPinned);
      clear();
    },
    takeOut: (some: readonly EvidenceRow[]) => {
      const candidates = some.filter(({ section }) => section === 'candidate');
      const others = some.filter(({ section }) => section !== 'candidate');
      if (candidates.length > 0) void evidenceActs.rejectAgainst(need, candidates);
      if (others.length > 0) void evidenceActs.takeOut(need, others);
      clear();
    },
    copy: (some: readonly EvidenceRow[]) => {
      void navigator.clipboard
        .writeText(some.map(sourceLine).join('\n'))
        .then(() => toasts.show({ text: 'Copied with its source.' }));
    },
  };
  const keys = useListKeys({
    count: rows.length,
    current: Math.min(current, rows.length - 1),
    onMove: setCurrent,
    onOpen: (index) => {
      const one = rows[index];
      if (one?.kind === 'quote') onOpenQuote(one.quote);
      if (one?.kind === 'note') onOpenNote(one.note);
    },
    onChoose: (index) => rows[index] && choose(rows[index].key),
  });
  useKeys({
    s: () => onTargets(does.split),
    v: () => onTargets(does.move),
    '-': () => onTargets(does.mark('against')),
    '+': () => onTargets(does.mark('for')),
    t: () => onTargets(does.pin),
    y: () => onTargets(does.copy),
    Delete: () => onTargets(does.takeOut),
    Backspace: () => onTargets(does.takeOut),
    q: () => onDialog({ kind: 'add' }),
  });

  return (
    <article className={needsStyles.page}>
      <StatusBadge need={need} />
      <h1 className={needsStyles.title}>
        <NeedLabel need={need} />
        <IconButton icon={Pencil} label="Rename" keys="R" onClick={() => onDialog({ kind: 'rename' })} />
      </h1>
      <NeedCounts need={need} facts={facts} />
      {need.status === 'accepted' ? null : (
        <DecideButtons need={need} acts={acts} onRename={() => onDialog({ kind: 'rename' })} />
      )}
      <NeedCautions need={need} facts={facts} acts={evidenceActs} />
      <NeedPairSection
        need={need}
        facts={facts}
        onEdit={() => onDialog({ kind: 'pair' })}
        onBreak={() => void evidenceActs.unpair(need)}
      />
      <EvidenceSections
        need={need}
        rows={rows}
        shown={shown}
        onShown={setShown}
        addButton={
          <Button size="small" icon={Plus} keys="Q" onClick={() => onDialog({ kind: 'add' })}>
            Add a quote
          </Button>
        }
        facts={facts}
        keys={keys}
        chosen={chosen}
        isNew={(key) => newSince.has(key)}
        onChoose={choose}
        onOpenQuote={onOpenQuote}
        onOpenNote={onOpenNote}
        acts={(one) => <RowActs row={one} does={does} />}
      />
      {chosen.size === 0 ? null : (
        <QuoteBar
          count={chosen.size}
          onSplit={() => onTargets(does.split)}
          onMove={() => onTargets(does.move)}
          onAgainst={() => onTargets(does.mark('against'))}
          onFor={() => onTargets(does.mark('for'))}
          onPin={() => onTargets(does.pin)}
          onTakeOut={() => onTargets(does.takeOut)}
          onCopy={() => onTargets(does.copy)}
          onClear={clear}
        />
      )}
    </article>
  );
}

interface RowActsProps {
  readonly row: EvidenceRow;
  readonly does: {
    readonly move: (some: readonly EvidenceRow[]) => void;
    readonly mark: (verdict: Verdict) => (some: readonly EvidenceRow[]) => void;
    readonly pin: (some: readonly EvidenceRow[]) => void;
    readonly takeOut: (some: readonly EvidenceRow[]) => void;
    readonly copy: (some: readonly EvidenceRow[]) => void;
  };
}

function RowActs({ row, does }: RowActsProps) {
  if (row.section === 'candidate') {
    return (
      <>
        <Button size="small" keys="-" onClick={() => does.mark('against')([row])}>
          Speaks against it
        </Button>
        <Button size="small" variant="ghost" keys="Del" onClick={() => does.takeOut([row])}>
          Does not
        </Button>
      </>
    );
  }
  return (
    <>
      <Button size="small" keys="V" onClick={() => does.move([row])}>
        Move
      </Button>
      <Menu
        align="end"
        opener={<IconButton icon={Ellipsis} label="More" />}
        entries={[
          ...(row.kind === 'note'
            ? []
            : [act(row.quote.isPinned ? 'Take the pin off' : 'Pin here', 'T', () => does.pin([row]))]),
          ...(row.section === 'against'
            ? [act('It speaks for it', '+', () => does.mark('for')([row]))]
            : [act('It speaks against it', '-', () => does.mark('against')([row]))]),
          act('Copy with source', 'Y', () => does.copy([row])),
          act('Take out of this need', 'Del', () => does.takeOut([row])),
        ]}
      />
    </>
  );
}

function act(label: string, keys: string, onDo: () => void): MenuEntry {
  return { kind: 'act', label, keys, onDo };
}

/** `“…” Rowan, 09:06`; a note says who noted it and is in no quotation marks. */
function sourceLine(row: EvidenceRow): string {
  if (row.kind === 'note')
    return `${row.note.text} (noted, ${row.note.participant}, ${formatCallTime(row.note.atMs)})`;
  const { text, participant, startMs } = row.quote;
  return `“${text}” ${participant}${startMs === null ? '' : `, ${formatCallTime(startMs)}`}`;
}
