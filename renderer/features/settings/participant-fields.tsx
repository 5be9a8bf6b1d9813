import type { Participant } from '../../../shared/workspace/people.ts';
import { SavedField } from '../../ui/saved-field.tsx';

export interface ParticipantFieldsProps {
  readonly fields: Participant['fields'];
  /** Names that any participant has, and those that were added here. */
  readonly names: readonly string[];
  readonly onChange: (name: string, value: string) => void;
  readonly onAddName: (name: string) => void;
}

/** What tells people of a study apart, as the filters and the matrix use it: a value a field, none is as good. */
export function ParticipantFields({ fields, names, onChange, onAddName }: ParticipantFieldsProps) {
  return (
    <>
      {names.map((name) => (
        <SavedField
          key={name}
          label={name}
          saved={fields[name] ?? ''}
          maxLength={200}
          onSave={(value) => onChange(name, value)}
        />
      ))}
      <SavedField
        label="Another field"
        saved=""
        maxLength={60}
        placeholder="Country"
        description="For every participant; Needs can be filtered by it."
        onSave={onAddName}
      />
    </>
  );
}

/** The field that tells segments apart is always offered. */
const SEGMENT = 'Segment';

/** Each once, whatever its case; the segment first. */
export function fieldNames(participants: readonly Participant[], added: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const name of [...participants.flatMap((one) => Object.keys(one.fields)), SEGMENT, ...added]) {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  }
  const isSegment = (name: string) => name.toLowerCase() === SEGMENT.toLowerCase();
  return [...names.values()].sort((a, b) =>
    isSegment(a) === isSegment(b) ? (a < b ? -1 : 1) : isSegment(a) ? -1 : 1,
  );
}
