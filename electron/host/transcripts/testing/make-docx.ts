// For tests: a Word document as Word stores it, with the line breaks, tabs and tables that transcripts have.
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** Each paragraph may hold line feeds (breaks) and tabs. */
export function makeDocx(paragraphs: readonly string[]): Uint8Array {
  return makeDocxOf(paragraphs.map(paragraphXml).join(''));
}

/** `body` is what stands inside `w:body`; `more` are further entries of the archive. */
export function makeDocxOf(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(xml),
    ...more,
  });
}

export function paragraphXml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const pieces = escaped.split(/(\n|\t)/).map((piece) => {
    if (piece === '\n') return '<w:r><w:br/></w:r>';
    if (piece === '\t') return '<w:r><w:tab/></w:r>';
    return `<w:r><w:t xml:space="preserve">${piece}</w:t></w:r>`;
  });
  return `<w:p>${pieces.join('')}</w:p>`;
}
