// What the command line prints: whole, in order, and one line per failure. It knows no command.

/** Resolves once the reader has taken everything, so that nothing is lost when the program ends. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * `earshot: message` on stderr: as one line, whatever names and line breaks the message holds; `all` keeps the
 * lines, for reports of bugs.
 */
export function writeError(message: string, lines: 'one' | 'all' = 'one'): void {
  const text = lines === 'all' ? message : oneLine(message);
  process.stderr.write(`earshot: ${text}\n`);
}

/** Calls `onClosed` when whoever reads stdout has gone; other faults of the pipe are thrown as they are. */
export function onBrokenPipe(onClosed: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      onClosed();
    });
  }
}

/** File names and transcripts may hold anything, control characters that move the cursor included. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
