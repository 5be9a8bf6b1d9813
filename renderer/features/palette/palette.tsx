// One field from which everything can be reached and done without knowing where it is. It finds in what the host and the
// workspace say now; finding itself is in find-entries.ts.
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SearchAnswer } from '../../../shared/contract/search.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { useSession } from '../../state/host-context.tsx';
import { useRecentPlaces } from '../../state/recent-places.ts';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { usePlace } from '../../state/use-place.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { modalSurface } from '../../ui/key-bindings.ts';
import { Keycap } from '../../ui/keycap.tsx';
import modal from '../../ui/modal.module.css';
import { findEntries, nearest, readQuery, SHOWN, SHOWN_ALONE } from './find-entries.ts';
import { withHostHits } from './found-entries.ts';
import styles from './palette.module.css';
import { GROUP_NAMES, type PaletteEntry, type PaletteGroup, paletteEntries } from './palette-entries.ts';
import { PaletteRow } from './palette-row.tsx';
import { type HostSearch, useHostSearch } from './use-host-search.ts';
import { usePaletteActs } from './use-palette-acts.ts';

export interface PaletteProps {
  /** What stands in the field at first. */
  readonly query: string;
  readonly onClose: () => void;
}

export function Palette({ query: given, onClose }: PaletteProps) {
  const [query, setQuery] = useState(given);
  const [narrowed, setNarrowed] = useState<PaletteGroup | null>(null);
  const [selected, setSelected] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const recent = useRecentPlaces();
  const { entries, facts, isLoading } = useEntries();
  const act = usePaletteActs(onClose);
  const sought = readQuery(query, narrowed);
  const most = sought.group === null ? SHOWN : SHOWN_ALONE;
  const search = useHostSearch(sought, most);
  const found = withHostHits(findEntries(entries, sought, recent), search.answer, most, entries, facts);
  useAnnouncedCount(found.count, query);
  const list = useRef<HTMLDivElement>(null);
  useNamedSelection(field, list);
  useFirstWhileSoon(search, found.groups[0]?.hits[0]?.entry.id, setSelected);

  const hit = found.groups.flatMap((one) => one.hits).find((one) => one.entry.id === selected);
  const widen = () => {
    setNarrowed(null);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing) return;
    if (
      key === 'Tab' &&
      !shiftKey &&
      narrowed === null &&
      hit !== undefined &&
      hit.entry.group !== 'recent'
    ) {
      event.preventDefault();
      setNarrowed(hit.entry.group);
      setQuery(sought.text);
    } else if (key === 'Backspace' && query === '' && narrowed !== null) {
      event.preventDefault();
      widen();
    }
  };

  return (
    <BaseDialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={modal.backdrop} />
        <BaseDialog.Popup
          {...modalSurface}
          className={styles.popup}
          aria-label="Search and commands"
          initialFocus={field}
        >
          <Command
            label="Search and commands"
            shouldFilter={false}
            vimBindings={false}
            value={selected}
            onValueChange={setSelected}
            className={styles.command}
          >
            <div className={styles.head}>
              <Icon of={Search} />
              <Command.Input
                ref={field}
                value={query}
                onValueChange={setQuery}
                onKeyDown={onKeyDown}
                placeholder="Search, or type > for commands"
                className={styles.field}
                maxLength={200}
              />
              {narrowed === null ? null : (
                <button
                  type="button"
                  className={styles.chip}
                  onClick={widen}
                  onKeyDown={(event) => event.stopPropagation()}
                  aria-label={`Search in ${GROUP_NAMES[narrowed]} only; take that off`}
                >
                  In {GROUP_NAMES[narrowed]} <Icon of={X} size={14} />
                </button>
              )}
            </div>
            <Command.List ref={list} className={styles.list} label="Results">
              {found.groups.map(({ group, hits }) => (
                <Command.Group
                  key={group}
                  heading={<span className={styles.heading}>{GROUP_NAMES[group]}</span>}
                >
                  {hits.map((one) => (
                    <PaletteRow key={one.entry.id} hit={one} onChoose={() => act(one.entry.act)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <Building building={search.answer?.building ?? null} />
            {found.count > 0 ? null : (
              <Nothing
                text={sought.text}
                isLoading={isLoading || !search.isSettled}
                answer={search.answer}
                entries={entries}
                onSearch={(word) => {
                  setQuery(word);
                  field.current?.focus();
                }}
              />
            )}
            <Foot />
          </Command>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function useEntries(): {
  readonly entries: readonly PaletteEntry[];
  readonly facts: WorkspaceFacts;
  readonly isLoading: boolean;
} {
  const session = useSession();
  const facts = useWorkspace();
  const here = usePlace();
  const needs = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const interviews = useCall(
    'interviews.list',
    {},
    { refetchOn: ['interviews.changed', 'workspace.changed'] },
  );
  const isWorkspaceOpen = session?.workspace != null;
  const needList = needs.status === 'loading' ? undefined : needs.value?.needs;
  const rows = interviews.status === 'loading' ? undefined : interviews.value;
  const entries = useMemo(
    () => paletteEntries({ isWorkspaceOpen, facts, needs: needList ?? [], interviews: rows ?? [], here }),
    [isWorkspaceOpen, facts, needList, rows, here],
  );
  return { entries, facts, isLoading: needs.status === 'loading' || interviews.status === 'loading' };
}

/**
 * What the host finds comes a moment after what is found here, and may stand above it. Until the person could have looked,
 * the first line is chosen; later nothing that is chosen moves.
 */
function useFirstWhileSoon(
  { answer, isSettled, isSoon }: HostSearch,
  first: string | undefined,
  choose: (id: string) => void,
): void {
  const latest = useRef(first);
  useEffect(() => {
    latest.current = first;
  });
  useEffect(() => {
    if (answer !== null && isSettled && isSoon && latest.current !== undefined) choose(latest.current);
  }, [answer, isSettled, isSoon, choose]);
}

/** Said once the person has stopped typing for a moment. */
function useAnnouncedCount(count: number, query: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (query === '') return;
    const timer = setTimeout(() => announce(`${count} ${count === 1 ? 'result' : 'results'}`), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [announce, count, query]);
}

const ANNOUNCE_MS = 400;

/**
 * Names the selected result to screen readers after every change of the results: when a result is drawn anew under
 * another id while it stays selected, cmdk 1.1.1 goes on naming the old one.
 */
function useNamedSelection(field: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const id = list.current?.querySelector('[aria-selected="true"]')?.id;
    for (const element of [field.current, list.current]) {
      if (id === undefined) element?.removeAttribute('aria-activedescendant');
      else element?.setAttribute('aria-activedescendant', id);
    }
  });
}

interface NothingProps {
  readonly text: string;
  readonly isLoading: boolean;
  readonly answer: SearchAnswer | null;
  readonly entries: readonly PaletteEntry[];
  readonly onSearch: (word: string) => void;
}

/** How far the index is, when it has to be made; a moment's wait is not told. */
function Building({ building }: { readonly building: SearchAnswer['building'] }) {
  if (building === null || building.total <= 1) return null;
  const percent = Math.floor((100 * building.done) / building.total);
  return (
    <p className={styles.building} role="status">
      Search is being rebuilt, {percent} %. Names and commands work.
    </p>
  );
}

function Nothing({ text, isLoading, answer, entries, onSearch }: NothingProps) {
  if (isLoading) return <p className={styles.nothing}>Looking…</p>;
  if (answer?.isTooCommon)
    return <p className={styles.nothing}>‘{text}’ is in almost everything. Add another word.</p>;
  const near = answer?.nearest ?? nearest(entries, text);
  return (
    <p className={styles.nothing}>
      {text === '' ? 'Nothing here yet.' : `Nobody said ‘${text}’.`}
      {near === null ? null : (
        <>
          {' '}
          Nearest:{' '}
          <button type="button" className={styles.near} onClick={() => onSearch(near.word)}>
            {near.word}
          </button>{' '}
          ({near.texts}).
        </>
      )}
    </p>
  );
}

function Foot() {
  return (
    <div className={styles.foot}>
      <span>
        <Keycap keys="↑" /> <Keycap keys="↓" /> choose
      </span>
      <span>
        <Keycap keys="Enter" /> open
      </span>
      <span>
        <Keycap keys="Tab" /> narrow
      </span>
      <span className={styles.end}>
        <Keycap keys=">" /> commands
      </span>
      <span>
        <Keycap keys="@" /> people
      </span>
      <span>
        <Keycap keys="#" /> tags
      </span>
    </div>
  );
}
