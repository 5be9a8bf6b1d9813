import { TAG_SHAPES, TAG_TONES } from '../../../shared/workspace/tags.ts';
import { Avatar } from '../avatar.tsx';
import { Badge, KindBadge } from '../badge.tsx';
import { ConnectionPill } from '../connection-pill.tsx';
import { Keycap } from '../keycap.tsx';
import { Pair } from '../pair.tsx';
import { PeopleStrip } from '../people-strip.tsx';
import { Quote } from '../quote.tsx';
import { RoleMark, RoomMark } from '../role-mark.tsx';
import { SectionHead } from '../section-head.tsx';
import { StatusText } from '../status-text.tsx';
import { TagChip } from '../tag-chip.tsx';
import { TagShape } from '../tag-shape.tsx';
import { CallTime } from '../time.tsx';
import { Track } from '../track.tsx';
import { TwoLane } from '../two-lane.tsx';
import styles from './gallery.module.css';
import { both, engineerOnly, notes, people, strip } from './sample.ts';

/** What is drawn rather than pressed. */
export function SignsPage() {
  return (
    <main className={styles.page}>
      <h1>Signs</h1>
      <div className={styles.grid}>
        <section className={styles.block}>
          <SectionHead title="People" detail="marks, avatars" />
          <div className={styles.row}>
            <RoleMark role="pm" /> PM <RoleMark role="engineer" /> Engineer <RoleMark role="designer" />{' '}
            Designer
            <RoomMark people={both} /> <RoomMark people={engineerOnly} />
          </div>
          <div className={styles.row}>
            <Avatar name="Ines" role="pm" />
            <Avatar name="Tomas" role="engineer" />
            <Avatar name="Mara" role="researcher" />
            <Avatar name="Tomas" role="engineer" isAway />
            <Avatar name="Ines" role="pm" size="large" />
            <Avatar name="Tomas" role="engineer" size="large" initials="To" />
            <Avatar name="Mara" role="observer" size="large" />
          </div>
        </section>
        <section className={styles.block}>
          <SectionHead title="Connection and states" />
          <div className={styles.row}>
            <ConnectionPill state={{ kind: 'connected' }} />
            <ConnectionPill state={{ kind: 'reconnecting', waitingEdits: 3 }} />
            <ConnectionPill state={{ kind: 'alone' }} />
            <ConnectionPill state={{ kind: 'unsaved', edits: 6 }} />
            <ConnectionPill state={{ kind: 'ended' }} />
          </div>
          <div className={styles.row}>
            <StatusText kind="done">Up to date with Rowan, 11:20</StatusText>
            <StatusText kind="working">Reading, 61 %</StatusText>
            <StatusText kind="waiting">waiting</StatusText>
            <StatusText kind="warn">Not sure</StatusText>
            <StatusText kind="bad">Nothing to import</StatusText>
          </div>
        </section>
        <section className={styles.block}>
          <SectionHead title="People strip" />
          <div className={styles.row}>
            <PeopleStrip cells={strip('ffaffsfsp')} names={people} />
            <PeopleStrip cells={strip('ffafffsff')} names={people} size="big" />
            <PeopleStrip cells={strip('ffsfffsfasffsfffsfasffsfffsfasffsf')} segmentStarts={[0, 9, 20]} />
          </div>
          <div className={styles.row}>
            <TwoLane left={17} right={14} max={18} />
            <TwoLane left={2} right={11} max={18} />
            <TwoLane left={3} right={0} max={18} />
          </div>
        </section>
        <section className={styles.block}>
          <SectionHead title="Badges and kinds" />
          <div className={styles.row}>
            <Badge>Answered</Badge>
            <Badge tone="ok" isOutlined>
              Suggested
            </Badge>
            <Badge tone="warn">Transcript missing</Badge>
            <Badge tone="bad">Cannot be opened</Badge>
            <KindBadge kind="need" />
            <KindBadge kind="request" />
            <KindBadge kind="against" />
          </div>
          <div className={styles.row}>
            <Keycap keys="C" /> <Keycap keys="Ctrl K" /> <Keycap keys="Ctrl Enter" /> <Keycap keys="Alt ↓" />
            <CallTime text="09:06" ms={546_000} /> <CallTime text="31:10" isApproximate />
          </div>
        </section>
        <section className={`${styles.block} ${styles.wide}`}>
          <SectionHead title="Track" />
          <Track notes={notes(7, 6, 3)} durationMs={2_700_000} size="live" nowMs={1_902_000} />
          <Track
            notes={notes(9, 8, 0)}
            durationMs={2_700_000}
            size="transcript"
            nowMs={540_000}
            viewport={{ fromMs: 500_000, toMs: 750_000 }}
            statements={[
              { fromMs: 450_000, toMs: 480_000 },
              { fromMs: 560_000, toMs: 640_000 },
            ]}
          />
          <Track notes={notes(120, 90, 5)} durationMs={2_700_000} />
        </section>
        <section className={`${styles.block} ${styles.wide}`}>
          <SectionHead title="Pair and quotes" />
          <Pair
            asked={<p className="voice">“I want a dashboard.”</p>}
            askedFoot={
              <>
                <b>5</b> of 9 people <span>dashboard 4, report builder 1</span>
              </>
            }
            needs="Three figures that agree with the till, before Monday's order goes out."
            needsFoot={
              <>
                <b>7</b> of 9 people <span>worded by Ines, 19 Nov</span>
              </>
            }
          />
          <Quote
            text="I look at takings, waste, and what I still owe Brightside. Monday, before seven. If those three are right I can order. If they’re not, I’m guessing with my own money."
            name="Rowan"
            about="owner, two food trucks"
            time={{ text: '09:06', ms: 546_000 }}
            onOpen={() => undefined}
            room={both}
            extra="1 more"
          />
          <Quote
            text="The invoice is where I learn things."
            name="Cedar"
            time={{ text: '17:36', isApproximate: true }}
            room={engineerOnly}
            isClamped
          />
        </section>
        <section className={styles.block}>
          <SectionHead title="Tags" />
          {TAG_TONES.map((tone) => (
            <div key={tone} className={styles.row}>
              {TAG_SHAPES.map((shape) => (
                <TagShape key={shape} shape={shape} tone={tone} />
              ))}
            </div>
          ))}
          <div className={styles.row}>
            <TagShape shape="need" /> <TagShape shape="request" />
            <TagChip name="trust" /> <TagChip name="monday" shape="steps" tone="clay" />
            <TagChip name="price" onOpen={() => undefined} onRemove={() => undefined} />
          </div>
        </section>
      </div>
    </main>
  );
}
