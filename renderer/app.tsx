// The root of the page: what every screen counts on, and which screen stands for which place.
import { useEffect } from 'react';
import { assertNever } from '../shared/result.ts';
import type { KeptInvite } from './client/invite-token.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { BriefScreen } from './features/brief/brief-screen.tsx';
import { BriefsScreen } from './features/brief/briefs-screen.tsx';
import { CodebookScreen } from './features/codebook/codebook-screen.tsx';
import { HomeScreen } from './features/home/home-screen.tsx';
import { InterviewsScreen } from './features/home/interviews-screen.tsx';
import { DropAnywhere } from './features/import/drop-anywhere.tsx';
import { ImportDialog } from './features/import/import-dialog.tsx';
import { ImportInBackground } from './features/import/import-in-background.tsx';
import { SpeakersDialog } from './features/import/speakers-dialog.tsx';
import { DebriefScreen } from './features/interview/debrief/debrief-screen.tsx';
import { GuestRoot } from './features/interview/guest/guest-root.tsx';
import { LiveScreen } from './features/interview/live/live-screen.tsx';
import { PrepareScreen } from './features/interview/prepare/prepare-screen.tsx';
import { InterviewScreen } from './features/interview/reading/interview-screen.tsx';
import { JoinDialog } from './features/join/join-dialog.tsx';
import { OpenedInvite } from './features/join/opened-invite.tsx';
import { OpenedOnVisit } from './features/join/opened-on-visit.tsx';
import { KeyboardSheet } from './features/keyboard/keyboard-sheet.tsx';
import { NeedScreen } from './features/needs/need/need-screen.tsx';
import { NeedsScreen } from './features/needs/needs-screen.tsx';
import { Palette } from './features/palette/palette.tsx';
import { PrivacyScreen } from './features/privacy/privacy-screen.tsx';
import { SettingsScreen } from './features/settings/settings-screen.tsx';
import { ShareDialog } from './features/share/share-dialog.tsx';
import { NewWorkspaceDialog, OpenFolderDialog } from './features/workspace/new-workspace-dialog.tsx';
import { type HostFacilities, HostProvider, useHost } from './state/host-context.tsx';
import { useOverlay } from './state/overlay-store.ts';
import type { Place } from './state/place.ts';
import { placeToHash } from './state/place-hash.ts';
import { usePreferences } from './state/preferences-store.ts';
import { useRememberPlaces } from './state/recent-places.ts';
import { useConnection } from './state/use-connection.ts';
import { usePlace } from './state/use-place.ts';
import { useKeys } from './ui/key-bindings.ts';
import { Notice } from './ui/notice.tsx';
import { UiProviders } from './ui/ui-providers.tsx';
import { WorkspaceFrame } from './workspace-frame.tsx';

export interface AppProps {
  readonly host: HostFacilities;
  /** The nonce of the page's content security policy. */
  readonly nonce: string | undefined;
}

export function App({ host, nonce }: AppProps) {
  const { preferences } = usePreferences();
  return (
    <UiProviders nonce={nonce} areSingleLettersOn={preferences.areSingleLettersOn}>
      <HostProvider host={host}>
        {host.invite === null ? <Root /> : <Guest invite={host.invite} />}
      </HostProvider>
    </UiProviders>
  );
}

function Root() {
  const place = usePlace();
  const connection = useConnection();
  useHomeAfterWorkspaceChange();
  useRememberPlaces();
  if (connection.kind === 'refused') {
    return connection.error.code === 'protocol-mismatch' ? <OldPage /> : <WrongLink />;
  }
  return (
    <WorkspaceFrame>
      <ErrorBoundary resetKey={placeToHash(place)}>
        <Screen place={place} />
      </ErrorBoundary>
      <Overlays />
      <DropAnywhere />
      <OpenedInvite />
      <ImportInBackground />
    </WorkspaceFrame>
  );
}

