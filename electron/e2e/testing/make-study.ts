import type { InterviewId, PersonId } from '../../../shared/ids.ts';
import { startTestHost } from '../../host/testing/start-test-host.ts';
import { foldersIn } from './served-earshot.ts';

/** A workspace in `root`, with empty interviews, closed again. Who made it is who sits at this computer afterwards. */
export async function makeStudy(
  root: string,
  interviews: number,
): Promise<{ readonly me: PersonId; readonly interviews: readonly InterviewId[] }> {
  const folders = foldersIn(root);
  const test = await startTestHost({ userFolder: folders.user }, root);
  await test.call('workspaces.create', { name: 'Study', folder: folders.workspace });
  const ids: InterviewId[] = [];
  while (ids.length < interviews) {
    const { id } = await test.call('interviews.create', {
      participant: { pseudonym: '', description: '', realName: '' },
      plannedAt: null,
      guide: '',
    });
    ids.push(id);
  }
  const { me } = await test.call('session.state', {});
  // Not the test host's own close, which removes the folder.
  await test.host.close();
  return { me: me.id, interviews: ids };
}
