// The debrief, joined from the stores. It waits for nobody: the notes of this copy are enough, and what the other wrote
// meanwhile takes its place by itself.
import type { InterviewId } from '../../../../shared/ids.ts';
import { useSession } from '../../../state/host-context.tsx';
import { useInterview } from '../../../state/use-document.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { Screen } from '../../../ui/screen.tsx';
import { DebriefRoom } from './debrief-room.tsx';

export function DebriefScreen({ interviewId }: { readonly interviewId: InterviewId }) {
  const session = useSession();
  const { handle } = useInterview(interviewId);
  const { go } = useNavigation();
  if (session === null || handle === null) {
    const toInterviews = { label: 'Interviews', onGo: () => go({ place: 'interviews' }) };
    return <Screen crumbs={[toInterviews]}>{null}</Screen>;
  }
  return <DebriefRoom key={handle.name} interviewId={interviewId} session={session} />;
}
