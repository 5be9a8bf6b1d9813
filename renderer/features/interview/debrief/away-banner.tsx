import { CloudOff } from 'lucide-react';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { type Away, awayNames } from './away.ts';
import styles from './debrief.module.css';

export interface AwayBannerProps {
  readonly away: Away;
  readonly onTryNow: () => void;
}

/** While the other's computer is away: how far their notes are here, and that nothing waits for it. */
export function AwayBanner({ away: { names, upToMs }, onTryNow }: AwayBannerProps) {
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
      <strong>{notHere({ names, upToMs })}.</strong> Go on with yours. What they wrote after that is on their{' '}
      {names.length === 1 ? 'computer' : 'computers'} and takes its place by itself. Nothing here waits for
      it.
    </Callout>
  );
}

/** Between the rows, on the other's side: below it theirs may still fill. */
export function AwayLine({ away, isLeft }: { readonly away: Away; readonly isLeft: boolean }) {
  return <li className={classNames(styles.awayLine, isLeft && styles.awayLeft)}>{notHere(away)}</li>;
}

function notHere({ names, upToMs }: Omit<Away, 'ids'>): string {
  return `${awayNames(names)} ${names.length === 1 ? 'is' : 'are'} not here; their notes up to ${formatCallTime(upToMs)}`;
}
