import { Hash, LayoutGrid, Link, List, MoreHorizontal, Search, StickyNote, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { Chip } from '../chip.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu } from '../menu.tsx';
import { Popover } from '../popover.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { SectionHead } from '../section-head.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { Tabs } from '../tabs.tsx';
import { TextArea, TextField } from '../text-field.tsx';
import { ToggleGroup } from '../toggle-group.tsx';
import styles from './gallery.module.css';

/** What is pressed, chosen and typed into. */
export function ControlsPage() {
  return (
    <main className={styles.page}>
      <h1>Controls</h1>
      <div className={styles.grid}>
        <Buttons />
        <Fields />
        <Choices />
        <Switches />
      </div>
    </main>
  );
}

function Buttons() {
  return (
    <section className={styles.block}>
      <SectionHead title="Buttons" />
      <div className={styles.row}>
        <Button variant="primary" icon={Link} keys="B">
          Link to brief
        </Button>
        <Button keys="M">Merge</Button>
        <Button variant="ghost" keys="D">
          Dismiss
        </Button>
        <Button variant="danger" icon={Trash2}>
          Remove
        </Button>
      </div>
      <div className={styles.row}>
        <Button size="small">Read as Otter</Button>
        <Button size="large" variant="primary" keys="Enter">
          Open the sample workspace
        </Button>
        <Button disabled>Disabled</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button aria-pressed>Pressed</Button>
      </div>
      <div className={styles.row}>
        <IconButton icon={MoreHorizontal} label="More" variant="quiet" />
        <IconButton icon={Trash2} label="Delete" keys="Del" />
        <IconButton icon={MoreHorizontal} label="More, small" size="small" variant="quiet" />
        <Menu
          opener={<Button icon={MoreHorizontal}>More</Button>}
          entries={[
            { kind: 'heading', label: 'This need' },
            { kind: 'act', label: 'Rename', keys: 'R', onDo: () => undefined },
            { kind: 'act', label: 'Merge', keys: 'M', onDo: () => undefined, isDisabled: true },
            { kind: 'choice', label: 'Show notes', isChosen: true, onChoose: () => undefined },
            { kind: 'line' },
            {
              kind: 'act',
              label: 'Dismiss',
              keys: 'D',
              icon: Trash2,
              onDo: () => undefined,
              isDestructive: true,
            },
          ]}
        />
        <Popover opener={<Chip icon={Hash}>Tag</Chip>} title="Tag">
          Everything that carries the tag.
        </Popover>
        <Chip isOn>In the room: both</Chip>
      </div>
    </section>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [format, setFormat] = useState<'zoom' | 'teams' | null>('zoom');
  return (
    <section className={styles.block}>
      <SectionHead title="Fields" />
      <TextField
        label="Search needs and quotes"
        isLabelHidden
        type="search"
        icon={Search}
        keys="/"
        placeholder="Search needs and quotes"
        value={text}
        onChange={setText}
      />
      <TextField
        label="Your name"
        value="Ines"
        onChange={() => undefined}
        description="As others see it beside your notes."
      />
      <TextField
        label="Invite link"
        value="earshot:abc"
        onChange={() => undefined}
        error="This is not an invite link. It begins with earshot://."
      />
      <TextArea label="Definition" value="Believing a number, or not." onChange={() => undefined} />
      <div className={styles.row}>
        <Select
          label="Format"
          value={format}
          onChange={setFormat}
          options={[
            { value: 'zoom', label: 'Zoom cloud VTT' },
            { value: 'teams', label: 'Teams VTT', detail: '12 Nov' },
          ]}
        />
        <Select
          label="Goes to"
          isLabelHidden
          form="chip"
          value={null}
          onChange={() => undefined}
          placeholder="Rowan, 24 Nov"
          options={[{ value: 'a', label: 'Rowan' }]}
        />
      </div>
    </section>
  );
}

function Choices() {
  const [isAsked, setIsAsked] = useState(true);
  const [role, setRole] = useState<'pm' | 'engineer'>('pm');
  const [isOn, setIsOn] = useState(true);
  return (
    <section className={styles.block}>
      <SectionHead title="Choices" />
      <Checkbox label="What did last Sunday look like?" isChecked={isAsked} onChange={setIsAsked} />
      <Checkbox
        label="Some of them"
        isChecked={false}
        isMixed
        onChange={() => undefined}
        description="Two of three."
      />
      <Checkbox label="Who else can place the order?" isChecked={false} onChange={() => undefined} />
      <Checkbox label="Not now" isChecked={false} isDisabled onChange={() => undefined} />
      <RadioGroup
        label="Role"
        value={role}
        onChange={setRole}
        options={[
          { value: 'pm', label: 'PM', description: 'Writes notes, left of the clock.' },
          { value: 'engineer', label: 'Engineer' },
        ]}
      />
      <Switch
        label="Single letters"
        description="C, J, K and the others, outside text fields."
        isOn={isOn}
        onChange={setIsOn}
      />
      <Switch label="Announce the other's notes" isOn={false} onChange={() => undefined} />
    </section>
  );
}

function Switches() {
  const [view, setView] = useState<'matrix' | 'ranked' | 'board'>('ranked');
  const [each, setEach] = useState<'one' | 'all'>('one');
  const [tab, setTab] = useState<'notes' | 'guide'>('notes');
  return (
    <section className={styles.block}>
      <SectionHead
        title="Views"
        end={
          <ToggleGroup
            label="Quotes"
            size="small"
            value={each}
            onChange={setEach}
            options={[
              { value: 'one', label: 'One each' },
              { value: 'all', label: 'All' },
            ]}
          />
        }
      />
      <div>
        <ToggleGroup
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: 'matrix', label: 'Matrix', icon: LayoutGrid },
            { value: 'ranked', label: 'Ranked', icon: List },
            { value: 'board', label: 'Board', icon: StickyNote },
          ]}
        />
      </div>
      <Tabs
        label="Interview"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'notes', label: 'Notes', content: <p>Notes</p> },
          { value: 'guide', label: 'Guide', count: '5/8', content: <p>Guide</p> },
        ]}
      />
    </section>
  );
}
