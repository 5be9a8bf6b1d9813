// Every method and event of the host, in one table: params schema, who may call it, what it answers. The client, the
// router and all doors derive from it. Text that people type together is not here: it goes through the documents.
import type { z } from 'zod';
import { type BriefResults, briefAccess, briefParams } from './contract/briefs.ts';
import {
  type InterviewEvents,
  type InterviewResults,
  interviewAccess,
  interviewParams,
} from './contract/interviews.ts';
import { type LikeTagResults, likeTagAccess, likeTagParams } from './contract/like-tag.ts';
import { type ModelResults, modelAccess, modelParams } from './contract/model.ts';
import { type NeedEvents, type NeedResults, needAccess, needParams } from './contract/needs.ts';
import type { Access } from './contract/parts.ts';
import { type PeerEvents, type PeerResults, peerAccess, peerParams } from './contract/peers.ts';
import {
  type RecordingEvents,
  type RecordingResults,
  recordingAccess,
  recordingParams,
} from './contract/recordings.ts';
import { type SearchEvents, type SearchResults, searchAccess, searchParams } from './contract/search.ts';
import { type SessionEvents, type SessionResults, sessionAccess, sessionParams } from './contract/session.ts';
import { type SharingEvents, type SharingResults, sharingAccess, sharingParams } from './contract/sharing.ts';
import {
  type TranscriptEvents,
  type TranscriptResults,
  transcriptAccess,
  transcriptParams,
} from './contract/transcripts.ts';
import { type WordMarkResults, wordMarkAccess, wordMarkParams } from './contract/word-marks.ts';

/** The params of every method. A method's answer is in `Results`. */
export const params = {
  ...sessionParams,
  ...sharingParams,
  ...interviewParams,
  ...transcriptParams,
  ...wordMarkParams,
  ...recordingParams,
  ...needParams,
  ...modelParams,
  ...likeTagParams,
  ...briefParams,
  ...peerParams,
  ...searchParams,
} as const;

export type Method = keyof typeof params;
export type Params<M extends Method> = z.infer<(typeof params)[M]>;

export interface Results
  extends SessionResults,
    SharingResults,
    InterviewResults,
    TranscriptResults,
    WordMarkResults,
    RecordingResults,
    NeedResults,
    ModelResults,
    LikeTagResults,
    BriefResults,
    PeerResults,
    SearchResults {}

export const access: Readonly<Record<Method, Access>> = {
  ...sessionAccess,
  ...sharingAccess,
  ...interviewAccess,
  ...transcriptAccess,
  ...wordMarkAccess,
  ...recordingAccess,
  ...needAccess,
  ...modelAccess,
  ...likeTagAccess,
  ...briefAccess,
  ...peerAccess,
  ...searchAccess,
};

/** What the host tells every door. Payloads carry ids; whoever needs more asks. */
export interface Events
  extends SessionEvents,
    SharingEvents,
    InterviewEvents,
    TranscriptEvents,
    RecordingEvents,
    NeedEvents,
    PeerEvents,
    SearchEvents {}
export type EventName = keyof Events;
