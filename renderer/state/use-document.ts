// The documents as the screens see them. Each hook answers at once; look at `state.kind` before taking empty for empty.
import { useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { briefDocumentName } from '../../shared/briefs/brief-document.ts';
import type { BriefId, InterviewId } from '../../shared/ids.ts';
import {
  type InterviewFacts,
  interviewDocumentName,
  readInterview,
} from '../../shared/interviews/interview-document.ts';
import { readWorkspace, type WorkspaceFacts } from '../../shared/workspace/workspace-document.ts';
import type { DocumentState } from '../client/shared-document.ts';
import type { DocumentHandle } from '../client/workspace-documents.ts';
import type { DocumentSnapshot, DocumentView } from './document-view.ts';
import { useHost } from './host-context.tsx';

export interface WorkspaceView extends Opened {
  readonly facts: WorkspaceFacts;
}

export interface InterviewView extends Opened {
  readonly facts: InterviewFacts;
}

/** `handle` and `document` are null only in the first render; they change when another workspace is opened. */
export interface Opened {
  readonly handle: DocumentHandle | null;
  readonly document: Y.Doc | null;
  readonly state: DocumentState;
}

const noWorkspace = readWorkspace(new Y.Doc());
const noInterview = readInterview(new Y.Doc());

/** The workspace's records, read anew at most once a frame. Empty before they have come. */
export function useWorkspace(): WorkspaceFacts {
  return useWorkspaceView().facts;
}

/** The workspace's records, with the state of their document. */
export function useWorkspaceView(): WorkspaceView {
  const view = useView(useHost().views.workspace);
  return { ...view, facts: view.facts ?? noWorkspace };
}

export function useInterview(id: InterviewId): InterviewView {
  const view = useView(useHost().views.interview(interviewDocumentName(id)));
  return { ...view, facts: view.facts ?? noInterview };
}

export function useBriefDocument(id: BriefId): Opened {
  return useView(useHost().views.plain(briefDocumentName(id)));
}

function useView<F>(view: DocumentView<F>): DocumentSnapshot<F> {
  return useSyncExternalStore(view.subscribe, view.snapshot);
}
