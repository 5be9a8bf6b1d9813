import './zod-without-eval.ts';
import './ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseTransport } from './client/choose-transport.ts';
import { keepHeartbeat } from './client/heartbeat.ts';
import { retryWhenBack } from './client/retry-when-back.ts';
import { guardUnload } from './client/unload-guard.ts';
import { createHostFacilities } from './state/host-context.tsx';
import { applyPreferences } from './state/preferences-store.ts';
import { readNonce } from './ui/csp.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The transport first: it takes the token out of the address, which then tells the place.
const transport = chooseTransport(window);
const host = createHostFacilities(transport, window);
retryWhenBack(window, host.client, host.invite === null);
// From a browser on another computer; every other line says when it is lost.
if (host.invite !== null && !host.invite.isInEarshot) keepHeartbeat(host.client, () => transport.drop?.());
guardUnload(window, host.documents);
applyPreferences();
createRoot(root).render(
  <StrictMode>
    <App host={host} nonce={readNonce()} />
  </StrictMode>,
);
