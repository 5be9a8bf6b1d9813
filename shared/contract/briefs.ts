// The contract's part about briefs; their text goes through their documents.
import { z } from 'zod';
import { BriefId, NeedId } from '../ids.ts';
import { type Access, folder } from './parts.ts';

export interface ExportedBrief {
  readonly path: string;
  readonly text: string;
  readonly wasThere: boolean;
}

export const briefParams = {
  'briefs.create': z.object({ title: z.string().trim().min(1).max(200) }),
  'briefs.rename': z.object({ id: BriefId, title: z.string().trim().min(1).max(200) }),
  'briefs.archive': z.object({ id: BriefId, isArchived: z.boolean() }),
  'briefs.link': z.object({ id: BriefId, needId: NeedId }),
  'briefs.unlink': z.object({ id: BriefId, needId: NeedId }),
  'briefs.exportMarkdown': z.object({ id: BriefId, folder: folder.nullable() }),
} as const;

export interface BriefResults {
  'briefs.create': { readonly id: BriefId };
  'briefs.rename': null;
  'briefs.archive': null;
  'briefs.link': null;
  'briefs.unlink': null;
  'briefs.exportMarkdown': ExportedBrief;
}

export const briefAccess: Readonly<Record<keyof typeof briefParams, Access>> = {
  'briefs.create': 'member',
  'briefs.rename': 'member',
  'briefs.archive': 'member',
  'briefs.link': 'member',
  'briefs.unlink': 'member',
  'briefs.exportMarkdown': 'owner',
};
