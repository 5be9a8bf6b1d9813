import { Search } from 'lucide-react';
import { useState } from 'react';
import type { NeedId } from '../../shared/ids.ts';
import { labelParts, type Need } from '../../shared/needs/need.ts';
import styles from './choose-need-dialog.module.css';
import { Dialog } from './dialog.tsx';
import { isPlainEnter } from './is-plain-enter.ts';
import { RadioGroup } from './radio-group.tsx';
import { TextField } from './text-field.tsx';

export interface ChooseNeedDialogProps {
  readonly title: string;
  readonly description: string;
  /** The filled button, for the need that is chosen. */
  readonly actLabel: (chosen: Need) => string;
  readonly needs: readonly Need[];
  readonly onChoose: (chosen: Need) => void;
  readonly onClose: () => void;
}

/** As many as can be read without a list of their own; the search brings the others up. */
const MOST_SHOWN = 30;

/** One need out of many: to merge with, to move quotes to, or to give words to. Typing narrows the list. */
export function ChooseNeedDialog(props: ChooseNeedDialogProps) {
  const { title, description, actLabel, needs, onChoose, onClose } = props;
  const [sought, setSought] = useState('');
  const [picked, setPicked] = useState<NeedId | null>(null);
  const words = sought.trim().toLocaleLowerCase();
  const matching = needs.filter((need) => need.label.toLocaleLowerCase().includes(words));
  const chosen = matching.find((need) => need.id === picked) ?? matching[0];
  const act = () => {
    if (!chosen) return;
    onChoose(chosen);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={description}
      primary={{ label: chosen ? actLabel(chosen) : 'No such need', onDo: act, isDisabled: !chosen }}
    >
      <TextField
        label="Search needs"
        autoFocus
        icon={Search}
        value={sought}
        onChange={setSought}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) act();
        }}
      />
      <div className={styles.choices}>
        {matching.length === 0 ? (
          <p className={styles.none}>No need is called so.</p>
        ) : (
          <RadioGroup
            label="Need"
            isLabelHidden
            value={chosen?.id ?? ''}
            onChange={(value) => setPicked(matching.find((need) => need.id === value)?.id ?? null)}
            options={matching.slice(0, MOST_SHOWN).map((need) => ({
              value: String(need.id),
              label: labelParts(need.label).words,
              description: `${need.people} ${need.people === 1 ? 'person' : 'people'}`,
            }))}
          />
        )}
      </div>
    </Dialog>
  );
}
