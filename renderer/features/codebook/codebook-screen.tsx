// One meaning per tag, for both. Kinds are read by Earshot and keep their name; everything else is the team's.
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import type { TagId } from '../../../shared/ids.ts';
import type { Tag } from '../../../shared/workspace/tags.ts';
import { useSession } from '../../state/host-context.tsx';
import { useWorkspaceView } from '../../state/use-document.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { useListKeys } from '../../ui/list-keys.ts';
import { Screen } from '../../ui/screen.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './codebook.module.css';
import { LikeDialog } from './like-dialog.tsx';
import { DefinitionDialog, NewTagDialog, RenameTagDialog } from './tag-dialogs.tsx';
import { TagInspector } from './tag-inspector.tsx';
import { type TagGroup, TagTable } from './tag-table.tsx';
import { useTagActs } from './use-tag-acts.ts';

export interface CodebookScreenProps {
  /** The tag to begin with; the first one without it. */
  readonly tagId?: TagId | undefined;
}

export function CodebookScreen({ tagId }: CodebookScreenProps) {
  const session = useSession();
  const { facts, state } = useWorkspaceView();
  const acts = useTagActs(facts.tags);
  const toasts = useToasts();
  const [currentId, setCurrentId] = useState<TagId | null>(tagId ?? null);
  const [dialog, setDialog] = useState<'new' | 'rename' | 'define' | 'like' | null>(null);
  const [sought, setSought] = useState('');
  const [isArchiveShown, setArchiveShown] = useState(false);

  const canWrite = session?.workspace != null && session.workspace.readOnlyBecause === null;
  const groups = groupTags(facts.tags, sought, isArchiveShown);
  const listed = groups.flatMap((group) => group.tags);
  const index = Math.max(
    listed.findIndex((tag) => tag.id === currentId),
    0,
  );
  const tag = listed[index];
  const archived = facts.tags.filter((one) => one.isArchived).length;

  const onTag = (act: (one: Tag) => unknown) => () => (tag === undefined || !canWrite ? false : act(tag));
  const startRename = (one: Tag) =>
    one.kind === null
      ? setDialog('rename')
      : toasts.show({ text: `#${one.name} keeps its name: Earshot reads it. Its definition is yours.` });
  const keys = useListKeys({
    count: listed.length,
    current: index,
    onMove: (at) => setCurrentId(listed[at]?.id ?? null),
  });
  useKeys({
    ...Object.fromEntries(DIGITS.map((digit) => [String(digit), onTag((one) => acts.giveKey(one, digit))])),
    Backspace: onTag(acts.takeKey),
    r: onTag(startRename),
    e: onTag(() => setDialog('define')),
    l: onTag(() => setDialog('like')),
    c: () => (canWrite ? setDialog('new') : false),
    '/': () => document.getElementById(SEARCH_ID)?.focus(),
  });

  return (
    <Screen
      crumbs={[{ label: 'Codebook', detail: state.kind === 'loading' ? '…' : countsText(facts.tags) }]}
      actions={
        canWrite ? (
          <Button icon={Plus} keys="C" onClick={() => setDialog('new')}>
            New tag
          </Button>
        ) : undefined
      }
      toolBarLabel="Search"
      toolBar={
        <TextField
          id={SEARCH_ID}
          label="Search tags"
          isLabelHidden
          placeholder="Search tags"
          icon={Search}
          keys="/"
          className={styles.search}
          value={sought}
          onChange={setSought}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setSought('');
            event.currentTarget.blur();
          }}
        />
      }
      inspector={
        tag === undefined ? undefined : (
          <TagInspector
            key={tag.id}
            tag={tag}
            canWrite={canWrite}
            acts={acts}
            onRename={() => startRename(tag)}
            onDefine={() => setDialog('define')}
            onLike={() => setDialog('like')}
          />
        )
      }
      inspectorLabel="The current tag"
      inspectorWidth={372}
      foot={
        listed.length === 0 && archived === 0 ? undefined : (
          <Foot archived={archived} isArchiveShown={isArchiveShown} onToggle={setArchiveShown} />
        )
      }
    >
      <h1 className="visually-hidden">Codebook</h1>
      {listed.length > 0 ? <TagTable groups={groups} keys={keys} /> : null}
      {listed.length === 0 && state.kind !== 'loading' ? (
        <Nothing sought={sought} onClear={() => setSought('')} />
      ) : null}
      {dialog === 'new' ? (
        <NewTagDialog
          tags={facts.tags}
          onCreate={(name, definition) => acts.create(name, definition, setCurrentId)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'rename' && tag !== undefined ? (
        <RenameTagDialog
          tag={tag}
          tags={facts.tags}
          onRename={(name) => acts.rename(tag, name)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'like' && tag !== undefined ? (
        <LikeDialog tag={tag} people={facts.people} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'define' && tag !== undefined ? (
        <DefinitionDialog
          tag={tag}
          onDefine={(definition) => acts.define(tag, definition)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Screen>
  );
}

const SEARCH_ID = 'codebook-search';
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Kinds as they come, then the team's own by key and name, then the archive when it is asked for. */
function groupTags(tags: readonly Tag[], sought: string, isArchiveShown: boolean): readonly TagGroup[] {
  const wanted = sought.trim().replace(/^#/, '').toLocaleLowerCase();
  const found = tags.filter((tag) =>
    [tag.name, ...tag.aliases, tag.definition].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  const byKey = (a: Tag, b: Tag) => (a.hotkey ?? 10) - (b.hotkey ?? 10) || a.name.localeCompare(b.name);
  const inUse = found.filter((tag) => !tag.isArchived);
  const yours = inUse.filter((tag) => tag.kind === null).sort(byKey);
  return [
    {
      name: 'Kinds',
      about: 'Earshot reads these; they keep their name',
      tags: inUse.filter((tag) => tag.kind !== null).sort((a, b) => kindOrder(a) - kindOrder(b)),
    },
    {
      name: 'Yours',
      about:
        yours.length > 1 ? `${yours.length} tags` : `${yours.length} tag. Write # in a note to make a tag.`,
      tags: yours,
    },
    {
      name: 'Archived',
      about: 'They no longer complete; their notes keep them',
      tags: isArchiveShown ? found.filter((tag) => tag.isArchived).sort(byKey) : [],
    },
  ];
}

function kindOrder(tag: Tag): number {
  return ['need', 'request', 'pain', 'workaround'].indexOf(tag.kind ?? '');
}

function countsText(tags: readonly Tag[]): string {
  const inUse = tags.filter((tag) => !tag.isArchived);
  const withKey = inUse.filter((tag) => tag.hotkey !== null).length;
  return `${inUse.length} ${inUse.length === 1 ? 'tag' : 'tags'}, ${withKey} with a key`;
}

function Nothing({ sought, onClear }: { readonly sought: string; readonly onClear: () => void }) {
  if (sought.trim() === '')
    return <EmptyState title="No tags yet.">Write # in a note to make a tag.</EmptyState>;
  return (
    <EmptyState
      title={`No tag is called “${sought.trim()}” or means it.`}
      actions={<Button onClick={onClear}>Clear the search</Button>}
    />
  );
}

interface FootProps {
  readonly archived: number;
  readonly isArchiveShown: boolean;
  readonly onToggle: (isShown: boolean) => void;
}

function Foot({ archived, isArchiveShown, onToggle }: FootProps) {
  return (
    <section className={styles.foot} aria-label="Keys">
      <span>
        <Keycap keys="J" /> <Keycap keys="K" /> move
      </span>
      <span>
        <Keycap keys="R" /> rename
      </span>
      <span>
        <Keycap keys="E" /> define
      </span>
      <span>
        <Keycap keys="1" /> – <Keycap keys="9" /> give the key
      </span>
      <span>
        <Keycap keys="Backspace" /> take it
      </span>
      {archived === 0 ? null : (
        <button type="button" className={styles.link} onClick={() => onToggle(!isArchiveShown)}>
          {isArchiveShown ? 'Hide the archive' : `${archived} archived`}
        </button>
      )}
    </section>
  );
}
