// Evidence that a person points at: words selected in a transcript, or a note. It is cut and timed here, never taken
// from the caller, so that a quote is always what stands in the original.
import { AppError } from '../../../shared/errors.ts';
import { cutStatement } from '../../../shared/needs/cut-statement.ts';
import type { PlacedEvidence, Verdict } from '../../../shared/needs/decision.ts';
import type { EvidenceSource } from '../../../shared/needs/new-decision.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import { type Turn, transcriptText } from '../../../shared/transcripts/transcript.ts';
import { found, type HostContext } from '../host-context.ts';
import { readTurns } from '../transcripts/transcript-store.ts';

/** Longer than any one thought; also what a stored statement may hold. */
const MOST_CHARACTERS = 4_000;

/** AppError `not-found` for what is not there, `invalid-input` for words that are nobody's or several people's. */
export async function addedEvidence(
  context: HostContext,
  source: EvidenceSource,
  verdict: Verdict,
): Promise<PlacedEvidence> {
  found(
    context
      .workspace()
      .facts()
      .interviews.find((entry) => entry.id === source.interviewId),
    'interview',
  );
  const facts = await context.interviews().get(source.interviewId);
  if (source.kind === 'note') {
    const note = found(
      facts.notes.find((one) => one.id === source.noteId),
      'note',
    );
    if (verdict === 'request')
      throw new AppError('invalid-input', 'a note is no request in somebody’s words');
    const { id, author, role, atMs, tags } = note;
    const text = note.text.slice(0, MOST_CHARACTERS);
    const ref = { noteId: id, interviewId: source.interviewId, author, role, atMs, text, tags: [...tags] };
    return { kind: 'note', verdict, note: ref };
  }
  const ref = found(
    facts.transcripts.find((one) => one.original === source.original),
    'transcript',
  );
  const { turns } = await readTurns(context.workspace(), ref);
  return { kind: 'words', verdict, statement: selectedStatement(turns, source) };
}

function selectedStatement(
  turns: readonly Turn[],
  { interviewId, original, from, to }: Extract<EvidenceSource, { kind: 'words' }>,
): StatementRef {
  const selected = transcriptText(turns).slice(from, to);
  const start = from + (selected.length - selected.trimStart().length);
  const end = from + selected.trimEnd().length;
  if (end <= start) throw new AppError('invalid-input', 'there are no words in this span');
  if (end - start > MOST_CHARACTERS) throw new AppError('invalid-input', 'this is too long for one quote');
  const statement = cutStatement(turns, { interviewId, original, start, end });
  if (statement === null) throw new AppError('invalid-input', 'a quote is of one speaker and one turn');
  return statement;
}
