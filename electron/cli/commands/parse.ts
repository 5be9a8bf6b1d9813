// `earshot parse`: shows how a transcript is read, without importing it anywhere.
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import { MAX_TRANSCRIPT_BYTES } from '../../../shared/transcripts/decode.ts';
import { formatName } from '../../../shared/transcripts/format-name.ts';
import {
  TRANSCRIPT_FORMATS,
  type Transcript,
  type TranscriptFormat,
} from '../../../shared/transcripts/transcript.ts';
import { readTranscriptFile } from '../../host/transcripts/read-transcript-file.ts';
import { writeError, writeOut } from '../output.ts';
import { readInput } from '../read-input.ts';

interface ParseOptions {
  readonly json?: true;
  readonly format?: TranscriptFormat;
}

export function registerParse(program: Command): void {
  program
    .command('parse')
    .summary('show how a transcript is read')
    .description(
      'Reads transcripts (captions, documents, text, tables, JSON; the content decides) and shows their speakers and turns.\nWrites nothing. Ends with 2 and one line on stderr when a file cannot be read.',
    )
    .argument('<files...>', 'the transcripts, or - for standard input')
    .option(
      '--json',
      'print everything as JSON, one object for each file: format, speakers, turns with milliseconds, warnings',
    )
    .addOption(
      new Option('--format <format>', 'read it as this format, whatever it looks like').choices(
        TRANSCRIPT_FORMATS,
      ),
    )
    .action(parseFiles);
}

/** With several files, every one is tried, and those that cannot be read are named at the end. */
async function parseFiles(files: readonly string[], options: ParseOptions): Promise<void> {
  const refused: AppError[] = [];
  for (const file of files) {
    const result = await readTranscriptFile(await readInput(file, MAX_TRANSCRIPT_BYTES), options);
    if (result.ok) {
      const named = files.length > 1 ? { file } : {};
      await writeOut(options.json ? toJson(result.value, named) : summarise(file, result.value));
      continue;
    }
    const { reason, message, line } = result.error;
    refused.push(new AppError('unreadable-file', `${file}: ${message}`, { details: { reason, line } }));
  }
  const [first, ...others] = refused;
  for (const error of others) writeError(error.message);
  if (first !== undefined) throw first;
}

function toJson(
  { format, speakers, turns, approximate, warnings, otherReadings }: Transcript,
  named: { readonly file?: string },
): string {
  const shown = {
    ...named,
    format,
    speakers: speakers.map(({ name }) => ({ name })),
    turns: turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text })),
    approximate,
    warnings: warnings.map(({ kind, message, line }) => ({ kind, message, line })),
    ...(otherReadings.length > 0 && { otherReadings }),
  };
  return `${JSON.stringify(shown)}\n`;
}

/** One line for the file, one for each speaker, one for each warning. */
function summarise(file: string, { format, speakers, turns, warnings }: Transcript): string {
  const name = file === '-' ? 'standard input' : basename(file);
  const lastMs = turns.reduce((latest, { startMs, endMs }) => Math.max(latest, startMs ?? 0, endMs ?? 0), 0);
  const duration = lastMs > 0 ? formatCallTime(lastMs) : 'no times';
  const facts = [
    formatName(format),
    duration,
    count(speakers.length, 'speaker'),
    count(turns.length, 'turn'),
  ];
  const width = Math.max(0, ...speakers.slice(0, 1_000).map((speaker) => speaker.name.length));
  const lines = [
    `${name}: ${facts.join(', ')}`,
    ...speakers.map((speaker) => {
      const counts = `${count(speaker.turns, 'turn')}, ${count(speaker.words, 'word')}, ${speaker.questions} with a question`;
      return `  ${speaker.name.padEnd(width)}  ${counts}`;
    }),
    ...warnings.map(({ message }) => `  ! ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
