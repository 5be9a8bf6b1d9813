// Real and realistic files that are too many to ship stand beside the project. Where they are missing, this is
// skipped; everything they taught stands as a small case in the other tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTranscript } from './detect.ts';
import { guessSpeakers } from './speaker-guess.ts';
import { readOk, warningKinds } from './testing/read-ok.ts';
import type { Transcript } from './transcript.ts';
import { writeWebVtt } from './webvtt-writer.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isMissing = !existsSync(FOLDER);

function files(folder: string, ending: string): string[] {
  if (isMissing) return ['(missing)'];
  return readdirSync(FOLDER + folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function read(file: string): Transcript {
  const result = readTranscript(readFileSync(FOLDER + file));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe.skipIf(isMissing)('files of the research folder beside the project', () => {
  it.each([...files('interviews', '.vtt'), ...files('interviews-plain', '.vtt')])(
    '%s is read without a warning',
    (file) => {
      const transcript = read(file);
      const source = readFileSync(FOLDER + file, 'utf8');
      expect(transcript).toMatchObject({ format: 'webvtt', approximate: false, warnings: [] });
      expect(transcript.turns.flatMap(({ cues }) => cues)).toHaveLength(source.split(' --> ').length - 1);
      expect(readOk(writeWebVtt(transcript.turns))).toEqual(transcript);
      const named = /NOTE .*participant ([^,\n]+)/.exec(source)?.[1];
      const participants = guessSpeakers(transcript.speakers).filter(({ guess }) => guess === 'participant');
      expect(participants.map(({ name }) => name)).toEqual([named]);
    },
  );

  it.each(files('transcripts', '.txt'))('%s is read with its speakers', (file) => {
    const transcript = read(file);
    const source = readFileSync(FOLDER + file, 'utf8');
    const names = new Set(source.split('\n').flatMap((line) => /^([^:]{1,30}): /.exec(line)?.[1] ?? []));
    expect(new Set(transcript.speakers.map(({ name }) => name))).toEqual(names);
    expect(warningKinds(transcript)).toEqual(['no-times']);
  });
});
