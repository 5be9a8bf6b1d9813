// Every component in every state, to look at and to run axe on: `npx vite renderer/ui/gallery`. Not part of the app.
// `?page=shell|signs|controls|surfaces` chooses a page, `&theme=dark` the theme.
import '../styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readNonce } from '../csp.ts';
import { UiProviders } from '../ui-providers.tsx';
import { ControlsPage } from './controls-page.tsx';
import { ShellPage } from './shell-page.tsx';
import { SignsPage } from './signs-page.tsx';
import { SurfacesPage } from './surfaces-page.tsx';

const pages = { shell: ShellPage, signs: SignsPage, controls: ControlsPage, surfaces: SurfacesPage } as const;

function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  const wanted = new URLSearchParams(location.search);
  document.documentElement.dataset.theme = wanted.get('theme') === 'dark' ? 'dark' : 'light';
  const chosen = wanted.get('page') ?? 'shell';
  const Page = chosen in pages ? pages[chosen as keyof typeof pages] : ShellPage; // `in` has just checked the name
  createRoot(root).render(
    <StrictMode>
      <UiProviders nonce={readNonce()}>
        <Page />
      </UiProviders>
    </StrictMode>,
  );
}

start();
