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

/** A heading of any level that stands for one of the sections: `# Problem`. */
const SECTION_LINE = /^#{1,6}[ \t]+(.+?)[ \t#]*$/;

export interface EmptySection {
  readonly heading: string;
  readonly question: string;
  /** UTF-16 offset of the first line under the heading, at which somebody would begin to write. */
  readonly at: number;
}

/** The sections with nothing but white space under their heading, each with the place where its question is shown. */
export function emptySections(text: string): EmptySection[] {
  return sectionsOf(text).flatMap(({ heading, contentFrom, contentTo }) => {
    const section = BRIEF_SECTIONS.find((one) => sameHeading(one.heading, heading));
    // A heading that ends the text has no line under it to write on.
    if (!section || contentFrom === null || text.slice(contentFrom, contentTo).trim() !== '') return [];
    return [{ ...section, at: contentFrom }];
  });
}

/** The sections of a brief that the text has no heading for, in their order. */
export function missingSections(text: string): string[] {
  const there = sectionsOf(text);
  return BRIEF_SECTIONS.map((section) => section.heading).filter(
    (heading) => !there.some((one) => sameHeading(one.heading, heading)),
  );
}

export interface TextInsertion {
  /** UTF-16 offset. */
  readonly at: number;
  readonly insert: string;
}

/** Puts a need's evidence block on a line of its own: after what stands under "Evidence", else at the end of the text. */
export function evidenceInsertion(text: string, needId: NeedId): TextInsertion {
  const mention = needMentionText(needId);
  const evidence = sectionsOf(text).find((one) => sameHeading(one.heading, 'Evidence'));
  if (!evidence) {
    const written = text.trimEnd();
    return { at: written.length, insert: `${written === '' ? '' : '\n\n'}${mention}\n` };
  }
  if (evidence.contentFrom === null) return { at: text.length, insert: `\n\n${mention}\n` };
  const content = text.slice(evidence.contentFrom, evidence.contentTo);
  const written = content.trimEnd();
  if (written !== '') return { at: evidence.contentFrom + written.length, insert: `\n\n${mention}` };
  // On the empty line after the one under the heading, where the section's question asks for it.
  return content.startsWith('\n')
    ? { at: evidence.contentFrom, insert: `\n${mention}` }
    : { at: evidence.contentFrom, insert: `\n${mention}\n` };
}

interface SectionSpan {
  readonly heading: string;
  /** UTF-16 offset of the line after the heading; null when the heading is the last line. */
  readonly contentFrom: number | null;
  /** Where the next heading's line begins, or the end of the text. */
  readonly contentTo: number;
}

function sectionsOf(text: string): SectionSpan[] {
  const headings: { heading: string; from: number; lineTo: number }[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const heading = SECTION_LINE.exec(line)?.[1];
    if (heading !== undefined) headings.push({ heading, from, lineTo: from + line.length });
    from += line.length + 1;
  }
  return headings.map(({ heading, lineTo }, index) => ({
    heading,
    contentFrom: lineTo < text.length ? lineTo + 1 : null,
    contentTo: headings[index + 1]?.from ?? text.length,
  }));
}

function isSectionLine(line: string): boolean {
  const heading = SECTION_LINE.exec(line)?.[1];
  return heading !== undefined && BRIEF_SECTIONS.some((section) => sameHeading(section.heading, heading));
}

function sameHeading(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
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

/** The brief's words: Markdown signs, need references and the headings that every brief has are not counted. */
export function briefWordCount(text: string): number {
  const lines = text.split('\n').filter((line) => !isSectionLine(line));
  return (
    lines
      .join('\n')
      .replace(/\[\[need:[^\]]*\]\]/g, ' ')
      .match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  );
}

export function briefText(document: Y.Doc): Y.Text {
  return document.getText('text');
}

/** Within this time of the last mark another edit is not marked anew: a mark costs a record in the log. */
const EDITED_MARK_MS = 30_000;

/** When somebody last typed in it, ISO 8601 and to about half a minute; null while nobody has. */
export function briefEditedAt(document: Y.Doc): string | null {
  const at: unknown = document.getMap('meta').get('editedAt');
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null;
}

/** Notes that somebody typed. Call after an edit made here. */
export function markBriefEdited(document: Y.Doc, now: Date): void {
  const before = briefEditedAt(document);
  const sinceMs = before === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(before);
  // Also when the mark lies ahead, as after a clock that was set wrong.
  if (sinceMs >= 0 && sinceMs < EDITED_MARK_MS) return;
  document.getMap('meta').set('editedAt', now.toISOString());
}
