import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { makeDocx } from '../../host/transcripts/testing/make-docx.ts';
import { type BuiltCli, buildCli } from '../testing/run-cli.ts';

let cli: BuiltCli;
let folder: string;

beforeAll(async () => {
  [cli, folder] = await Promise.all([buildCli(), mkdtemp(join(tmpdir(), 'earshot-parse-'))]);
}, 60_000);

afterAll(async () => {
  await Promise.all([cli.remove(), rm(folder, { recursive: true, force: true })]);
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const TALK =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hi?\n\n00:02.500 --> 00:03.000\n<v Ben>Hello.\n\n00:03.200 --> 61:05.000\n<v Ben>Bye.\n';

describe('earshot parse', () => {
  it('prints everything as JSON', async () => {
    const outcome = await cli.run(['parse', await file('talk.txt', TALK), '--json']);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toEqual({
      format: 'webvtt',
      speakers: [{ name: 'Anna' }, { name: 'Ben' }],
      turns: [
        { speaker: 'Anna', startMs: 1000, endMs: 2000, text: 'Hi?' },
        { speaker: 'Ben', startMs: 2500, endMs: 3_665_000, text: 'Hello. Bye.' },
      ],
      approximate: false,
      warnings: [],
    });
  });

  it('prints warnings as objects with their line', async () => {
    const { stdout } = await cli.run(['parse', '-', '--json'], 'Anna: Hi.\nBen: Hello.\n');
    expect(JSON.parse(stdout).warnings).toEqual([
      { kind: 'no-times', message: expect.any(String), line: null },
    ]);
  });

  it('prints a short summary otherwise', async () => {
    const { stdout } = await cli.run(['parse', await file('talk.vtt', TALK)]);
    expect(stdout).toBe(
      'talk.vtt: WebVTT, 1:01:05, 2 speakers, 2 turns\n  Anna  1 turn, 1 word, 1 with a question\n  Ben   1 turn, 2 words, 0 with a question\n',
    );
  });

  it('reads several files, a Word document too, and goes on past one that cannot be read', async () => {
    const word = await file('talk.vtt.docx', makeDocx(['Anna: Hi.', 'Ben: Oh.', 'Anna: So.']));
    const files = [await file('one.vtt', TALK), await file('empty.txt', ''), word];
    const { exitCode, stdout, stderr } = await cli.run(['parse', ...files, '--json']);
    const parsed = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(parsed.map(({ file: path, format, turns }) => [path, format, turns.length])).toEqual([
      [files[0], 'webvtt', 2],
      [word, 'plain-text', 3],
    ]);
    expect([exitCode, stderr.includes('empty.txt')]).toEqual([2, true]);
  });

  it('obeys --format and refuses one that it does not know', async () => {
    const path = await file('talk.srt', TALK);
    expect(JSON.parse((await cli.run(['parse', path, '--json', '--format', 'srt'])).stdout).format).toBe(
      'srt',
    );
    expect(await cli.run(['parse', path, '--format', 'docx'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('hands over megabytes through a pipe without losing the end', async () => {
    const cues = Array.from(
      { length: 30_000 },
      (_, index) => `00:01.000 --> 00:02.000\n<v ${index % 2 ? 'Anna' : 'Ben'}>caption number ${index}\n`,
    );
    const { stdout } = await cli.run(['parse', '-', '--json'], `WEBVTT\n\n${cues.join('\n')}`);
    expect(stdout.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(stdout).turns).toHaveLength(30_000);
  });

  it('ends quietly when the reader closes the pipe', async () => {
    const cues = Array.from(
      { length: 30_000 },
      (_, index) => `[00:01] ${index % 2 ? 'Anna' : 'Ben'}: caption number ${index}`,
    );
    const path = await file('long.txt', cues.join('\n'));
    const child = spawn(process.execPath, [cli.programPath, 'parse', path, '--json']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

describe('earshot parse refuses with 2 and one line', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    ['a file that is not there', () => join(folder, 'nothing\nhere.vtt'), 'There is no such file.'],
    ['a folder', () => folder, 'This is a folder'],
    ['an empty file', () => file('empty.vtt', ''), 'empty'],
    ['a heading without captions', () => file('head.vtt', 'WEBVTT\n'), 'no spoken lines'],
    [
      'a recording',
      () => file('talk.mp4', Uint8Array.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0])),
      'recording',
    ],
    ['a file of 50 MB and more', () => file('big.txt', new Uint8Array(50_000_001).fill(97)), 'MB'],
  ])('%s', async (_name, path, words) => {
    const outcome = await cli.run(['parse', await path(), '--json']);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^earshot: [^\n]+\n$/);
    expect(outcome.stderr).toContain(words);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a file that may not be read',
    async () => {
      const path = await file('secret.vtt', TALK);
      await chmod(path, 0o000);
      expect(await cli.run(['parse', path])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('may not read'),
      });
    },
  );

  it.each([[['parse']], [['parse', '--nonsense', 'x']], [['prase']]])('arguments %j', async (args) => {
    const outcome = await cli.run(args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^earshot: [^\n]+\n$/);
  });
});

describe('earshot', () => {
  it('prints its version', async () => {
    expect(await cli.run(['--version'])).toEqual({
      exitCode: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });

  it.each([[['--help']], [['parse', '--help']], [['help', 'parse']]])('helps with %j', async (args) => {
    expect(await cli.run(args)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Usage: earshot'),
      stderr: '',
    });
  });
});
