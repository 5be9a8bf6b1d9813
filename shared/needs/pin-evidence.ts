// Evidence as it stands, for a decision to keep.
import type { PinnedEvidence } from './decision.ts';
import { type NeedPart, suggestedWords } from './need-parts.ts';

/** What a person sees of a need and of what was merged into it; `parts` as `needParts` gives them. */
export function pinEvidence(parts: readonly NeedPart[]) {
  const [own, ...merged] = parts.map((part) => ({ needId: part.id, pinned: pinned(part) }));
  return { own: own?.pinned ?? EMPTY, merged };
}

const EMPTY: PinnedEvidence = { label: '', subtitle: '', statements: [], requests: [] };

function pinned(part: NeedPart): PinnedEvidence {
  const words = (verdict: 'for' | 'request') =>
    [...part.evidence.values()].flatMap(({ placed }) =>
      placed.kind === 'words' && placed.verdict === verdict ? [placed.statement] : [],
    );
  const notes = [...part.evidence.values()].flatMap(({ placed }) =>
    placed.kind === 'note' && placed.verdict === 'for' ? [placed.note] : [],
  );
  return {
    ...suggestedWords(part),
    statements: words('for'),
    requests: words('request'),
    ...(notes.length > 0 && { notes }),
  };
}
