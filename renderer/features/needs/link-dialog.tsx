import { useState } from 'react';
import type { BriefId } from '../../../shared/ids.ts';
import type { BriefEntry } from '../../../shared/workspace/workspace-document.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface LinkDialogProps {
  readonly briefs: readonly BriefEntry[];
  readonly onLink: (brief: BriefEntry) => void;
  /** A new brief of this title, linked at once. */
  readonly onNew: (title: string) => void;
  readonly onClose: () => void;
}

const NEW = 'new';

/** Which brief a need goes into; a new one is as near as an old one. */
export function LinkDialog({ briefs, onLink, onNew, onClose }: LinkDialogProps) {
  const open = briefs.filter((brief) => !brief.isArchived);
  const [chosen, setChosen] = useState<BriefId | typeof NEW>(open[0]?.id ?? NEW);
  const [title, setTitle] = useState('');
  const link = () => {
    const brief = open.find((one) => one.id === chosen);
    if (brief) onLink(brief);
    else if (title.trim() !== '') onNew(title.trim());
    else return;
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Link to a brief"
      description="Its people and quotes stay live in the brief, and the need is kept through every computation."
      primary={{ label: 'Link', onDo: link, isDisabled: chosen === NEW && title.trim() === '' }}
    >
      {open.length === 0 ? null : (
        <RadioGroup
          label="Brief"
          value={chosen}
          onChange={setChosen}
          options={[
            ...open.map((brief) => ({ value: brief.id, label: brief.title })),
            { value: NEW, label: 'A new brief' },
          ]}
        />
      )}
      {chosen === NEW ? (
        <TextField
          label="Title of the new brief"
          value={title}
          onChange={setTitle}
          maxLength={200}
          onKeyDown={(event) => {
            if (isPlainEnter(event)) link();
          }}
        />
      ) : null}
    </Dialog>
  );
}