/** A guest has one interview, and the sheet of its keys over it. */
function Guest({ invite }: { readonly invite: KeptInvite }) {
  const { overlay, open, close } = useOverlay();
  const sheet = () => open({ kind: 'keyboard' });
  useKeys({ '?': sheet, 'Ctrl+/': sheet }, { scope: 'everywhere' });
  return (
    <>
      <GuestRoot invite={invite} />
      {invite.isInEarshot ? <OpenedOnVisit /> : null}
      {overlay.kind === 'keyboard' ? <KeyboardSheet isForGuest onClose={close} /> : null}
    </>
  );
}

function Screen({ place }: { readonly place: Place }) {
  switch (place.place) {
    case 'home':
      return <HomeScreen />;
    case 'interviews':
      return <InterviewsScreen />;
    case 'needs':
      return <NeedsScreen />;
    case 'need':
      return <NeedScreen key={place.needId} needId={place.needId} />;
    case 'prepare':
      return <PrepareScreen key={place.interviewId} interviewId={place.interviewId} />;
    case 'live':
      return <LiveScreen key={place.interviewId} interviewId={place.interviewId} />;
    case 'debrief':
      return <DebriefScreen key={place.interviewId} interviewId={place.interviewId} />;
    case 'briefs':
      return <BriefsScreen />;
    case 'brief':
      return <BriefScreen briefId={place.briefId} />;
    case 'interview':
      return (
        <InterviewScreen
          key={place.interviewId}
          interviewId={place.interviewId}
          focus={place.focus}
          noteId={place.noteId}
        />
      );
    case 'codebook':
      return <CodebookScreen key={place.tagId} tagId={place.tagId} />;
    case 'settings':
      return <SettingsScreen />;
    case 'privacy':
      return <PrivacyScreen />;
    default:
      return assertNever(place);
  }
}

/** What lies over the screen; see overlay-store.ts. */
function Overlays() {
  const { overlay, close } = useOverlay();
  switch (overlay.kind) {
    case 'none':
      return null;
    case 'new-workspace':
      return <NewWorkspaceDialog onClose={close} />;
    case 'open-folder':
      return <OpenFolderDialog onClose={close} />;
    case 'import':
      return <ImportDialog files={overlay.files} interviewId={overlay.interviewId} onClose={close} />;
    case 'speakers':
      return <SpeakersDialog interviewId={overlay.interviewId} onClose={close} />;
    case 'palette':
      return <Palette query={overlay.query} onClose={close} />;
    case 'share':
      return <ShareDialog interviewId={overlay.interviewId} onClose={close} />;
    case 'join':
      return <JoinDialog key={overlay.link} link={overlay.link} onClose={close} />;
    case 'keyboard':
      return <KeyboardSheet onClose={close} />;
    default:
      return assertNever(overlay);
  }
}

/** Places name things of one workspace: in another there is nothing under their ids. */
function useHomeAfterWorkspaceChange(): void {
  const { documents, navigation } = useHost();
  useEffect(() => {
    let before = documents.workspaceKey;
    return documents.subscribe(() => {
      const key = documents.workspaceKey;
      if (before !== null && before !== key) navigation.getState().go({ place: 'home' }, { replace: true });
      before = key;
    });
  }, [documents, navigation]);
}

function OldPage() {
  return (
    <Notice
      title="This page is older than Earshot"
      announce="alert"
      happened="Earshot was updated while this page was open, and the two no longer understand each other."
      kept="Everything that was shown as saved."
      next="Load the page again."
      actions={[{ label: 'Load again', onDo: () => window.location.reload() }]}
    />
  );
}

function WrongLink() {
  return (
    <Notice
      title="This link is no longer valid"
      announce="alert"
      happened="Earshot makes a new link each time it starts, and this page came with an older one, or with none."
      kept="Everything that was shown as saved."
      next="Open the link that Earshot printed when it started."
    />
  );
}
