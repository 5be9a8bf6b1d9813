// All briefs of the workspace: how long each is, the needs it stands on, and when somebody last typed in it.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { briefWordCount } from '../../../shared/briefs/brief-document.ts';
import type { BriefEntry } from '../../../shared/workspace/workspace-document.ts';
import { useHost } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { useBriefDocument, useWorkspaceView } from '../../state/use-document.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { type ListKeys, useListKeys } from '../../ui/list-keys.ts';
import { ContextMenu } from '../../ui/menu.tsx';
import { Screen } from '../../ui/screen.tsx';
import table from '../../ui/table.module.css';
import { agoText } from './ago-text.ts';
import styles from './brief.module.css';
import { TitleDialog } from './title-dialog.tsx';
import { useBriefActs } from './use-brief-acts.ts';
import { useBriefText, useNow } from './use-brief-text.ts';

export function BriefsScreen() {
  const { client, navigation } = useHost();
  const { facts, state } = useWorkspaceView();
  const attempt = useAttempt();
  const [current, setCurrent] = useState(-1);
  const [isNaming, setNaming] = useState(false);
  const [areArchivedShown, setArchivedShown] = useState(false);
  const { go } = navigation.getState();

  const byAge = [...facts.briefs].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const archived = byAge.filter((brief) => brief.isArchived);
  const rows = areArchivedShown ? archived : byAge.filter((brief) => !brief.isArchived);
  const open = (brief: BriefEntry | undefined) => {
    if (brief !== undefined) go({ place: 'brief', briefId: brief.id });
  };
  const keys = useListKeys({
    count: rows.length,
    current: Math.min(current, rows.length - 1),
    onMove: setCurrent,
    onOpen: (index) => open(rows[index]),
  });
  useKeys({ c: () => setNaming(true) });

  const create = (title: string) =>
    attempt(async () => {
      const { id } = await client.call('briefs.create', { title });
      go({ place: 'brief', briefId: id });
    });

  return (
    <Screen
      crumbs={[
        {
          label: 'Briefs',
          detail: state.kind === 'loading' ? '…' : countText(rows.length, areArchivedShown),
        },
      ]}
      actions={
        <Button variant="primary" icon={Plus} keys="C" onClick={() => setNaming(true)}>
          New brief
        </Button>
      }
    >
      <h1 className="visually-hidden">Briefs</h1>
      {state.kind !== 'loading' && rows.length === 0 && !areArchivedShown ? (
        <EmptyState
          title="No briefs yet."
          actions={
            <Button keys="C" onClick={() => setNaming(true)}>
              New brief
            </Button>
          }
        >
          A brief says the problem in a page, with the needs it stands on. It starts as a hypothesis.
        </EmptyState>
      ) : null}
      {rows.length === 0 ? null : <BriefsTable rows={rows} keys={keys} onOpen={open} linkCount={linkCount} />}
      {archived.length === 0 && !areArchivedShown ? null : (
        <div className={styles.archived}>
          <Button variant="ghost" size="small" onClick={() => setArchivedShown((was) => !was)}>
            {areArchivedShown ? 'Back to all briefs' : `${archived.length} archived`}
          </Button>
        </div>
      )}
      {isNaming ? <TitleDialog onCreate={create} onClose={() => setNaming(false)} /> : null}
    </Screen>
  );

  function linkCount(brief: BriefEntry): number {
    return facts.links.filter((link) => link.briefId === brief.id).length;
  }
}

function countText(count: number, areArchived: boolean): string {
  const briefs = `${count} ${count === 1 ? 'brief' : 'briefs'}`;
  return areArchived ? `${briefs}, archived` : briefs;
}

interface BriefsTableProps {
  readonly rows: readonly BriefEntry[];
  readonly keys: ListKeys;
  readonly onOpen: (brief: BriefEntry) => void;
  readonly linkCount: (brief: BriefEntry) => number;
}

function BriefsTable({ rows, keys, onOpen, linkCount }: BriefsTableProps) {
  const now = useNow();
  return (
    <table className={table.table} aria-label="Briefs">
      <thead>
        <tr>
          <th scope="col">Brief</th>
          <th scope="col">Words</th>
          <th scope="col">Needs linked</th>
          <th scope="col">Edited</th>
        </tr>
      </thead>
      <tbody ref={keys.listRef}>
        {rows.map((brief, index) => (
          <BriefRow
            key={brief.id}
            brief={brief}
            index={index}
            keys={keys}
            links={linkCount(brief)}
            now={now}
            onOpen={() => onOpen(brief)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface BriefRowProps {
  readonly brief: BriefEntry;
  readonly index: number;
  readonly keys: ListKeys;
  readonly links: number;
  readonly now: Date;
  readonly onOpen: () => void;
}

function BriefRow({ brief, index, keys, links, now, onOpen }: BriefRowProps) {
  const { document, state } = useBriefDocument(brief.id);
  const { text, editedAt } = useBriefText(document);
  const acts = useBriefActs(brief.id);
  return (
    <ContextMenu
      entries={[
        { kind: 'act', label: 'Open', keys: 'Enter', onDo: onOpen },
        { kind: 'line' },
        brief.isArchived
          ? { kind: 'act', label: 'Bring back', onDo: acts.bringBack }
          : { kind: 'act', label: 'Archive', onDo: () => acts.archive(() => undefined) },
      ]}
    >
      <tr {...keys.rowProps(index)} className={`${table.row} ${styles.row}`} onClick={onOpen}>
        <td>
          <button type="button" tabIndex={-1} className={styles.rowTitle} onClick={onOpen}>
            {brief.title}
          </button>
        </td>
        <td className={table.number}>{state.kind === 'loading' ? '…' : briefWordCount(text)}</td>
        <td className={table.number}>{links}</td>
        <td className={styles.when}>{agoText(editedAt ?? brief.createdAt, now)}</td>
      </tr>
    </ContextMenu>
  );
}
