// A workspace's needs as lines for a terminal, in the app's words. Quotation marks stand around what was said and nothing else:
// what somebody noted names who noted it.
import { labelParts } from '../../shared/needs/need.ts';
import { formatCallTime } from '../../shared/text/time.ts';
import { oneLine } from './output.ts';
import type { ListedNeed, ListedNote, ListedQuote, WorkspaceNeeds } from './workspace-needs.ts';
import { counted } from './workspace-report.ts';

const QUOTES_SHOWN = 3;

/** Ends with a line feed. */
export function listWorkspaceNeeds(list: WorkspaceNeeds): string {
  const open = list.needs.filter(({ status }) => status !== 'dismissed');
  const weaker = open.filter(({ rank }) => rank === null);
  const dismissed = list.needs.filter(({ status }) => status === 'dismissed');
  const parts = [
    head(list, open),
    ...open.filter(({ rank }) => rank !== null).map(block),
    ...(weaker.length === 0 ? [] : ['Weaker signals', ...weaker.map(block)]),
    ...(dismissed.length === 0 ? [] : [['Dismissed', ...dismissed.map(dismissedLine)].join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head(list: WorkspaceNeeds, open: readonly ListedNeed[]): string {
  const recurring = open.filter(({ isRecurring }) => isRecurring).length;
  const weaker = open.length - recurring;
  const people = list.needs[0]?.peopleInStudy;
  const counts = `${recurring} recurring${weaker === 0 ? '' : `, ${weaker} weaker`}`;
  const from = people === undefined ? '' : `, from ${counted(people, 'person', 'people')}`;
  return [`${oneLine(list.workspace)}: ${counts}${from}`, ...freshness(list)].join('\n');
}

/** Whether the list holds everybody's words, and how to make it so. */
function freshness({ run, notInRun, interviewsWithWords }: WorkspaceNeeds): string[] {
  if (interviewsWithWords < 2)
    return [
      `Earshot needs words from at least two people; the workspace has ${interviewsWithWords === 0 ? 'none' : 'one'}.`,
    ];
  if (run === null) return ['Nothing computed yet. Add --find to compute it here.'];
  const [first, ...others] = notInRun;
  if (first === undefined) return [];
  const who = others.length === 0 ? `${oneLine(first)} is` : `${counted(notInRun.length, 'interview')} are`;
  return [`${who} not in this yet. Add --find to compute what is new.`];
}

function block(need: ListedNeed): string {
  const number = need.rank === null ? '-' : `${need.rank}.`;
  const marks = [
    ...(need.status === 'suggested' && need.rank !== null ? ['suggested'] : []),
    ...(need.namedBy === null ? [] : [`named by ${oneLine(need.namedBy)}`]),
    ...(need.isInLastRun ? [] : ['not found in the last run']),
  ];
  const label = `${number} ${oneLine(labelParts(need.label).words)}`;
  return [
    marks.length === 0 ? label : `${label} (${marks.join(', ')})`,
    ...[peopleLine(need), ...wordedLines(need), ...evidenceLines(need)].map((line) => `   ${line}`),
  ].join('\n');
}

function peopleLine(need: ListedNeed): string {
  const names = need.participants.length === 0 ? '' : `: ${oneLine(need.participants.join(', '))}`;
  const noted =
    need.peopleNoted === 0
      ? ''
      : `; ${counted(need.peopleNoted, 'more person', 'more people')} by notes alone`;
  const against = need.peopleAgainst === 0 ? '' : `; ${need.peopleAgainst} against`;
  return `${need.people} of ${counted(need.peopleInStudy, 'person', 'people')}${names}${noted}${against}`;
}

/** What the team worded, each with by whom. */
function wordedLines({ description, pair }: ListedNeed): string[] {
  const by = (name: string) => `(worded by ${oneLine(name)})`;
  const lines = description === null ? [] : [`in short: ${oneLine(description.text)} ${by(description.by)}`];
  if (pair?.by == null) return lines;
  for (const [side, name] of [
    [pair.asked, 'asked for'],
    [pair.needs, 'needed'],
  ] as const) {
    if (side.text !== null) lines.push(`${name}: ${oneLine(side.text)} ${by(pair.by)}`);
    if (side.quote !== null) lines.push(`${name}: ${quoteLine(side.quote)}`);
  }
  return lines;
}

function evidenceLines({ quotes, requests, against, noted, pair }: ListedNeed): string[] {
  const hidden = quotes.length - QUOTES_SHOWN;
  const asked = pair?.by == null ? null : pair.asked.quote;
  const isAboveAlready = (one: ListedQuote) => asked?.text === one.text && asked.startMs === one.startMs;
  const notedAs = (verdict: ListedNote['verdict']) => noted.filter((note) => note.verdict === verdict);
  return [
    ...quotes.slice(0, QUOTES_SHOWN).map(quoteLine),
    ...(hidden > 0 ? [`and ${counted(hidden, 'more quote')}`] : []),
    ...notedAs('for').map((note) => `noted: ${noteLine(note)}`),
    ...requests
      .filter((request) => !isAboveAlready(request))
      .map((request) => `asked for: ${quoteLine(request)}`),
    ...against.map((quote) => `against: ${quoteLine(quote)}`),
    ...notedAs('against').map((note) => `against, noted: ${noteLine(note)}`),
  ];
}

function quoteLine({ text, participant, startMs, isBroken }: ListedQuote): string {
  const time = startMs === null ? '' : `, ${formatCallTime(startMs)}`;
  const broken = isBroken ? ' (no longer matches the transcript)' : '';
  return `“${oneLine(text)}” ${oneLine(participant)}${time}${broken}`;
}

/** In no quotation marks: nobody's words are behind it. */
function noteLine({ text, participant, atMs, notedBy }: ListedNote): string {
  return `${oneLine(text)} (of ${oneLine(participant)}, ${formatCallTime(atMs)}, noted by ${oneLine(notedBy)})`;
}

function dismissedLine({ label, people }: ListedNeed): string {
  return `- ${oneLine(labelParts(label).words)} (${counted(people, 'person', 'people')})`;
}
