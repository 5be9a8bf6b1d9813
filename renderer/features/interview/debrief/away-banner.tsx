import { CloudOff } from 'lucide-react';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { type Away, awayNames } from './away.ts';

export interface AwayBannerProps {
  readonly away: Away;
  readonly onTryNow: () => void;
}

/** While the other's computer is away: how far their notes are here, and that nothing waits for it. */
export function AwayBanner({ away: { names, upToMs }, onTryNow }: AwayBannerProps) {
  const who = awayNames(names);
  return (
    <Callout
      tone="warn"
      icon={CloudOff}
      announce="status"
      actions={
        <Button size="small" onClick={onTryNow}>
          Try now
        </Button>
      }
    >
      <strong>
        {who} {names.length === 1 ? 'is' : 'are'} not here; their notes up to {formatCallTime(upToMs)}.
      </strong>{' '}
      Go on with yours. What they wrote after that is on their {names.length === 1 ? 'computer' : 'computers'}{' '}
      and takes its place by itself. Nothing here waits for it.
    </Callout>
  );
}
