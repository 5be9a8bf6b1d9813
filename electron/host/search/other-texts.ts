// What can be found besides the interviews' words and notes: needs by their label, briefs, people. Few and short, so they
// are put into an index in memory and never kept.
import { briefDocumentName, briefText } from '../../../shared/briefs/brief-document.ts';
import { BriefId } from '../../../shared/ids.ts';
import type { Need } from '../../../shared/needs/need.ts';
import { createSearchShard, type SearchShard, type SearchText } from '../../../shared/search/search-shard.ts';
import type { Vocabulary } from '../../../shared/search/vocabulary.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { HostContext } from '../host-context.ts';
import { leftOut } from '../needs/heard-interviews.ts';

/** Which of them a text is; its id is behind the colon of the text's. */
export type OtherKind = 'needs' | 'briefs' | 'people';

export interface OtherTexts {
  readonly shard: SearchShard<OtherKind>;
  /** Reads again what may have changed since the last time. */
  refresh(needs: readonly Need[]): Promise<void>;
  close(): void;
}

export function createOtherTexts(context: HostContext, vocabulary: Vocabulary): OtherTexts {
  const workspace = context.workspace();
  const shard = createSearchShard<OtherKind>(vocabulary);
  const known = new Map<string, string>();
  const bodies = new Map<BriefId, string>();
  let built: { readonly facts: WorkspaceFacts; readonly needs: readonly Need[] } | null = null;
  const stop = workspace.documents.onChange((name) => {
    const id = BriefId.safeParse(/^brief-(.*)$/.exec(name)?.[1]);
    if (!id.success) return;
    bodies.delete(id.data);
    built = null;
  });

  async function bodyOf(id: BriefId): Promise<string> {
    const kept = bodies.get(id);
    if (kept !== undefined) return kept;
    const read = () =>
      workspace.documents.read(briefDocumentName(id), (document) => briefText(document).toString());
    const body = (await leftOut(context, id, read)) ?? '';
    bodies.set(id, body);
    return body;
  }

  return {
    shard,
    async refresh(needs) {
      const facts = workspace.facts();
      if (built?.facts === facts && built.needs === needs) return;
      built = { facts, needs };
      const wanted: SearchText<OtherKind>[] = [...needTexts(needs), ...peopleTexts(facts)];
      for (const brief of facts.briefs) {
        if (brief.isArchived) continue;
        const text = `${brief.title}\n${await bodyOf(brief.id)}`;
        wanted.push({ id: `briefs:${brief.id}`, text, about: 'briefs' });
      }
      const ids = new Set(wanted.map((text) => text.id));
      for (const id of [...known.keys()].filter((one) => !ids.has(one))) {
        shard.drop(id);
        known.delete(id);
      }
      for (const text of wanted) {
        if (known.get(text.id) === text.text) continue;
        shard.put(text);
        known.set(text.id, text.text);
      }
    },
    close: stop,
  };
}

function needTexts(needs: readonly Need[]): SearchText<OtherKind>[] {
  return needs
    .filter((need) => need.status !== 'dismissed')
    .map((need) => ({ id: `needs:${need.id}`, text: need.label, about: 'needs' }));
}

function peopleTexts({ participants }: WorkspaceFacts): SearchText<OtherKind>[] {
  // Not the real name: what is found is shown to everybody who may search.
  return participants.map(({ id, pseudonym, description, fields }) => ({
    id: `people:${id}`,
    text: [pseudonym, description, ...Object.values(fields)].filter((part) => part !== '').join('\n'),
    about: 'people',
  }));
}
