// The exported file as a Markdown reader shows it, made from the same text that the export writes. No HTML in it is
// drawn, and links lead nowhere from here.
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { briefMarkdown } from '../../../shared/exports/brief-markdown.ts';
import { needsById } from '../../../shared/needs/need.ts';
import type { BriefEntry, WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import styles from './brief-preview.module.css';

export interface BriefPreviewProps {
  readonly brief: BriefEntry;
  readonly text: string;
  readonly facts: WorkspaceFacts;
  /** Null while it is not known: needs read as not there then. */
  readonly view: NeedsView | null;
  readonly now: Date;
}

export function BriefPreview({ brief, text, facts, view, now }: BriefPreviewProps) {
  const file = briefMarkdown({
    id: brief.id,
    title: brief.title,
    text,
    workspaceName: facts.name,
    createdAt: brief.createdAt,
    exportedAt: now.toISOString(),
    needs: needsById(view?.needs ?? []),
    interviews: view?.interviewsWithWords ?? 0,
    people: facts.people,
    participants: facts.participants,
  });
  return (
    <section className={styles.preview} aria-label="The exported file">
      <Markdown
        remarkPlugins={[remarkGfm]}
        skipHtml
        // Nothing leaves this computer by being looked at: no picture is fetched, no page opened.
        disallowedElements={['img']}
        components={{ h1: () => null, a: ({ children }) => <span className={styles.link}>{children}</span> }}
      >
        {withoutFrontMatter(file)}
      </Markdown>
    </section>
  );
}

function withoutFrontMatter(file: string): string {
  return file.replace(/^---\n[\s\S]*?\n---\n/, '');
}
