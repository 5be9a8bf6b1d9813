// Are the words of every transcript still there, and does every quote that a decision pinned still equal its cut? One
// original after the other, so that a workspace of any size fits. Findings name ids and places, never words.
import { createHash } from 'node:crypto';
import type { InterviewId, OriginalHash } from '../../../shared/ids.ts';
import type { TranscriptRef } from '../../../shared/interviews/interview-document.ts';
import type { Decision } from '../../../shared/needs/decision.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import { readTranscriptFile } from '../transcripts/read-transcript-file.ts';
import type { Finding } from './findings.ts';
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts';

export interface WordsInUse {
  readonly transcripts: ReadonlyMap<InterviewId, readonly TranscriptRef[]>;
  readonly decisions: readonly Decision[];
}

export interface CheckedWords {
  readonly originals: number;
  readonly originalBytes: number;
  readonly transcripts: number;
  readonly quotes: number;
  readonly brokenQuotes: number;
}

export async function checkWords(
  files: WorkspaceFiles,
  listed: readonly WorkspaceFile[],
  { transcripts, decisions }: WordsInUse,
  tell: (finding: Finding) => void,
): Promise<CheckedWords> {
  const originals = listed.filter((file) => file.part === 'original');
  const whole = new Map<string, string>();
  for (const { path } of originals) {
    const named = path.slice('originals/'.length).slice(0, 64);
    if ((await hashOf(files, path)) === named) whole.set(named, path);
    else
      tell({
        severity: 'damage',
        what: 'the original is not what was imported: its hash differs',
        where: path,
      });
  }
  const quotes = pinnedQuotes(decisions);
  const broken = new Set(quotes.keys());
  const there = new Set(originals.map(({ path }) => path.slice('originals/'.length).slice(0, 64)));
  const refs = [...transcripts].flatMap(([interviewId, own]) => own.map((ref) => ({ interviewId, ref })));
  for (const { interviewId, ref } of refs) {
    if (!there.has(ref.original)) {
      const what = `the original of a transcript of interview ${interviewId} is missing`;
      tell({ severity: 'damage', what, where: `originals/${ref.original}` });
    }
    const path = whole.get(ref.original);
    const own = [...quotes.values()].filter(
      (quote) => quote.interviewId === interviewId && quote.original === ref.original,
    );
    if (path === undefined || own.length === 0) continue;
    const text = await textOf(await files.read(path), ref);
    for (const quote of own) if (text?.slice(quote.start, quote.end) === quote.text) broken.delete(quote.id);
  }
  for (const id of broken)
    tell({ severity: 'damage', what: 'a quote no longer equals its words', where: id });
  const used = new Set<OriginalHash>(refs.map(({ ref }) => ref.original));
  for (const { path } of originals) {
    if (![...used].some((hash) => path.startsWith(`originals/${hash}.`)))
      tell({ severity: 'note', what: 'no transcript refers to this original', where: path });
  }
  return {
    originals: originals.length,
    originalBytes: originals.reduce((sum, file) => sum + file.bytes, 0),
    transcripts: refs.length,
    quotes: quotes.size,
    brokenQuotes: broken.size,
  };
}

function pinnedQuotes(decisions: readonly Decision[]): Map<string, StatementRef> {
  const pinned = decisions.flatMap((decision) => ('pinned' in decision ? [decision.pinned] : []));
  return new Map(
    pinned
      .flatMap(({ statements, requests }) => [...statements, ...requests])
      .map((quote) => [quote.id, quote]),
  );
}

async function hashOf(files: WorkspaceFiles, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of files.stream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Undefined when the original can no longer be read as what it was imported as. */
async function textOf(bytes: Uint8Array | undefined, ref: TranscriptRef): Promise<string | undefined> {
  const read = bytes && (await readTranscriptFile(bytes, { format: ref.format }));
  return read?.ok ? transcriptText(read.value.turns) : undefined;
}
