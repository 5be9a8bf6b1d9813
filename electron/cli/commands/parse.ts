// `earshot parse`: shows how a transcript is read, without importing it anywhere.
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import { MAX_TRANSCRIPT_BYTES } from '../../../shared/transcripts/decode.ts';
import { readTranscript } from '../../../shared/transcripts/detect.ts';
import {
  TRANSCRIPT_FORMATS,
  type Transcript,
  type TranscriptFormat,
} from '../../../shared/transcripts/transcript.ts';
import { writeOut } from '../output.ts';
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
      'Reads a transcript (WebVTT, SRT or plain text; the content decides) and shows its speakers and turns.\nWrites nothing. Ends with 2 and one line on stderr when the file cannot be read.',
    )
    .argument('<file>', 'the transcript, or - for standard input')
    .option('--json', 'print everything as JSON: format, speakers, turns with milliseconds, warnings')
    .addOption(
      new Option('--format <format>', 'read it as this format, whatever it looks like').choices(
        TRANSCRIPT_FORMATS,
      ),
    )
    .action(parseFile);
}

async function parseFile(file: string, options: ParseOptions): Promise<void> {
  const bytes = await readInput(file, MAX_TRANSCRIPT_BYTES);
  const result = readTranscript(bytes, { format: options.format });
  if (!result.ok) {
    const { reason, message, line } = result.error;
    throw new AppError('unreadable-file', `${file}: ${message}`, { details: { reason, line } });
  }
  await writeOut(options.json ? toJson(result.value) : summarise(file, result.value));
}

function toJson({ format, speakers, turns, approximate, warnings }: Transcript): string {
  const shown = {
    format,
    speakers: speakers.map(({ name }) => ({ name })),
    turns: turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text })),
    approximate,
    warnings: warnings.map(({ kind, message, line }) => ({ kind, message, line })),
  };
  return `${JSON.stringify(shown)}\n`;
}

const FORMAT_NAMES = { webvtt: 'WebVTT', srt: 'SRT', 'plain-text': 'plain text' } satisfies Record<
  TranscriptFormat,
  string
>;

/** One line for the file, one for each speaker, one for each warning. */
function summarise(file: string, { format, speakers, turns, warnings }: Transcript): string {
  const name = file === '-' ? 'standard input' : basename(file);
  const lastMs = turns.reduce((latest, { startMs, endMs }) => Math.max(latest, startMs ?? 0, endMs ?? 0), 0);
  const duration = lastMs > 0 ? formatCallTime(lastMs) : 'no times';
  const facts = [
    FORMAT_NAMES[format],
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
