import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { House, Layers } from 'lucide-react';
import { describe, expect, it, vi } from 'vitest';
import { useAnnounce } from './announcer.tsx';
import { AppFrame } from './app-frame.tsx';
import { readNonce } from './csp.ts';
import { Screen } from './screen.tsx';
import { Sidebar } from './sidebar.tsx';
import { UiProviders } from './ui-providers.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

const places = [
  { id: 'home', label: 'Home', icon: House },
  { id: 'needs', label: 'Needs', icon: Layers, count: 10 },
] as const;

function Frame({ onGo = () => undefined }: { readonly onGo?: (place: string) => void }) {
  return (
    <UiProviders>
      <AppFrame
        sidebar={
          <Sidebar
            places={places}
            current="home"
            onGo={onGo}
            workspace={<WorkspaceMenu name="Larder" />}
            withinEarshot={[]}
          />
        }
      >
        <Screen crumbs={[{ label: 'Home' }]} inspector={<p>next</p>}>
          <Speaker />
        </Screen>
      </AppFrame>
    </UiProviders>
  );
}

function Speaker() {
  const announce = useAnnounce();
  return (
    <>
      <button type="button" onClick={() => announce('Rowan is in.')}>
        finish
      </button>
      <button type="button" onClick={() => announce('The disk is full.', { isUrgent: true })}>
        fill
      </button>
    </>
  );
}

describe('the frame', () => {
  it('has the landmarks of a screen, and the first Tab stop leads past the navigation', async () => {
    render(<Frame />);
    expect(screen.getByRole('navigation', { name: 'Workspace' })).toBeVisible();
    expect(screen.getByRole('main')).toHaveAttribute('id', 'content');
    expect(screen.getByRole('banner')).toBeVisible();
    expect(screen.getByRole('complementary', { name: 'Details' })).toBeVisible();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#content');
  });

  it('marks the current place and goes to another', async () => {
    const onGo = vi.fn();
    render(<Frame onGo={onGo} />);
    expect(screen.getByRole('button', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(screen.getByRole('button', { name: /Needs/ }));
    expect(onGo).toHaveBeenCalledExactlyOnceWith('needs');
  });

  it('says that only this computer can hear', () => {
    render(<Frame />);
    expect(screen.getByText('Only this computer')).toBeVisible();
  });

  it('speaks politely, and at once when it is urgent', async () => {
    render(<Frame />);
    await userEvent.click(screen.getByText('finish'));
    expect(screen.getByRole('status')).toHaveTextContent('Rowan is in.');
    await userEvent.click(screen.getByText('fill'));
    expect(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
  });

  it('says the same sentence twice when it is announced twice', async () => {
    render(<Frame />);
    await userEvent.click(screen.getByText('finish'));
    const first = screen.getByRole('status').firstChild;
    await userEvent.click(screen.getByText('finish'));
    expect(screen.getByRole('status').firstChild).not.toBe(first);
  });
});

it('reads the nonce of the page, or none', () => {
  const page = document.implementation.createHTMLDocument();
  expect(readNonce(page)).toBeUndefined();
  page.head.innerHTML = '<meta property="csp-nonce" nonce="abc123">';
  expect(readNonce(page)).toBe('abc123');
});
