// One brief: the problem, short, in their words. The text is typed together in its document; the evidence in it is
// counted by the host and stays live.
import { Download, Ellipsis, Link } from 'lucide-react';
import { useRef, useState } from 'react';
import { briefWordCount, needMentions } from '../../../shared/briefs/brief-document.ts';
import type { BriefId, NeedId } from '../../../shared/ids.ts';
import type { Need, Quote } from '../../../shared/needs/need.ts';
import type { BriefEntry } from '../../../shared/workspace/workspace-document.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useCall } from '../../state/use-call.ts';
import { useConnection } from '../../state/use-connection.ts';
import { useBriefDocument, useWorkspaceView } from '../../state/use-document.ts';
import { useStorageState } from '../../state/use-storage.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionPill } from '../../ui/connection-pill.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { takesText } from '../../ui/key-combos.ts';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { agoText } from './ago-text.ts';
import styles from './brief.module.css';
import { BriefHead } from './brief-head.tsx';
import { BriefInspector } from './brief-inspector.tsx';
import { BriefPreview } from './brief-preview.tsx';
import { BriefEditor, type BriefEditorControls } from './editor/brief-editor.tsx';
import { EvidenceBlock, NeedMentionChip } from './evidence-block.tsx';
import { evidenceOf } from './evidence-state.ts';
import { LinkNeedDialog } from './link-need-dialog.tsx';
import { linkedNeeds } from './linked-needs.ts';
import { saveState } from './save-state.ts';
import { useBriefActs } from './use-brief-acts.ts';
import { useBriefExport } from './use-brief-export.tsx';
import { useBriefText, useLasting, useNow } from './use-brief-text.ts';

export function BriefScreen({ briefId }: { readonly briefId: BriefId }) {
  const { facts, state } = useWorkspaceView();
  const { go } = useHost().navigation.getState();
  const brief = facts.briefs.find((one) => one.id === briefId);
  // A key: another brief is another editor, with nothing of this one's undo or dialogs.
  if (brief !== undefined) return <OpenBrief key={brief.id} brief={brief} />;
  return (
    <Screen crumbs={[{ label: 'Briefs', onGo: () => go({ place: 'briefs' }) }, { label: 'Brief' }]}>
      {state.kind === 'loading' ? (
        <Loading />
      ) : (
        <EmptyState
          title="This brief is not here any more."
          actions={<Button onClick={() => go({ place: 'briefs' })}>All briefs</Button>}
        >
          It belongs to another workspace, or its link is old.
        </EmptyState>
      )}
    </Screen>
  );
}

