import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Announcer } from './announcer.tsx';
import { SingleLettersContext } from './key-bindings.ts';
import { ToastArea } from './toasts.tsx';

export interface UiProvidersProps {
  /** The nonce of the page's content security policy, from `readNonce()`. */
  readonly nonce?: string | undefined;
  /** False when single-letter keys are switched off in Settings, Keyboard. */
  readonly areSingleLettersOn?: boolean | undefined;
  readonly children: ReactNode;
}

/** What every component here counts on: nonce, tooltips, toasts, announcements, keys. Stands at the root, once. */
export function UiProviders({ nonce, areSingleLettersOn = true, children }: UiProvidersProps) {
  return (
    <CSPProvider nonce={nonce}>
      <SingleLettersContext value={areSingleLettersOn}>
        <Tooltip.Provider delay={400}>
          <Announcer>
            <ToastArea>{children}</ToastArea>
          </Announcer>
        </Tooltip.Provider>
      </SingleLettersContext>
    </CSPProvider>
  );
}
