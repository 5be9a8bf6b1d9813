// The paragraphs of a word processor's document as the text that the other readers know. It knows no file format.

/**
 * `paragraphs` may hold line feeds. A blank line stands between paragraphs, so that each stays one of its own; times
 * pasted from a caption file stay as close to their words as they were.
 */
export function documentText(paragraphs: readonly string[]): string {
  const isCaptions = paragraphs.some((paragraph) => paragraph.includes('-->'));
  const isTable = paragraphs.filter((paragraph) => paragraph.includes('\t')).length * 2 > paragraphs.length;
  return paragraphs.join(isCaptions || isTable ? '\n' : '\n\n');
}
