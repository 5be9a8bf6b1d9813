// Cuts CSV and TSV into rows and cells (RFC 4180): quotes, doubled quotes, line feeds inside quotes. It knows no columns.

export interface TableRow {
  /** Where the row begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Separator = ',' | ';' | '\t' | '|';

/** Rows without any word are left out. An open quote ends with the file. */
export function splitTable(text: string, separator: Separator): readonly TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let rowLine = 1;
  let line = 1;
  let index = 0;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (index < text.length) {
    const cell = text[index] === '"' ? quotedCell(text, index) : null;
    const end = cell?.end ?? bareEnd(text, index, separator);
    cells.push(cell?.text ?? text.slice(index, end));
    line += cell?.lineFeeds ?? 0;
    index = end + 1;
    if (text[end] !== separator) {
      endRow();
      line += 1;
      rowLine = line;
    } else if (index >= text.length) cells.push('');
  }
  endRow();
  return rows;
}

function bareEnd(text: string, from: number, separator: Separator): number {
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (character === separator || character === '\n') return index;
  }
  return text.length;
}

/** Null when no separator, line end or file end follows the closing quote: then the quote is somebody's words. */
function quotedCell(text: string, from: number) {
  const parts: string[] = [];
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return null;
    parts.push(text.slice(start, quote));
    if (text[quote + 1] !== '"') {
      const cell = parts.join('"');
      const next = text[quote + 1];
      if (next !== undefined && !/[,;\t|\n]/.test(next)) return null;
      return { text: cell, end: quote + 1, lineFeeds: cell.split('\n').length - 1 };
    }
    start = quote + 2;
  }
}