function OpenBrief({ brief }: { readonly brief: BriefEntry }) {
  const { go } = useHost().navigation.getState();
  const session = useSession();
  const { facts } = useWorkspaceView();
  const { handle, document, state } = useBriefDocument(brief.id);
  const { text, editedAt } = useBriefText(document);
  const needs = useCall(
    'needs.list',
    {},
    { refetchOn: ['needs.changed', 'interviews.changed', 'workspace.changed'] },
  );
  const acts = useBriefActs(brief.id);
  const exporting = useBriefExport(brief.id);
  const now = useNow();
  const save = saveState({
    document: state,
    connection: useConnection(),
    storage: useStorageState(),
    isSlow: useLasting(state.unsavedEdits > 0, SLOW_MS),
  });
  const editor = useRef<BriefEditorControls>(null);
  const [isRenaming, setRenaming] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const [shown, setShown] = useState<'text' | 'preview'>('text');

  const canWrite = !state.isReadOnly && state.kind !== 'loading' && state.kind !== 'refused';
  const mentions = needMentions(text);
  const linked = linkedNeeds(
    facts.links.filter((link) => link.briefId === brief.id),
    mentions,
  );
  const view = needs.status === 'loading' ? null : (needs.value ?? null);
  const choices = (view?.needs ?? []).filter((need) => need.status !== 'dismissed');
  const openNeed = (need: Need) => go({ place: 'need', needId: need.id });
  const openQuote = (quote: Quote) =>
    go({
      place: 'interview',
      interviewId: quote.interviewId,
      focus: { original: quote.original, start: quote.start },
    });
  const insert = (needId: NeedId) => {
    setShown('text');
    editor.current?.insertEvidence(needId);
  };
  const link = (need: Need) => {
    acts.link(need.id);
    if (!mentions.some((mention) => mention.needId === need.id)) insert(need.id);
  };
  const unlink = (needId: NeedId) => {
    editor.current?.removeEvidence(needId);
    acts.unlink(needId, () => insert(needId));
  };
  const write = (act: () => void) => () => (canWrite ? act() : false);
  const outsideText = (act: () => void) => (event: KeyboardEvent) =>
    takesText(event.target) ? false : act();

  useKeys({
    Escape: (event) => (takesText(event.target) ? false : go({ place: 'briefs' })),
    Enter: () => {
      setShown('text');
      editor.current?.focus();
    },
    l: write(() => setLinking(true)),
    r: write(() => setRenaming(true)),
    'Ctrl+z': outsideText(() => editor.current?.undo()),
    'Ctrl+Shift+z': outsideText(() => editor.current?.redo()),
  });

  return (
    <Screen
      crumbs={[{ label: 'Briefs', onGo: () => go({ place: 'briefs' }) }, { label: brief.title }]}
      actions={
        <>
          <ConnectionPill {...save} />
          {canWrite ? (
            <Button icon={Link} keys="L" onClick={() => setLinking(true)}>
              Link a need
            </Button>
          ) : null}
          <Button icon={Download} disabled={exporting.isBusy} onClick={exporting.exportNow}>
            Export Markdown
          </Button>
          <Menu
            align="end"
            opener={<IconButton icon={Ellipsis} label="More" />}
            entries={[
              { kind: 'act', label: 'Export into another folder…', onDo: exporting.askForFolder },
              ...(canWrite
                ? ([
                    { kind: 'act', label: 'Rename', keys: 'R', onDo: () => setRenaming(true) },
                    {
                      kind: 'act',
                      label: 'Archive',
                      onDo: () => acts.archive(() => go({ place: 'briefs' })),
                    },
                  ] as const)
                : []),
            ]}
          />
        </>
      }
      inspectorLabel="Words and needs"
      inspectorWidth={372}
      inspector={
        <BriefInspector
          words={briefWordCount(text)}
          linked={linked}
          evidence={(needId) => evidenceOf(needs, needId)}
          canWrite={canWrite}
          onOpen={openNeed}
          onLinkNeed={() => setLinking(true)}
          onKeep={acts.link}
          onInsert={insert}
          onUnlink={unlink}
        />
      }
    >
      <div className={styles.page}>
        <div className={styles.column}>
          <BriefHead
            title={brief.title}
            words={briefWordCount(text)}
            edited={
              editedAt === null
                ? `Begun ${agoText(brief.createdAt, now)}`
                : `Edited ${agoText(editedAt, now)}`
            }
            by={facts.people.find((person) => person.id === brief.createdBy)?.name ?? null}
            isEditing={isRenaming}
            canRename={canWrite}
            onEdit={setRenaming}
            onRename={acts.rename}
            end={
              <ToggleGroup
                label="How the brief is shown"
                size="small"
                value={shown}
                onChange={setShown}
                options={[
                  { value: 'text', label: 'Text' },
                  { value: 'preview', label: 'Preview' },
                ]}
              />
            }
          />
          {state.kind === 'refused' ? (
            <Notice
              title="This brief cannot be opened"
              happened="Earshot does not give out its text to this window."
              kept="What was saved is in the workspace. What you typed since is still in this window; keep it open."
              next="Earshot tries again by itself. If it stays like this, open the workspace anew."
            />
          ) : null}
          {shown === 'preview' ? (
            <BriefPreview brief={brief} text={text} facts={facts} view={view} now={now} />
          ) : null}
          {handle === null || state.kind === 'loading' ? (
            <Loading />
          ) : (
            <div hidden={shown === 'preview'}>
              <BriefEditor
                ref={editor}
                handle={handle}
                isReadOnly={!canWrite}
                needs={choices}
                me={session?.me ?? null}
                onLink={acts.link}
                drawMention={(needId, isBlock) => {
                  const evidence = evidenceOf(needs, needId);
                  return isBlock ? (
                    <EvidenceBlock
                      evidence={evidence}
                      people={facts.people}
                      onOpenNeed={openNeed}
                      onOpenQuote={openQuote}
                    />
                  ) : (
                    <NeedMentionChip evidence={evidence} onOpenNeed={openNeed} />
                  );
                }}
              />
            </div>
          )}
        </div>
      </div>
      {isLinking ? (
        <LinkNeedDialog
          needs={choices}
          inBrief={new Set(mentions.map((mention) => mention.needId))}
          onLink={link}
          onClose={() => setLinking(false)}
        />
      ) : null}
      {exporting.dialog}
    </Screen>
  );
}

/** An edit on its way for longer than this is shown as such; the disk usually takes it in a few milliseconds. */
const SLOW_MS = 400;

function Loading() {
  return (
    <div className={styles.skeleton} role="status" aria-label="Opening the brief">
      {Array.from({ length: 9 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity but their place
        <span key={index} />
      ))}
    </div>
  );
}
