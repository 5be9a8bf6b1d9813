import { useState } from 'react';
import type { Params } from '../../../../shared/contract.ts';
import { labelParts, type Need, type Quote } from '../../../../shared/needs/need.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface PairDialogProps {
  readonly need: Need;
  readonly onPair: (pair: Params<'needs.pair'>) => void;
  /** The need in a sentence of its own, without a pair. */
  readonly onDescribe: (text: string) => void;
  readonly onClose: () => void;
}

const NONE = 'none';

/** Either side is a quote, words of the team, or both. */
export function PairDialog({ need, onPair, onDescribe, onClose }: PairDialogProps) {
  const { pair } = need;
  const [askedQuote, setAskedQuote] = useState<string>(pair?.asked.quote?.id ?? need.requests[0]?.id ?? NONE);
  const [askedText, setAskedText] = useState(pair?.asked.text ?? '');
  const [needQuote, setNeedQuote] = useState<string>((pair?.by && pair.needs.quote?.id) || NONE);
  const [needText, setNeedText] = useState(
    pair?.needs.text ?? need.description?.text ?? labelParts(need.label).words,
  );
  const isAsked = askedQuote !== NONE || askedText.trim() !== '';
  const isNeeded = needQuote !== NONE || needText.trim() !== '';
  const keep = () => {
    if (!isNeeded) return;
    if (isAsked) {
      onPair({
        id: need.id,
        asked: { quoteId: askedQuote === NONE ? null : askedQuote, text: askedText.trim() || null },
        needs: { quoteId: needQuote === NONE ? null : needQuote, text: needText.trim() || null },
      });
    } else onDescribe(needText.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Asked for, and needed"
      description="What they asked for is one way to serve the need. Both sides stay with their quotes."
      primary={{ label: 'Keep the pair', onDo: keep, isDisabled: !isNeeded }}
    >
      <TextField
        label="They asked for"
        placeholder="a dashboard"
        value={askedText}
        onChange={setAskedText}
        maxLength={500}
      />
      <Select
        label="In whose words they asked"
        value={askedQuote}
        onChange={setAskedQuote}
        options={options(need.requests)}
      />
      <TextField
        label="They need"
        placeholder="the same three numbers on Monday"
        value={needText}
        onChange={setNeedText}
        maxLength={500}
      />
      <Select
        label="In whose words they need it"
        value={needQuote}
        onChange={setNeedQuote}
        options={options(need.quotes)}
      />
    </Dialog>
  );
}

const QUOTE_CHARACTERS = 70;

function options(quotes: readonly Quote[]) {
  return [
    { value: NONE, label: 'No quote' },
    ...quotes.map(({ id, participant, text }) => ({
      value: String(id),
      label: `${participant}: “${text.length > QUOTE_CHARACTERS ? `${text.slice(0, QUOTE_CHARACTERS)}…` : text}”`,
    })),
  ];
}
