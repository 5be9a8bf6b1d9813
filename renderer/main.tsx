import './zod-without-eval.ts';
import './ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseTransport } from './client/choose-transport.ts';
import { guardUnload } from './client/unload-guard.ts';
import { createHostFacilities } from './state/host-context.tsx';
import { applyPreferences } from './state/preferences-store.ts';
import { readNonce } from './ui/csp.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The transport first: it takes the token out of the address, which then tells the place.
const host = createHostFacilities(chooseTransport(window), window);
guardUnload(window, host.documents);
applyPreferences();
createRoot(root).render(
  <StrictMode>
    <App host={host} nonce={readNonce()} />
  </StrictMode>,
);
