// The keys of this version, by where they work. A key that is not bound stands nowhere here.

export interface KeyLine {
  readonly what: string;
  /** Keycaps in order; `–` between two means “to”. */
  readonly keys: readonly string[];
}

export interface KeyList {
  readonly where: string;
  readonly lines: readonly KeyLine[];
}

/** Columns of the sheet, each with one or two lists. */
export const KEY_COLUMNS: readonly (readonly KeyList[])[] = [
  [
    {
      where: 'Everywhere',
      lines: [
        { what: 'Search and commands', keys: ['Ctrl K'] },
        { what: 'This sheet', keys: ['?', 'Ctrl /'] },
        { what: 'Search this list', keys: ['/'] },
        { what: 'Undo, redo', keys: ['Ctrl Z', 'Ctrl Shift Z'] },
        { what: 'Back, close', keys: ['Esc'] },
        { what: 'Fold the sidebar', keys: ['\\'] },
        { what: 'Settings', keys: ['Ctrl ,'] },
      ],
    },
    {
      where: 'Live, in the stream',
      lines: [
        { what: 'Tag the note', keys: ['1', '–', '9'] },
        { what: 'Mark', keys: ['M'] },
        { what: 'Edit mine', keys: ['E'] },
        { what: 'Take the follow-up', keys: ['T'] },
        { what: 'Look at the hint', keys: ['H'] },
        { what: 'It was asked', keys: ['A'] },
        { what: 'Delete mine, with undo', keys: ['Del'] },
        { what: 'Back to typing', keys: ['Enter'] },
      ],
    },
  ],
  [
    {
      where: 'Go to',
      lines: [
        { what: 'Home', keys: ['G', 'H'] },
        { what: 'Interviews', keys: ['G', 'I'] },
        { what: 'Needs', keys: ['G', 'N'] },
        { what: 'Briefs', keys: ['G', 'B'] },
        { what: 'Codebook', keys: ['G', 'C'] },
      ],
    },
    {
      where: 'Transcript',
      lines: [
        { what: 'Search the words', keys: ['/'] },
        { what: 'Next, previous place', keys: ['N', 'P'] },
        { what: 'Open the need', keys: ['Enter'] },
        { what: 'Words are a need, a request, against', keys: ['H', 'R', 'A'] },
        { what: 'Shift notes by ½ s', keys: ['-', '+'] },
        { what: 'Hear the words, pause', keys: ['L'] },
        { what: 'Fold quiet turns', keys: ['F'] },
        { what: 'Speakers', keys: ['S'] },
      ],
    },
    {
      where: 'Dialogs',
      lines: [
        { what: 'Close', keys: ['Esc'] },
        { what: 'The filled button', keys: ['Ctrl Enter'] },
      ],
    },
  ],
  [
    {
      where: 'Lists',
      lines: [
        { what: 'Down, up', keys: ['J', 'K'] },
        { what: 'First, last', keys: ['Home', 'End'] },
        { what: 'Open', keys: ['Enter'] },
        { what: 'Peek', keys: ['Space'] },
        { what: 'Create', keys: ['C'] },
        { what: 'Import', keys: ['I'] },
      ],
    },
    {
      where: 'Needs',
      lines: [
        { what: 'Accept', keys: ['A'] },
        { what: 'Rename', keys: ['R'] },
        { what: 'Dismiss, bring back', keys: ['D'] },
        { what: 'Link to a brief', keys: ['B'] },
        { what: 'Merge', keys: ['M'] },
        { what: 'Choose a quote', keys: ['X'] },
        { what: 'Split off, move quotes', keys: ['S', 'V'] },
        { what: 'Against it, for it', keys: ['-', '+'] },
        { what: 'Pin, take out', keys: ['T', 'Del'] },
        { what: 'Add a quote, correct the pair', keys: ['Q', 'E'] },
        { what: 'Copy with source', keys: ['Y'] },
        { what: 'Next, previous need', keys: ['N', 'P'] },
        { what: 'Filter', keys: ['F'] },
        { what: 'In the matrix: next segment', keys: ['Shift', '→'] },
        { what: 'On the board: pick up, put back', keys: ['V', 'Esc'] },
      ],
    },
    {
      where: 'Codebook',
      lines: [
        { what: 'Rename', keys: ['R'] },
        { what: 'Definition', keys: ['E'] },
        { what: 'Find more like this', keys: ['L'] },
        { what: 'Give the key', keys: ['1', '–', '9'] },
        { what: 'Take the key', keys: ['Backspace'] },
      ],
    },
  ],
  [
    {
      where: 'Prepare, and live while typing',
      lines: [
        { what: 'Start listening', keys: ['Ctrl Enter'] },
        { what: 'Keep the note', keys: ['Enter'] },
        { what: 'New line', keys: ['Shift Enter'] },
        { what: 'Keep and mark', keys: ['Ctrl Enter'] },
        { what: 'Tag, mark, follow up', keys: ['#', '//', '?'] },
        { what: 'Tag the last note', keys: ['1', '–', '9'] },
        { what: 'Tick the guide question', keys: ['Alt Enter'] },
        { what: 'Next, previous question', keys: ['Alt ↓', 'Alt ↑'] },
        { what: 'Edit my last note', keys: ['↑'] },
        { what: 'To the stream', keys: ['Esc'] },
      ],
    },
    {
      where: 'Brief',
      lines: [
        { what: 'To the text', keys: ['Enter'] },
        { what: 'Link a need', keys: ['L'] },
        { what: 'Rename', keys: ['R'] },
        { what: 'Bold, italic', keys: ['Ctrl B', 'Ctrl I'] },
        { what: 'Leave the text', keys: ['Esc'] },
      ],
    },
  ],
];
