// The brief document: Markdown that people type together, with references to needs that are resolved when shown.
import type * as Y from 'yjs';
import { type BriefId, NeedId } from '../ids.ts';

export const BRIEF_SCHEMA = 1;

export function briefDocumentName(id: BriefId): string {
  return `brief-${id}`;
}

/** The sections, in the order in which a brief is read, each with the question that an empty section asks. */
export const BRIEF_SECTIONS = [
  { heading: 'Problem', question: 'Whose day goes wrong, and when?' },
  { heading: 'Who has it', question: 'Which people, how many, and who has it not?' },
  {
    heading: 'Evidence',
    question: 'Type [[ to link a need; its people and quotes appear here and stay live.',
  },
  { heading: 'What we do not know', question: 'What would change your mind?' },
  { heading: 'Constraints', question: 'What must hold, whatever is built?' },
  { heading: 'Options', question: 'What is the smallest thing that would serve one person’s need?' },
  { heading: 'Decision', question: 'What will you do, and what will you leave?' },
] as const;

/** A new brief's text: the headings with an empty line under each. */
export function newBriefText(): string {
  return `${BRIEF_SECTIONS.map((section) => `# ${section.heading}\n\n`).join('\n')}`;
}

export interface NeedMention {
  readonly needId: NeedId;
  /** UTF-16 offsets of the whole `[[need:…]]` in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Alone on its line: shown as a live evidence block; within a line as the need's label. */
  readonly isBlock: boolean;
}

/** Finds `[[need:ID]]` in a brief's Markdown, in order. */
export function needMentions(text: string): NeedMention[] {
  const mentions: NeedMention[] = [];
  for (const match of text.matchAll(/\[\[need:([A-Za-z0-9_-]{1,64})\]\]/g)) {
    const needId = NeedId.safeParse(match[1]);
    if (!needId.success) continue;
    const from = match.index;
    const to = from + match[0].length;
    const lineStart = text.lastIndexOf('\n', from - 1) + 1;
    const lineEnd = text.indexOf('\n', to);
    const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
    mentions.push({ needId: needId.data, from, to, isBlock: line.trim() === match[0] });
  }
  return mentions;
}

export function needMentionText(needId: NeedId): string {
  return `[[need:${needId}]]`;
}

/** The brief's words: Markdown signs and need references are not counted. */
export function briefWordCount(text: string): number {
  return (
    text.replace(/\[\[need:[^\]]*\]\]/g, ' ').match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  );
}

export function briefText(document: Y.Doc): Y.Text {
  return document.getText('text');
}
