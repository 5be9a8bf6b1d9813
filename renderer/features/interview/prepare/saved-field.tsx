import { useEffect, useRef, useState } from 'react';
import { TextField, type TextFieldProps } from '../../../ui/text-field.tsx';

export interface SavedFieldProps extends Omit<TextFieldProps, 'value' | 'onChange'> {
  readonly saved: string;
  /** Called when the field is left or Enter is pressed with something else in it. Rejects when it cannot be kept. */
  readonly onSave: (value: string) => Promise<void>;
}

/** A field that keeps its value by itself when one goes on. What cannot be kept stays in it, with the reason under it. */
export function SavedField({ saved, onSave, ...field }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const save = async (value: string | null) => {
    if (value === null || value === saved) {
      setTyped(null);
      return;
    }
    try {
      await onSave(value);
      setRefused(false);
      setTyped(null);
    } catch {
      setRefused(true); // the words stay in the field
    }
  };
  const isWhole = field.type === 'datetime-local';
  useSaveOnLeaving(typed === null || typed === saved ? null : () => onSave(typed));
  return (
    <TextField
      {...field}
      value={typed ?? saved}
      onChange={(value) => {
        setTyped(value);
        // A date has no half: the field tells of it only when it is complete, or emptied.
        if (isWhole) void save(value);
      }}
      error={isRefused ? 'This could not be kept. What it was before still holds.' : undefined}
      onBlur={() => void save(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey)
          void save(typed);
      }}
    />
  );
}

/** A key may lead to another screen while the field still has the focus; it is told of no blur then. */
function useSaveOnLeaving(save: (() => Promise<void>) | null): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(
    () => () => {
      // The screen is gone, and with it the place to say why it was not kept.
      latest.current?.().catch(() => undefined);
    },
    [],
  );
}
