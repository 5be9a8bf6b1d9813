import type * as Y from 'yjs';
import { BRIEF_SCHEMA } from '../../../shared/briefs/brief-document.ts';
import { INTERVIEW_SCHEMA } from '../../../shared/interviews/interview-document.ts';
import { WORKSPACE_DOCUMENT, WORKSPACE_SCHEMA } from '../../../shared/workspace/workspace-document.ts';

/** Whether a newer Earshot gave this document's fields another meaning: then it is read, and not written. */
export function isNewerDocument(name: string, document: Y.Doc): boolean {
  const schema: unknown = document.getMap('meta').get('schema');
  return typeof schema === 'number' && schema > knownSchema(name);
}

function knownSchema(name: string): number {
  if (name === WORKSPACE_DOCUMENT) return WORKSPACE_SCHEMA;
  return name.startsWith('brief-') ? BRIEF_SCHEMA : INTERVIEW_SCHEMA;
}
