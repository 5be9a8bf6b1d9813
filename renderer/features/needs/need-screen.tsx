// One need: who voices it, what they asked for instead, and every quote, each leading to its place in the transcript.
import { ChevronDown, ChevronUp, Link, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { NeedId } from '../../../shared/ids.ts';
import { labelParts, type Need, type Quote } from '../../../shared/needs/need.ts';
import { oneEach } from '../../../shared/needs/one-each.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import { useHost } from '../../state/host-context.tsx';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { errorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { useListKeys } from '../../ui/list-keys.ts';
import { Notice } from '../../ui/notice.tsx';
import { Pair } from '../../ui/pair.tsx';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { NeedInspector } from './need-inspector.tsx';
import { DecideButtons, NeedLabel, StatusBadge } from './need-peek.tsx';
import { NeedQuote } from './need-quote.tsx';
import styles from './needs.module.css';
import { RenameDialog } from './rename-dialog.tsx';
import { useNeedActs } from './use-need-acts.ts';

export function NeedScreen({ needId }: { readonly needId: NeedId }) {
  const { client, navigation } = useHost();
  const facts = useWorkspace();
  const acts = useNeedActs();
  const toasts = useToasts();
  const answer = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const [current, setCurrent] = useState(0);
  const [shown, setShown] = useState<'each' | 'all'>('each');
  const [dialog, setDialog] = useState<'none' | 'rename' | 'link'>('none');
  const { go } = navigation.getState();

  const all =
    answer.status === 'loading'
      ? []
      : (answer.value?.needs ?? []).filter((one) => one.status !== 'dismissed' || one.id === needId);
  const at = all.findIndex((one) => one.id === needId);
  const need = all[at];
  const quotes = need === undefined ? [] : shown === 'each' ? oneEach(need.quotes) : need.quotes;
  const openQuote = (quote: Quote) =>
    go({
      place: 'interview',
      interviewId: quote.interviewId,
      focus: { original: quote.original, start: quote.start },
    });
  const toNeed = (step: 1 | -1) => {
    const next = all[at + step];
    if (next) go({ place: 'need', needId: next.id }, { replace: true });
  };
  const keys = useListKeys({
    count: quotes.length,
    current: Math.min(current, quotes.length - 1),
    onMove: setCurrent,
    onOpen: (index) => quotes[index] && openQuote(quotes[index]),
  });
  const onNeed = (act: (one: Need) => void) => () => (need === undefined ? false : act(need));

  async function copy(quote: Quote): Promise<void> {
    const time = quote.startMs === null ? '' : `, ${formatCallTime(quote.startMs)}`;
    await navigator.clipboard.writeText(`“${quote.text}” ${quote.participant}${time}`);
    toasts.show({ text: 'Copied with its source.' });
  }

  useKeys({
    Escape: () => go({ place: 'needs' }),
    n: () => toNeed(1),
    p: () => toNeed(-1),
    a: onNeed((one) => one.status === 'suggested' && acts.accept(one)),
    r: onNeed(() => setDialog('rename')),
    d: onNeed((one) => acts.dismiss(one)),
    b: onNeed(() => setDialog('link')),
    y: () => {
      const quote = quotes[current];
      if (quote) void copy(quote);
    },
    'Ctrl+z': onNeed((one) => acts.undoLast(one)),
  });

  const crumbs = [
    { label: 'Needs', onGo: () => go({ place: 'needs' }) },
    { label: at < 0 ? 'Need' : `${at + 1} of ${all.length}` },
  ];
  if (answer.status === 'failed' && need === undefined) {
    return (
      <Screen crumbs={crumbs}>
        <Notice
          {...errorWords(answer.error)}
          announce="status"
          actions={[{ label: 'Try again', onDo: answer.reload }]}
        />
      </Screen>
    );
  }
  if (need === undefined) {
    return (
      <Screen crumbs={crumbs}>
        {answer.status === 'loading' ? null : (
          <EmptyState
            title="This need is not here any more."
            actions={<Button onClick={() => go({ place: 'needs' })}>All needs</Button>}
          >
            A later computation did not find it again, and nobody had taken it up.
          </EmptyState>
        )}
      </Screen>
    );
  }
  const asked = oneEach(need.requests)[0];
  return (
    <Screen
      crumbs={crumbs}
      actions={
        <>
          <IconButton
            icon={ChevronUp}
            label="Previous need"
            keys="P"
            disabled={at <= 0}
            onClick={() => toNeed(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next need"
            keys="N"
            disabled={at >= all.length - 1}
            onClick={() => toNeed(1)}
          />
          <Button
            variant={need.status === 'suggested' ? 'quiet' : 'primary'}
            icon={Link}
            keys="B"
            onClick={() => setDialog('link')}
          >
            Link to brief
          </Button>
        </>
      }
      inspectorLabel="People, decisions and briefs"
      inspector={
        <NeedInspector
          need={need}
          facts={facts}
          acts={acts}
          onOpenBrief={(briefId) => go({ place: 'brief', briefId })}
        />
      }
    >
      <article className={styles.page}>
        <StatusBadge need={need} />
        <h1 className={styles.title}>
          <NeedLabel need={need} />
          <IconButton icon={Pencil} label="Rename" keys="R" onClick={() => setDialog('rename')} />
        </h1>
        <p className={styles.counts}>
          <PeopleStrip
            size="big"
            cells={need.stances.map((cell) => cell.stance)}
            names={need.stances.map((cell) => cell.participant)}
          />
          <span>
            <b>{need.people}</b> of {need.stances.length} people
          </span>
          <span>
            {need.quotes.length} {need.quotes.length === 1 ? 'quote' : 'quotes'}
          </span>
        </p>
        {need.status === 'accepted' ? null : (
          <DecideButtons need={need} acts={acts} onRename={() => setDialog('rename')} />
        )}
        <Pair
          asked={
            asked === undefined ? (
              <p>Nobody asked for anything. They described it.</p>
            ) : (
              <p className="voice">“{asked.text}”</p>
            )
          }
          askedFoot={
            asked === undefined ? undefined : (
              <span>
                <b>{need.peopleAsking}</b> of {need.stances.length} people
              </span>
            )
          }
          needs={<p>{labelParts(need.label).words}</p>}
          needsFoot={
            <span>
              <b>{need.people}</b> of {need.stances.length} people
            </span>
          }
        />
        <SectionHead
          title="Voices for"
          detail={`${need.quotes.length} ${need.quotes.length === 1 ? 'quote' : 'quotes'}, ${need.people} ${need.people === 1 ? 'person' : 'people'}`}
          end={
            <ToggleGroup
              label="Quotes shown"
              size="small"
              value={shown}
              onChange={setShown}
              options={[
                { value: 'each', label: 'One each' },
                { value: 'all', label: 'All' },
              ]}
            />
          }
          isLined
        />
        <ul className={styles.quotes} ref={keys.listRef}>
          {quotes.map((quote, index) => (
            <li key={quote.id} {...keys.rowProps(index)} className={styles.quoteRow}>
              <NeedQuote
                quote={quote}
                people={facts.people}
                about={aboutOf(quote, facts)}
                onOpen={openQuote}
              />
              <span className={styles.quoteActs}>
                <Button size="small" keys="Y" onClick={() => void copy(quote)}>
                  Copy with source
                </Button>
              </span>
            </li>
          ))}
        </ul>
        {need.requests.length === 0 ? null : (
          <>
            <SectionHead
              title="Asked for instead"
              detail={`${need.requests.length} ${need.requests.length === 1 ? 'request' : 'requests'}, ${need.peopleAsking} ${need.peopleAsking === 1 ? 'person' : 'people'}`}
              isLined
            />
            <ul className={styles.quotes}>
              {need.requests.map((quote) => (
                <li key={quote.id} className={styles.request}>
                  <NeedQuote
                    quote={quote}
                    people={facts.people}
                    about={aboutOf(quote, facts)}
                    onOpen={openQuote}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        <SectionHead title="Voices against" isLined />
        <p className={styles.quiet}>Nobody is marked as speaking against this. Ask once more?</p>
      </article>
      {dialog === 'rename' ? (
        <RenameDialog
          need={need}
          onRename={(label) => acts.rename(need, label)}
          onClose={() => setDialog('none')}
        />
      ) : null}
      {dialog === 'link' ? (
        <LinkDialog
          briefs={facts.briefs}
          onLink={(brief) => acts.link(need, brief)}
          onNew={(title) =>
            void client
              .call('briefs.create', { title })
              .then((made) => acts.link(need, { id: made.id, title }))
          }
          onClose={() => setDialog('none')}
        />
      ) : null}
    </Screen>
  );
}

function aboutOf(quote: Quote, facts: ReturnType<typeof useWorkspace>): string | undefined {
  const about = facts.participants.find((one) => one.id === quote.participantId)?.description;
  return about === '' ? undefined : about;
}
