// Briefs: made, named, linked to needs, exported. Their text is typed in the document itself.
import {
  BRIEF_SCHEMA,
  briefDocumentName,
  briefText,
  newBriefText,
} from '../../../shared/briefs/brief-document.ts';
import { BriefId } from '../../../shared/ids.ts';
import {
  appendEvent,
  BriefEntry,
  linkKey,
  putRecord,
  readWorkspace,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { exportBrief } from './export-brief.ts';

type Covered =
  | 'briefs.create'
  | 'briefs.rename'
  | 'briefs.archive'
  | 'briefs.link'
  | 'briefs.unlink'
  | 'briefs.exportMarkdown';

export function briefHandlers(context: HostContext): Pick<Handlers, Covered> {
  async function change(id: BriefId, kind: string, next: (before: BriefEntry) => BriefEntry): Promise<null> {
    const workspace = context.workspace();
    const by = await actingPerson(context);
    // Read inside the edit: of two changes at once, the second must not put back what the first has changed.
    await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
      const before = found(
        readWorkspace(document).briefs.find((brief) => brief.id === id),
        'brief',
      );
      putRecord(document, 'briefs', id, next(before));
      appendEvent(document, { at: context.now().toISOString(), by: by.id, kind, ref: id });
    });
    return null;
  }

  return {
    async 'briefs.create'({ title }) {
      const workspace = context.workspace();
      const by = await actingPerson(context);
      const id = BriefId.parse(context.newId());
      const at = context.now().toISOString();
      await workspace.documents.edit(briefDocumentName(id), (document) => {
        document.getMap('meta').set('schema', BRIEF_SCHEMA);
        document.getMap('meta').set('id', id);
        briefText(document).insert(0, newBriefText());
      });
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
        putRecord(
          document,
          'briefs',
          id,
          BriefEntry.parse({ id, title, createdAt: at, createdBy: by.id, isArchived: false }),
        );
        appendEvent(document, { at, by: by.id, kind: 'brief.created', ref: id });
      });
      return { id };
    },
    'briefs.rename': ({ id, title }) => change(id, 'brief.renamed', (before) => ({ ...before, title })),
    'briefs.archive': ({ id, isArchived }) =>
      change(id, 'brief.archived', (before) => ({ ...before, isArchived })),
    async 'briefs.link'({ id, needId }) {
      const workspace = context.workspace();
      found(
        workspace.facts().briefs.find((brief) => brief.id === id),
        'brief',
      );
      const by = await actingPerson(context);
      // From here on the need must outlive every re-run, whatever becomes of other decisions on it.
      await context.needs().keep(needId);
      const at = context.now().toISOString();
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
        putRecord(document, 'links', linkKey(id, needId), { briefId: id, needId, at, by: by.id });
        appendEvent(document, { at, by: by.id, kind: 'brief.linked', ref: linkKey(id, needId) });
      });
      return null;
    },
    async 'briefs.unlink'({ id, needId }) {
      const workspace = context.workspace();
      const by = await actingPerson(context);
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
        document.getMap('links').delete(linkKey(id, needId));
        appendEvent(document, {
          at: context.now().toISOString(),
          by: by.id,
          kind: 'brief.unlinked',
          ref: linkKey(id, needId),
        });
      });
      return null;
    },
    'briefs.exportMarkdown': ({ id, folder }) => exportBrief(context, id, folder),
  };
}
