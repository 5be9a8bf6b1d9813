// The live interview, joined from the stores. It waits for the session and for the document's handle, not for its words:
// one can type before they have come.
import type { InterviewId } from '../../../../shared/ids.ts';
import { useSession } from '../../../state/host-context.tsx';
import { useInterview } from '../../../state/use-document.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { LiveRoomScreen } from './live-room-screen.tsx';

export interface LiveScreenProps {
  readonly interviewId: InterviewId;
}

export function LiveScreen({ interviewId }: LiveScreenProps) {
  const session = useSession();
  const { state, handle } = useInterview(interviewId);
  const { go } = useNavigation();
  const toInterviews = { label: 'Interviews', onGo: () => go({ place: 'interviews' }) };
  if (state.kind === 'refused' && state.reason === 'no-such-document') {
    return (
      <Screen crumbs={[toInterviews, { label: 'Not here' }]}>
        <Notice
          title="This interview is not in this workspace"
          happened="Somebody removed it, or the address belongs to another workspace."
          kept="Everything else is as it was."
          next="Open an interview from the list."
          actions={[{ label: 'Interviews', onDo: () => go({ place: 'interviews' }) }]}
        />
      </Screen>
    );
  }
  if (session === null || handle === null) return <Screen crumbs={[toInterviews]}>{null}</Screen>;
  return <LiveRoomScreen key={handle.name} interviewId={interviewId} session={session} />;
}
