// The paragraphs of a Word document with the line breaks inside them, by way of mammoth. Mammoth sees only what
// docx-parts.ts has unpacked within bounds; nothing is converted to HTML.
import mammoth from 'mammoth';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { TranscriptRefusal } from '../../../shared/transcripts/transcript.ts';
import { readDocxParts } from './docx-parts.ts';

/** The cells of a table's row are one paragraph, with tabs between. Pictures, notes and comments are left out. */
export async function readDocxParagraphs(
  bytes: Uint8Array,
): Promise<Result<readonly string[], TranscriptRefusal>> {
  const parts = readDocxParts(bytes);
  if (!parts.ok) return parts;
  const paragraphs: string[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(parts.value) },
      {
        externalFileAccess: false,
        transformDocument: (document: unknown) => {
          collect(document, paragraphs);
          // Nothing is left to convert.
          return { ...Object(document), children: [], notes: undefined, comments: [] };
        },
      },
    );
  } catch {
    // Mammoth throws plain errors for documents that Word did not write: to a person they are all one.
    if (paragraphs.length > 0) return ok(paragraphs);
    return fail({
      reason: 'malformed',
      message: 'This Word document cannot be read. Save it as plain text (.txt) and import that.',
      line: null,
    });
  }
  return ok(paragraphs);
}

interface DocumentElement {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly children?: unknown;
}

function collect(value: unknown, paragraphs: string[]): void {
  const element = asElement(value);
  if (element.type === 'paragraph') paragraphs.push(textOf(element));
  else if (element.type === 'tableRow') {
    const cells = childrenOf(element).map((cell) => {
      const own: string[] = [];
      collect(cell, own);
      return own.join(' ').replace(/\s+/g, ' ').trim();
    });
    paragraphs.push(cells.join('\t'));
  } else for (const child of childrenOf(element)) collect(child, paragraphs);
}

function textOf(value: unknown): string {
  const element = asElement(value);
  if (element.type === 'text') return typeof element.value === 'string' ? element.value : '';
  if (element.type === 'tab') return '  ';
  if (element.type === 'break') return '\n';
  return childrenOf(element).map(textOf).join('');
}

function childrenOf({ children }: DocumentElement): readonly unknown[] {
  return Array.isArray(children) ? children : [];
}

function asElement(value: unknown): DocumentElement {
  return typeof value === 'object' && value !== null ? value : {};
}
