// The filters as round buttons, each with a menu of choices and how many interviews they hold. An active one reads
// “In the room: both” and is taken off by the cross beside it.
import { Hash, X } from 'lucide-react';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import {
  type FilterChoice,
  fieldChoices,
  type NeedFilters,
  ROOM_WORDS,
  roomChoices,
  type StudyParts,
  sinceChoices,
  tagChoices,
} from './need-filters.ts';
import styles from './needs.module.css';

export interface FilterBarProps {
  readonly filters: NeedFilters;
  readonly study: StudyParts;
  readonly onChange: (filters: NeedFilters) => void;
}

/** The first filter, for the key that leads here. */
export const FIRST_FILTER_ID = 'needs-first-filter';

export function FilterBar({ filters, study, onChange }: FilterBarProps) {
  const change = (changes: Partial<NeedFilters>) => onChange({ ...filters, ...changes });
  const newOnes = study.needs.filter((need) => need.newSince.length > 0).length;
  const { tag, room, field, sinceDays, isNew, only } = filters;
  return (
    <>
      <FilterChip
        id={FIRST_FILTER_ID}
        name="Tag"
        icon={Hash}
        chosen={tag === null ? null : `#${tag}`}
        entries={choices(
          tagChoices(study),
          tag,
          (value) => change({ tag: value }),
          'No quote stands near a tagged note.',
        )}
        onClear={() => change({ tag: null })}
      />
      <FilterChip
        name="In the room"
        chosen={room === null ? null : ROOM_WORDS[room]}
        entries={choices(roomChoices(study), room, (value) => change({ room: value }))}
        onClear={() => change({ room: null })}
      />
      <FilterChip
        name={field?.name ?? 'Segment'}
        chosen={field === null ? null : field.value || 'none'}
        entries={fieldEntries(study, field, (next) => change({ field: next }))}
        onClear={() => change({ field: null })}
      />
      <FilterChip
        name="Since"
        chosen={sinceDays === null ? null : `${sinceDays} days`}
        entries={choices(sinceChoices(study), sinceDays, (value) => change({ sinceDays: value }))}
        onClear={() => change({ sinceDays: null })}
      />
      {newOnes === 0 && !isNew ? null : (
        <Chip isOn={isNew} aria-pressed={isNew} onClick={() => change({ isNew: !isNew })}>
          New since I looked {newOnes}
        </Chip>
      )}
      {only === null ? null : (
        <Chip isOn onClick={() => change({ only: null })} aria-label={`${only.why}; take that off`}>
          {only.why} <Icon of={X} size={14} />
        </Chip>
      )}
    </>
  );
}

interface FilterChipProps {
  readonly id?: string;
  readonly name: string;
  readonly icon?: typeof Hash;
  readonly chosen: string | null;
  readonly entries: readonly MenuEntry[];
  readonly onClear: () => void;
}

function FilterChip({ id, name, icon, chosen, entries, onClear }: FilterChipProps) {
  const words = chosen === null ? name : `${name}: ${chosen}`;
  return (
    <span className={styles.filter}>
      <Menu
        opener={
          <Chip id={id} icon={icon} isOn={chosen !== null}>
            {words}
          </Chip>
        }
        entries={entries}
      />
      {chosen === null ? null : (
        <button type="button" className={styles.clear} onClick={onClear} aria-label={`Take off ${words}`}>
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  );
}

function choices<T>(
  all: readonly FilterChoice<T>[],
  chosen: T | null,
  onChoose: (value: T | null) => void,
  none = 'Nothing to choose from yet.',
): MenuEntry[] {
  if (all.length === 0) return [{ kind: 'heading', label: none }];
  return all.map(({ value, label, count }) => ({
    kind: 'choice',
    label: `${label}  ${count}`,
    isChosen: value === chosen,
    onChoose: () => onChoose(value === chosen ? null : value),
  }));
}

function fieldEntries(
  study: StudyParts,
  chosen: NeedFilters['field'],
  onChoose: (field: NeedFilters['field']) => void,
): MenuEntry[] {
  const fields = fieldChoices(study);
  if (fields.length === 0) return [{ kind: 'heading', label: 'Participants have no fields yet.' }];
  return fields.flatMap(({ name, values }): MenuEntry[] => [
    { kind: 'heading', label: name },
    ...choices(values, chosen?.name === name ? chosen.value : null, (value) =>
      onChoose(value === null ? null : { name, value }),
    ),
  ]);
}
