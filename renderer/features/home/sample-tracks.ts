// A drawing of the sample's interviews for the first screen, before there is a workspace to read them from.
import type { TrackNote } from '../../ui/track.tsx';

export const SAMPLE_LENGTH_MS = 8 * 60_000;

interface SampleInterview {
  readonly name: string;
  readonly about: string;
  readonly notes: readonly TrackNote[];
  readonly room: readonly {
    readonly name: string;
    readonly role: 'pm' | 'engineer';
    readonly isPresent: boolean;
  }[];
}

function notes(
  role: 'pm' | 'engineer',
  seconds: readonly number[],
  marked: readonly number[] = [],
): TrackNote[] {
  return seconds.map((second) => ({ atMs: second * 1_000, role, isMarked: marked.includes(second) }));
}

function room(isPmThere: boolean): SampleInterview['room'] {
  return [
    { name: 'Ines', role: 'pm', isPresent: isPmThere },
    { name: 'Tomas', role: 'engineer', isPresent: true },
  ];
}

export const SAMPLE_INTERVIEWS: readonly SampleInterview[] = [
  {
    name: 'Alder',
    about: 'Owner, two cafés',
    notes: [
      ...notes('pm', [60, 118, 160, 190, 225, 262, 340, 410, 452], [340]),
      ...notes('engineer', [40, 75, 150, 240, 300, 372, 430], [40]),
    ],
    room: room(true),
  },
  {
    name: 'Hazel',
    about: 'Bar manager',
    notes: [
      ...notes('pm', [70, 110, 170, 235, 280, 330, 402], [170]),
      ...notes('engineer', [52, 90, 142, 210, 300, 360, 440], [300]),
    ],
    room: room(true),
  },
  {
    name: 'Linden',
    about: 'Sous-chef, hotel',
    notes: notes('engineer', [130, 145, 200, 262, 290, 310, 330, 370, 392], [130, 262]),
    room: room(false),
  },
];
