import { FileText, Hash, House, Layers, MessagesSquare, Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { AppFrame } from '../app-frame.tsx';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { useKeys } from '../key-bindings.ts';
import { useListKeys } from '../list-keys.ts';
import { PeopleStrip } from '../people-strip.tsx';
import { RoomMark } from '../role-mark.tsx';
import { Screen } from '../screen.tsx';
import { SectionHead } from '../section-head.tsx';
import { Sidebar } from '../sidebar.tsx';
import table from '../table.module.css';
import { useToasts } from '../toasts.tsx';
import { Track } from '../track.tsx';
import { WorkspaceMenu } from '../workspace-menu.tsx';
import styles from './gallery.module.css';
import { both, engineerOnly, notes, people, strip } from './sample.ts';

const places = [
  { id: 'home', label: 'Home', icon: House },
  { id: 'interviews', label: 'Interviews', icon: MessagesSquare, count: 10 },
  { id: 'needs', label: 'Needs', icon: Layers, count: 10, progress: 0.6 },
  { id: 'briefs', label: 'Briefs', icon: FileText, count: 3 },
  { id: 'codebook', label: 'Codebook', icon: Hash, count: '…' },
] as const;

const rows = [
  {
    name: 'Sorrel',
    about: 'School kitchen lead',
    when: 'Thu 26 Nov, 10:00',
    room: undefined,
    notes: undefined,
    result: 'Guide ready',
  },
  {
    name: 'Rowan',
    about: 'Two food trucks',
    when: 'Today, 08:30',
    room: both,
    notes: notes(19, 19, 3),
    result: undefined,
  },
  {
    name: 'Maple',
    about: 'Café manager',
    when: 'Wed 18 Nov',
    room: both,
    notes: notes(16, 16, 2),
    result: '6 needs',
  },
  {
    name: 'Linden',
    about: 'Sous-chef, hotel',
    when: 'Mon 16 Nov',
    room: engineerOnly,
    notes: notes(0, 17, 0),
    result: '4 needs',
  },
] as const;

/** The shell as on Home, for comparison with the drawing. */
export function ShellPage() {
  const [current, setCurrent] = useState<(typeof places)[number]['id']>('home');
  const [isFolded, setIsFolded] = useState(new URLSearchParams(location.search).has('folded'));
  const [row, setRow] = useState(1);
  const { show } = useToasts();
  const list = useListKeys({
    count: rows.length,
    current: row,
    onMove: setRow,
    onOpen: (index) => show({ text: `Opened ${rows[index]?.name}` }),
  });
  useKeys({
    '\\': () => setIsFolded(!isFolded),
    'g n': () => setCurrent('needs'),
    'g h': () => setCurrent('home'),
    d: () =>
      show({
        text: 'Dismissed. It stays dismissed in later computations.',
        undo: () => show({ text: 'Back again.' }),
      }),
  });
  return (
    <AppFrame
      isSidebarFolded={isFolded}
      sidebar={
        <Sidebar
          places={places}
          current={current}
          onGo={setCurrent}
          isFolded={isFolded}
          workspace={
            <WorkspaceMenu
              name="Larder"
              entries={[{ kind: 'act', label: 'New workspace', icon: Plus, onDo: () => undefined }]}
            />
          }
          onSearch={() => undefined}
          onReach={() => undefined}
          onSettings={() => undefined}
          withinEarshot={[
            { id: 'i', name: 'Ines', role: 'pm', isHere: true },
            { id: 't', name: 'Tomas', role: 'engineer', isConnected: true },
          ]}
        />
      }
    >
      <Screen
        crumbs={[{ label: 'Home' }]}
        inspectorLabel="What next"
        inspectorWidth={372}
        actions={
          <>
            <Button icon={Upload}>Import transcript</Button>
            <Button keys="C">New interview</Button>
          </>
        }
        inspector={<Inspector />}
        head={
          <>
            <h1>Larder: how kitchens order</h1>
            <p>9 interviews since 2 November, 7 heard by both of you. Next: Sorrel, Thursday at 10:00.</p>
          </>
        }
      >
        <ul className={`${table.list} ${styles.columns}`} ref={list.listRef} aria-label="Interviews">
          <li className={table.head}>
            <span>Participant</span>
            <span>When</span>
            <span>Room</span>
            <span>Notes through the call</span>
            <span className={table.end}>Result</span>
          </li>
          {rows.map((each, index) => (
            <li key={each.name} className={table.row} {...list.rowProps(index)}>
              <span className="truncate">
                <b className="medium">{each.name}</b> <span className="muted small">{each.about}</span>
              </span>
              <span className="muted small number no-wrap">{each.when}</span>
              <span>{each.room === undefined ? null : <RoomMark people={each.room} />}</span>
              <span>
                {each.notes === undefined ? null : <Track notes={each.notes} durationMs={2_700_000} />}
              </span>
              <span className={`${table.end} secondary small`}>
                {each.result ?? <Badge tone="warn">Transcript missing</Badge>}
              </span>
            </li>
          ))}
        </ul>
      </Screen>
    </AppFrame>
  );
}

function Inspector() {
  return (
    <div className={styles.inspector}>
      <section className={styles.next}>
        <h2>Rowan's words are missing</h2>
        <p className="secondary">
          38 notes from this morning are safe. Add the call transcript to line them up with what was said.
        </p>
        <div className={styles.row}>
          <Button variant="primary" keys="I">
            Import transcript
          </Button>
          <Button variant="ghost">Not recorded</Button>
        </div>
      </section>
      <SectionHead title="Most heard needs" end={<a href="#all">All 10</a>} />
      {['ffaffsfsp', 'sffffsffp', 'fsfaffsfp'].map((letters) => (
        <div key={letters} className={styles.needs}>
          <span className="medium">Three numbers every Monday that match the till</span>
          <PeopleStrip cells={strip(letters)} names={people} />
          <span className="muted small number">
            <b>6</b> of 8 people
          </span>
        </div>
      ))}
    </div>
  );
}
