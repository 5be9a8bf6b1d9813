// What finds needs: the encoder inside the app, or another one from a folder that is checked before it is used.
import { useState } from 'react';
import type { ModelState } from '../../../shared/contract/model.ts';
import { AppError } from '../../../shared/errors.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { useCall } from '../../state/use-call.ts';
import { errorWords } from '../../text/error-text.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

export function FindingNeedsSettings() {
  const { client } = useHost();
  const attempt = useAttempt();
  const needs = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const view = needs.status === 'loading' ? undefined : needs.value;
  const [changed, setChanged] = useState<ModelState | null>(null);
  return (
    <SettingsGroup section="finding-needs" about="On this computer, never elsewhere">
      <ModelChoice onChanged={setChanged} />
      <SettingsLine
        label="Recurring means"
        hint={
          view === undefined
            ? undefined
            : `With ${view.interviewsWithWords} ${view.interviewsWithWords === 1 ? 'interview' : 'interviews'} that have words, ${view.peopleForRecurring} people.`
        }
      >
        3 people in studies of 6 interviews or more, 2 people below that
      </SettingsLine>
      {changed === null || changed.interviews < 2 ? null : (
        <AlertDialog
          isOpen
          onClose={() => setChanged(null)}
          title={`Compute all ${changed.interviews} interviews again?`}
          cancelLabel="Later"
          act={{
            label: 'Compute',
            onDo: () => {
              attempt(() => client.call('extraction.start', {}));
              setChanged(null);
            },
          }}
        >
          {durationText(changed.interviews)} Your names, merges and dismissals stay as they are.
        </AlertDialog>
      )}
    </SettingsGroup>
  );
}

type Choice = 'built-in' | 'folder';

function ModelChoice({ onChanged }: { readonly onChanged: (state: ModelState) => void }) {
  const { client } = useHost();
  const attempt = useAttempt();
  const session = useSession();
  const answer = useCall('model.state', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const model = answer.status === 'loading' ? undefined : answer.value;
  const [wish, setWish] = useState<Choice | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const choice = wish ?? (model?.folder ? 'folder' : 'built-in');
  const folder = typed ?? model?.folder ?? '';

  async function change(act: () => Promise<ModelState>): Promise<void> {
    setChecking(true);
    setProblem(undefined);
    try {
      const state = await act();
      setWish(null);
      setTyped(null);
      answer.reload();
      onChanged(state);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = errorWords(error);
      setProblem(`${words.title}. ${words.happened}`);
    } finally {
      setChecking(false);
    }
  }

  const use = (path: string) => {
    if (path.trim() !== '') void change(() => client.call('model.choose', { folder: path.trim() }));
  };
  return (
    <div className={styles.model}>
      <RadioGroup<Choice>
        label="The encoder"
        value={choice}
        onChange={(next) => {
          setWish(next);
          setProblem(undefined);
          if (next === 'built-in' && model?.folder) void change(() => client.call('model.useBuiltIn', {}));
        }}
        options={[
          {
            value: 'built-in',
            label: 'earshot-exchange-v1',
            description: 'Comes inside the app, about 23 MB. English only. Nothing is downloaded.',
          },
          {
            value: 'folder',
            label: 'Another model, from a folder',
            description:
              'For another language, or a larger one. It lies on your disk already; Earshot fetches nothing.',
          },
        ]}
      />
      {choice === 'folder' ? (
        <div className={styles.folder}>
          <TextField
            label="Folder of the encoder"
            value={folder}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (isPlainEnter(event)) use(folder);
            }}
            error={
              problem ??
              (model?.isThere === false
                ? 'The model you chose is missing. Nothing was recomputed.'
                : undefined)
            }
          />
          {session?.canChooseFolder === true ? (
            <Button
              onClick={() =>
                attempt(async () => {
                  const picked = await client.call('workspaces.chooseFolder', {});
                  if (picked.folder === null) return;
                  setTyped(picked.folder);
                  use(picked.folder);
                })
              }
            >
              Choose folder
            </Button>
          ) : null}
          <Button disabled={isChecking || folder.trim() === ''} onClick={() => use(folder)}>
            {isChecking ? 'Checking it…' : 'Use it'}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Two seconds an interview, as measured for an hour of talk on two cores. */
const SECONDS_AN_INTERVIEW = 2;

function durationText(interviews: number): string {
  const seconds = interviews * SECONDS_AN_INTERVIEW;
  if (seconds < 90) return `About ${seconds} seconds.`;
  return `About ${Math.round(seconds / 60)} minutes.`;
}
