import { Languages } from 'lucide-react';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { usePreferences } from '../../state/preferences-store.ts';
import { settingsSectionStore } from '../../state/settings-section.ts';
import { useNavigation } from '../../state/use-place.ts';
import { languageSentence } from '../../text/language-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

/** Said once for each interview in a language that the model was not made for. */
export function LanguageNotice({ view }: { readonly view: NeedsView }) {
  const { preferences, change } = usePreferences();
  const { go } = useNavigation();
  const unseen = view.otherLanguages.filter(
    ({ interviewId }) => !preferences.languagesSeen.includes(interviewId),
  );
  if (unseen.length === 0) return null;
  const languages = [...new Set(unseen.map(({ language }) => language))].join(' and ');
  const seen = () =>
    change({
      languagesSeen: [...preferences.languagesSeen, ...unseen.map(({ interviewId }) => interviewId)],
    });
  return (
    <Callout
      icon={Languages}
      tone="warn"
      announce="status"
      actions={
        <>
          <Button
            size="small"
            onClick={() => {
              settingsSectionStore.getState().want('finding-needs');
              go({ place: 'settings' });
            }}
          >
            Choose a model from a folder
          </Button>
          <Button size="small" onClick={seen}>
            Go on
          </Button>
        </>
      }
    >
      {languageSentence(unseen.length, languages)}
    </Callout>
  );
}
