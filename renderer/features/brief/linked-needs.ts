// Which needs a brief stands on: those that were linked, those its text mentions, and mostly both.

import type { NeedMention } from '../../../shared/briefs/brief-document.ts';
import type { NeedId } from '../../../shared/ids.ts';
import type { BriefLink } from '../../../shared/workspace/workspace-document.ts';

export interface LinkedNeed {
  readonly needId: NeedId;
  readonly isLinked: boolean;
  readonly isInText: boolean;
}

/** In the order in which they were linked, then those that stand in the text alone. `links` are of this brief. */
export function linkedNeeds(
  links: readonly Pick<BriefLink, 'needId' | 'at'>[],
  mentions: readonly Pick<NeedMention, 'needId'>[],
): LinkedNeed[] {
  const inText = new Set(mentions.map((mention) => mention.needId));
  const linked = [...links].sort((a, b) => (a.at < b.at ? -1 : 1)).map((link) => link.needId);
  return [
    ...linked.map((needId) => ({ needId, isLinked: true, isInText: inText.has(needId) })),
    ...[...inText]
      .filter((needId) => !linked.includes(needId))
      .map((needId) => ({ needId, isLinked: false, isInText: true })),
  ];
}
