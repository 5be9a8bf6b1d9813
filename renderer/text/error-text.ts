// Error codes in words: what happened, what was kept, what to do. No codes, no blame, no exclamation marks.
import type { AppErrorData, ErrorCode } from '../../shared/errors.ts';

export interface ErrorWords {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
}

/** Words for any error that came through a door. */
export function errorWords(error: Pick<AppErrorData, 'code' | 'message' | 'details'>): ErrorWords {
  return WORDS[error.code](error.details, error.message);
}

/** A refusal in one breath, for the edge of the screen: what happened, what was kept, what to do. */
export function refusalText(error: Pick<AppErrorData, 'code' | 'message' | 'details'>): string {
  const { title, kept, next } = errorWords(error);
  return `${title}. ${kept} ${next}`;
}

type Write = (details: Readonly<Record<string, unknown>>, message: string) => ErrorWords;

const WORDS: Readonly<Record<ErrorCode, Write>> = {
  'invalid-input': () => ({
    title: 'That could not be done as asked',
    happened: 'Something in it was not filled in the way Earshot can use.',
    kept: 'Nothing was changed.',
    next: 'Look at what you entered and try again.',
  }),
  'unknown-method': () => reload('This page asks for something that this Earshot does not know.'),
  'not-allowed': () => ({
    title: 'You cannot change this here',
    happened: 'Your role in this workspace reads, and does not write.',
    kept: 'Nothing was changed.',
    next: 'Ask whoever shared it for a role that writes.',
  }),
  'not-found': () => ({
    title: 'It is not here any more',
    happened: 'Somebody removed it, or the link belongs to another workspace.',
    kept: 'Everything else is as it was.',
    next: 'Go back to Home and open it from there.',
  }),
  'not-a-model': () => ({
    title: 'This folder holds no encoder Earshot can read',
    happened: 'It needs the encoder (ONNX), tokenizer.json and heads.json.',
    kept: 'The encoder that was in use stays in use.',
    next: 'Choose the folder that holds these files.',
  }),
  'built-upon': () => ({
    title: 'Later decisions rest on this one',
    happened: 'Somebody worked on with what it brought.',
    kept: 'All decisions are as they were.',
    next: 'Undo the later ones first, or merge what was split.',
  }),
  'no-workspace': () => ({
    title: 'No workspace is open',
    happened: 'This needs an open workspace, and there is none.',
    kept: 'Nothing was changed.',
    next: 'Open one, or make a new one.',
  }),
  'workspace-locked': () => ({
    title: 'This folder is open in another Earshot',
    happened: 'Two programs that write into one folder would spoil it, so only one may.',
    kept: 'Nothing was changed.',
    next: 'Close the other Earshot first, then try again.',
  }),
  'workspace-newer': () => ({
    title: 'This workspace was opened by a newer Earshot',
    happened: 'It was written in a way that this version does not know.',
    kept: 'The folder is untouched. You can read and export everything.',
    next: 'Update Earshot to write in it.',
  }),
  'workspace-read-only': () => ({
    title: 'This workspace is open to read',
    happened: 'It cannot be changed from here.',
    kept: 'Nothing was changed.',
    next: 'You can still read and export everything.',
  }),
  'not-a-workspace': () => ({
    title: 'This folder is no workspace',
    happened: 'It has no earshot.json that Earshot can read.',
    kept: 'Nothing in the folder was touched.',
    next: 'Choose the folder that holds earshot.json, or make a new workspace.',
  }),
  'folder-not-usable': (details) => ({
    title: 'This folder cannot be used',
    happened:
      details.reason === 'not-empty'
        ? 'It holds files already, and a new workspace never goes among them.'
        : 'The system does not let Earshot read or write it.',
    kept: 'Nothing in it was touched.',
    next: 'Choose another folder.',
  }),
  'disk-full': () => ({
    title: 'The disk is full',
    happened: 'There was no space left to write.',
    kept: 'Everything up to here is on the disk, and what you typed since is still in this window.',
    next: 'Free some space. Earshot tries again by itself.',
  }),
  'storage-failed': (_, message) => ({
    title: 'The disk did not take it',
    happened: sentence(message),
    kept: 'What was saved before is safe, and what you typed since is still in this window.',
    next: 'Check that the folder is still there and can be written, then try again.',
  }),
  'unreadable-file': (_, message) => ({
    title: 'This file cannot be read',
    happened: sentence(message),
    kept: 'Nothing was imported from it.',
    next: 'Export it again from the call tool and choose the transcript, as VTT, SRT or text.',
  }),
  'too-large': (_, message) => ({
    title: 'That is too large',
    happened: sentence(message),
    kept: 'Nothing was changed.',
    next: 'Try a smaller file.',
  }),
  'already-imported': () => ({
    title: 'This file is here already',
    happened: 'The same file, byte for byte, was imported before.',
    kept: 'The earlier import is as it was.',
    next: 'Open it where it is.',
  }),
  'engine-failed': () => ({
    title: 'Computing stopped',
    happened: 'The part of Earshot that reads interviews ended before it was done.',
    kept: 'The last result, and all names and decisions. Nothing was changed.',
    next: 'Try again. If it happens again, copy the details.',
  }),
  'model-missing': () => ({
    title: 'The encoder is missing',
    happened: 'The folder of the encoder is not there, or it cannot be read.',
    kept: 'All needs, names and decisions. Nothing was recomputed.',
    next: 'Install Earshot again, or put the folder back.',
  }),
  cancelled: () => ({
    title: 'Stopped',
    happened: 'You stopped it.',
    kept: 'Nothing was changed.',
    next: 'Start it again when you like.',
  }),
  'not-our-file': (details) => ({
    title: 'Another file has this name',
    happened: `Earshot did not write ${typeof details.path === 'string' ? details.path : 'it'}, so it does not write over it.`,
    kept: 'The file is as it was.',
    next: 'Rename the brief, or export into another folder.',
  }),
  'protocol-mismatch': () => reload('Earshot was updated while this page was open.'),
  'connection-lost': () => ({
    title: 'The connection was lost',
    happened: 'Earshot did not answer.',
    kept: 'What you typed stays in this window and is sent when the connection is back.',
    next: 'Wait a moment, or try again.',
  }),
  'sharing-failed': () => ({
    title: 'No port could be opened',
    happened: 'The system or a firewall refuses it.',
    kept: 'Everything; nobody else can hear this computer.',
    next: 'Allow Earshot to accept connections, then try again.',
  }),
  'not-invited': () => ({
    title: 'This invite opens no door now',
    happened: 'It has ended, or the room is full.',
    kept: 'What you wrote stays where it is.',
    next: 'Ask who invited you for a new one.',
  }),
  internal: () => ({
    title: 'Earshot made a mistake',
    happened: 'Something failed that should not have.',
    kept: 'Everything that was shown as saved.',
    next: 'Try again. If it happens again, restart Earshot; its log says more.',
  }),
};

function reload(happened: string): ErrorWords {
  return {
    title: 'This page is older than Earshot',
    happened,
    kept: 'Everything that was shown as saved.',
    next: 'Load the page again.',
  };
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?]$/.test(text) ? text : `${text}.`;
}
