// One brief as one Markdown file, complete in itself: words, not links; pseudonyms unless a name is allowed; front matter
// that Obsidian reads (flat, ISO dates, list-style tags: transcript-formats.md, "Formats worth exporting to").
import { needMentions } from '../briefs/brief-document.ts';
import type { BriefId, NeedId, PersonId } from '../ids.ts';
import { labelParts, type Need, type NotedEvidence, type Quote } from '../needs/need.ts';
import { oneEach } from '../needs/one-each.ts';
import { formatCallTime } from '../text/time.ts';
import type { Participant, Person } from '../workspace/people.ts';

export interface BriefExport {
  readonly id: BriefId;
  readonly title: string;
  readonly text: string;
  readonly workspaceName: string;
  readonly createdAt: string;
  readonly exportedAt: string;
  readonly needs: ReadonlyMap<NeedId, Need>;
  readonly interviews: number;
  readonly people: readonly Person[];
  readonly participants: readonly Participant[];
}

/** The front matter's mark by which a later export knows its own file. */
export function briefSource(id: BriefId): string {
  return `earshot:brief/${id}`;
}

const QUOTES_SHOWN = 3;

/** The whole file, ending in a line feed. */
export function briefMarkdown(brief: BriefExport): string {
  const body = resolveMentions(brief).trimEnd();
  const lines = [
    '---',
    `title: ${yamlText(brief.title)}`,
    `source: ${yamlText(briefSource(brief.id))}`,
    `workspace: ${yamlText(brief.workspaceName)}`,
    `created: ${brief.createdAt.slice(0, 10)}`,
    `exported: ${brief.exportedAt.slice(0, 10)}`,
    `interviews: ${brief.interviews}`,
    'tags:',
    '  - earshot',
    '  - problem-brief',
    '---',
    '',
    `# ${brief.title}`,
    '',
    // The sections are first-level headings while a brief is written; in the file they stand below its title.
    body.replace(/^(#{1,5}) /gm, '#$1 '),
  ];
  return `${lines.join('\n')}\n`;
}

/** Reads the mark of a file that may be an earlier export; null for any other file. */
export function readBriefSource(fileText: string): string | null {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(fileText.slice(0, 4_000))?.[1];
  const source = frontMatter?.match(/^source:\s*"?(earshot:brief\/[A-Za-z0-9_-]+)"?\s*$/m)?.[1];
  return source ?? null;
}

function resolveMentions(brief: BriefExport): string {
  let text = '';
  let from = 0;
  for (const mention of needMentions(brief.text)) {
    const need = brief.needs.get(mention.needId);
    text += brief.text.slice(from, mention.from);
    if (mention.isBlock)
      text += need ? evidenceBlock(need, brief) : '> This need is not in the workspace any more.';
    else
      text += need ? `“${labelParts(need.label).words}”` : '(a need that is not in the workspace any more)';
    from = mention.to;
  }
  return text + brief.text.slice(from);
}

/** Label, people, what was asked for, up to three quotes of different people, and who speaks against it. */
function evidenceBlock(need: Need, brief: BriefExport): string {
  const lines = [
    `> **${escapeMarkdown(labelParts(need.label).words)}**`,
    `> ${counts(need, brief.interviews)}`,
  ];
  const pair = pairLine(need);
  if (pair !== null) lines.push('>', `> ${pair}`);
  for (const quote of oneEach(need.quotes).slice(0, QUOTES_SHOWN))
    lines.push('>', ...quoteLines(quote, brief));
  const asked = need.pair?.asked.quote ?? oneEach(need.requests)[0];
  if (asked) lines.push('>', '> Asked for:', '>', ...quoteLines(asked, brief));
  if (need.noted.length > 0)
    lines.push('>', '> Noted, not recorded:', '>', ...need.noted.map((note) => notedLine(note, brief)));
  const against = oneEach(need.against);
  if (against.length > 0)
    lines.push('>', '> Against:', ...against.flatMap((quote) => ['>', ...quoteLines(quote, brief)]));
  return lines.join('\n');
}

/** What a person made of asked for and needed, counted over people; null while nobody did. */
function pairLine(need: Need): string | null {
  const asked = need.pair?.asked.text;
  const needed = need.pair?.needs.text ?? need.description?.text;
  if (!need.pair?.by || !asked || !needed) return null;
  const end = (text: string) => escapeMarkdown(text.replace(/[.\s]+$/, ''));
  return `${need.peopleAsking} asked for ${end(asked)}; ${need.people} ${need.people === 1 ? 'needs' : 'need'} ${end(needed)}.`;
}

/** A note is in no quotation marks: nobody's words are behind it. */
function notedLine(note: NotedEvidence, brief: BriefExport): string {
  const author = brief.people.find(({ id }) => id === note.author);
  const by =
    author === undefined ? `the ${ROLE_WORDS[note.role]}` : `${author.name}, ${ROLE_WORDS[note.role]}`;
  const words = note.text.replace(/\s+/g, ' ').trim();
  return `> - ${escapeMarkdown(words)} (${escapeMarkdown(speakerName(note, brief.participants))}, ${formatCallTime(note.atMs)}, noted by ${escapeMarkdown(by)})`;
}

function counts(need: Need, interviews: number): string {
  const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;
  const parts = [
    `Voiced by ${people(need.people)} in ${interviews} ${interviews === 1 ? 'interview' : 'interviews'}`,
  ];
  if (need.peopleNoted > 0) parts.push(`${people(need.peopleNoted)} more by notes alone`);
  if (need.peopleAsking > 0) parts.push(`${people(need.peopleAsking)} asked for something else`);
  if (need.against.length > 0)
    parts.push(`${people(new Set(need.against.map((quote) => quote.participantId)).size)} against`);
  return `${parts.join('; ')}.`;
}

function quoteLines(quote: Quote, brief: BriefExport): string[] {
  const words = quote.text.replace(/\s+/g, ' ').trim();
  const time = quote.startMs === null ? '' : `, ${formatCallTime(quote.startMs)}`;
  const broken = quote.isBroken ? ' (no longer matches the transcript)' : '';
  return [
    `> “${escapeMarkdown(words)}”`,
    `> — ${escapeMarkdown(speakerName(quote, brief.participants))}${time}, heard by ${heardBy(quote, brief.people)}${broken}`,
  ];
}

function speakerName(
  quote: Pick<Quote, 'participantId' | 'participant'>,
  participants: readonly Participant[],
): string {
  const participant = participants.find((one) => one.id === quote.participantId);
  return participant?.isNameExported && participant.realName !== ''
    ? participant.realName
    : quote.participant;
}

const ROLE_WORDS = {
  pm: 'PM',
  engineer: 'engineer',
  designer: 'designer',
  researcher: 'researcher',
  observer: 'observer',
} as const;

function heardBy(quote: Quote, people: readonly Person[]): string {
  const names = quote.inRoom.flatMap((id: PersonId) => {
    const person = people.find((one) => one.id === id);
    return person ? [`${escapeMarkdown(person.name)} (${ROLE_WORDS[person.role]})`] : [];
  });
  return names.length === 0 ? 'nobody in Earshot' : names.join(' and ');
}

/** What people said must stay what they said: no sign of theirs becomes mark-up, a link or HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
}

/** A double-quoted YAML scalar. */
function yamlText(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' '));
}
