// Everything of a need that can be chosen, moved or marked, as one list for the keys to walk through.
import type { Need, NotedEvidence, Quote } from '../../../../shared/needs/need.ts';
import { oneEach } from '../../../../shared/needs/one-each.ts';

export type EvidenceSection = 'for' | 'noted' | 'request' | 'against' | 'candidate';

export type EvidenceRow =
  | {
      readonly kind: 'quote';
      readonly section: Exclude<EvidenceSection, 'noted'>;
      readonly key: string;
      readonly participantId: string;
      readonly quote: Quote;
    }
  | {
      readonly kind: 'note';
      readonly section: 'noted';
      readonly key: string;
      readonly participantId: string;
      readonly note: NotedEvidence;
    };

/** In the order of the page. */
export function evidenceRows(need: Need, shown: 'each' | 'all'): EvidenceRow[] {
  const quotes = (section: Exclude<EvidenceSection, 'noted'>, list: readonly Quote[]) =>
    list.map((quote): EvidenceRow => {
      const { id: key, participantId } = quote;
      return { kind: 'quote', section, key, participantId, quote };
    });
  return [
    ...quotes('for', shown === 'each' ? oneEach(need.quotes) : need.quotes),
    ...need.noted.map((note): EvidenceRow => {
      const { key, participantId } = note;
      return { kind: 'note', section: 'noted', key, participantId, note };
    }),
    ...quotes('request', need.requests),
    ...quotes('against', need.against),
    ...quotes('candidate', need.againstCandidates),
  ];
}
