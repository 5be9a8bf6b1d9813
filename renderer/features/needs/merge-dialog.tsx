import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { ChooseNeedDialog } from '../../ui/choose-need-dialog.tsx';

export interface MergeDialogProps {
  readonly need: Need;
  /** All that are not dismissed. */
  readonly needs: readonly Need[];
  readonly onMerge: (into: Need) => void;
  readonly onClose: () => void;
}

/** Which need this one becomes part of. */
export function MergeDialog({ need, needs, onMerge, onClose }: MergeDialogProps) {
  return (
    <ChooseNeedDialog
      title="Merge 2 needs?"
      description="Names, decisions and quotes of both stay; you can split them again."
      needs={needs.filter((one) => one.id !== need.id)}
      actLabel={(into) => `Merge into “${shortLabel(into)}”`}
      onChoose={onMerge}
      onClose={onClose}
    />
  );
}

const LABEL_CHARACTERS = 32;

/** What fits on a button. */
export function shortLabel(need: Need): string {
  const { words } = labelParts(need.label);
  return words.length > LABEL_CHARACTERS ? `${words.slice(0, LABEL_CHARACTERS).trimEnd()}…` : words;
}
