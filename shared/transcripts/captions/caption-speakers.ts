// Who says which caption: the name in a caption's text, and names that stand only where the speaker changes.
// It looks at all captions of a file at once, because one line alone never proves a name.

import { acceptLabels } from '../accept-labels.ts';
import type { Utterance } from '../build-transcript.ts';
import { nameStyle, splitSpeakerLabel, unwrapName } from '../speaker-label.ts';
import type { WarningList } from '../warning-list.ts';
import { splitAtNameLines } from './name-lines.ts';
import type { SpokenCaption } from './spoken-caption.ts';

interface LabelledCaption {
  readonly speaker: string | null;
  readonly text: string;
}

/**
 * Names from the format win. Only a file without any is searched for `Name: words`, then for a name on a line of
 * its own. Captions without words are left out.
 */
export function nameCaptionSpeakers(
  captions: readonly SpokenCaption[],
  warnings: WarningList,
): readonly Utterance[] {
  const spoken = splitAtNameLines(captions).filter(({ lines }) => lines.length > 0);
  const hasVoices = spoken.some(({ voice }) => voice !== undefined);
  const labelled = hasVoices
    ? spoken.map(({ voice, lines }) => ({ speaker: voice ?? null, text: lines.join(' ') }))
    : (readNameLines(spoken) ?? readInlineLabels(spoken));
  const isCarried = labelsOnChange(spoken, labelled, hasVoices);
  if (isCarried) {
    warnings.add(
      'carried-speaker',
      'This file names a speaker only where it changes. Lines without a name go to the speaker before them.',
    );
  }
  const utterances: Utterance[] = [];
  let carried: string | null = null;
  for (const [index, { startMs, endMs, line, voice }] of spoken.entries()) {
    const { speaker, text } = labelled[index] ?? { speaker: null, text: '' };
    carried = speaker ?? (voice === null ? null : carried);
    if (text === '') continue;
    utterances.push({ speaker: isCarried ? carried : speaker, startMs, endMs, text, line });
  }
  return utterances;
}

/** `Name: words`, where the names of the whole file bear it out. */
function readInlineLabels(captions: readonly SpokenCaption[]): readonly LabelledCaption[] {
  const labels = captions.map(({ lines }) => splitSpeakerLabel(lines[0] ?? ''));
  const accepted = acceptLabels(labels, captions.length);
  return captions.map(({ lines }, index) => {
    const label = labels[index] ?? null;
    if (label === null || !accepted.has(label)) return { speaker: null, text: lines.join(' ') };
    return {
      speaker: label.name,
      text: [label.words, ...lines.slice(1)].filter((line) => line !== '').join(' '),
    };
  });
}

/** `Some Body⏎OK. Yeah.`, with or without brackets around the name; null unless nearly all captions are like that. */
function readNameLines(captions: readonly SpokenCaption[]): readonly LabelledCaption[] | null {
  const names = captions.map(({ lines }) => {
    const name = unwrapName(lines[0] ?? '');
    return lines.length > 1 && nameStyle(name) === 'capitalised' ? name : null;
  });
  const named = names.filter((name) => name !== null).length;
  const isRecurring = new Set(names.filter((name) => name !== null)).size * 2 <= named;
  if (named < 2 || named * 5 < captions.length * 4 || !isRecurring) return null;
  return captions.map(({ lines }, index) => {
    const name = names[index] ?? null;
    return { speaker: name, text: (name === null ? lines : lines.slice(1)).join(' ') };
  });
}

/**
 * True for a file that writes a name only when somebody else begins: most captions have none, or the same name
 * never stands on two labelled captions in a row. A voice tag holds for its own caption alone, so a file that
 * has them must leave out nearly all of them.
 */
function labelsOnChange(
  captions: readonly SpokenCaption[],
  labelled: readonly LabelledCaption[],
  hasVoices: boolean,
): boolean {
  const names = labelled.map(({ speaker }) => speaker).filter((name) => name !== null);
  const unnamed = labelled.length - names.length;
  // A tag without a name says that nobody is known: our own export writes it, and so does Webex.
  if (captions.some(({ voice }) => voice === null)) return false;
  if (names.length < 2 || unnamed === 0) return false;
  if (hasVoices) return names.length * 3 < labelled.length;
  if (names.length * 2 < labelled.length) return true;
  const repeats = names.filter((name, index) => index > 0 && names[index - 1] === name).length;
  return unnamed * 5 >= labelled.length && repeats * 10 <= names.length;
}
