// What the editor offers while somebody types: needs after `[[`, and things to insert after `/` at the start of a line.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { missingSections, needMentionText } from '../../../../shared/briefs/brief-document.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import { labelParts, type Need } from '../../../../shared/needs/need.ts';
import { findNeeds } from './find-needs.ts';

export interface CompletionSource {
  /** As they are now; asked for at every keystroke. */
  readonly needs: () => readonly Need[];
  /** A need was put into the text. */
  readonly onLink: (needId: NeedId) => void;
}

const MOST_SHOWN = 12;

export function briefCompletion(source: CompletionSource): Extension {
  return autocompletion({
    override: [(context) => needOptions(context, source), slashOptions],
    icons: false,
    aboveCursor: false,
    activateOnTypingDelay: 0,
    // Enter must never wait for a list that has just been drawn.
    interactionDelay: 0,
  });
}

/** Needs for the words after `[[`; null elsewhere. */
export function needOptions(context: CompletionContext, source: CompletionSource): CompletionResult | null {
  const typed = context.matchBefore(/\[\[[^[\]\n]{0,80}$/);
  if (typed === null) return null;
  const found = findNeeds(source.needs(), typed.text.slice(2)).slice(0, MOST_SHOWN);
  if (found.length === 0) return null;
  return {
    from: typed.from,
    filter: false,
    options: found.map(
      (need): Completion => ({
        label: labelParts(need.label).words,
        detail: `${need.people} of ${need.stances.length} people`,
        apply(view, _completion, from, to) {
          view.dispatch(mentionInsertion(view.state, need.id, from, to));
          source.onLink(need.id);
        },
      }),
    ),
  };
}

/**
 * Replaces `[[words` (and `]]` behind it) by a reference to the need. Where nothing else is on the line, the reference
 * takes the line for itself and the caret goes on in the empty line below, which is made where there is none.
 */
export function mentionInsertion(
  state: EditorState,
  needId: NeedId,
  from: number,
  to: number,
): TransactionSpec {
  const line = state.doc.lineAt(from);
  const end = state.doc.sliceString(to, to + 2) === ']]' ? to + 2 : to;
  const mention = needMentionText(needId);
  const around = state.doc.sliceString(line.from, from) + state.doc.sliceString(end, line.to);
  if (around.trim() !== '') {
    return {
      changes: { from, to: end, insert: mention },
      selection: { anchor: from + mention.length },
      userEvent: 'input.complete',
    };
  }
  const below = line.number < state.doc.lines ? state.doc.line(line.number + 1) : null;
  const hasEmptyLineBelow = below?.text.trim() === '';
  return {
    changes: { from: line.from, to: line.to, insert: hasEmptyLineBelow ? mention : `${mention}\n` },
    selection: { anchor: line.from + mention.length + 1 },
    scrollIntoView: true,
    userEvent: 'input.complete',
  };
}

/** What `/` at the start of a line offers; null elsewhere. */
export function slashOptions(context: CompletionContext): CompletionResult | null {
  const typed = context.matchBefore(/^\/(?:\p{L}[\p{L} ]{0,40})?$/u);
  if (typed === null || typed.from !== context.state.doc.lineAt(context.pos).from) return null;
  const wanted = typed.text.slice(1).toLowerCase();
  const options = insertions(context.state).filter(({ label }) => label.toLowerCase().includes(wanted));
  return options.length === 0 ? null : { from: typed.from, filter: false, options };
}

function insertions(state: EditorState): Completion[] {
  return [
    { label: 'Evidence', detail: 'a need with its people and quotes', apply: askForNeed },
    ...missingSections(state.doc.toString()).map(
      (heading): Completion => ({ label: `# ${heading}`, detail: 'section', apply: `# ${heading}\n\n` }),
    ),
    { label: 'Heading', detail: 'within a section', apply: '## ' },
    { label: 'List', detail: 'Tab moves a line in', apply: '- ' },
  ];
}

function askForNeed(view: EditorView, _completion: Completion, from: number, to: number): void {
  view.dispatch({
    changes: { from, to, insert: '[[' },
    selection: { anchor: from + 2 },
    userEvent: 'input.complete',
  });
  startCompletion(view);
}
