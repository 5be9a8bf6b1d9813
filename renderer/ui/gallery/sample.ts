import type { StripCell } from '../people-strip.tsx';
import type { TrackNote } from '../track.tsx';

export const people = ['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Juniper', 'Linden', 'Maple', 'Rowan'];

/** A strip from one letter a person: f for, a against, s silent, p pending. */
export function strip(letters: string): readonly StripCell[] {
  const cells = { f: 'for', a: 'against', s: 'silent', p: 'pending' } as const;
  return Array.from(letters, (letter) => cells[letter as keyof typeof cells] ?? 'silent'); // unknown letters stay silent
}

/** Notes spread over 45 minutes, the same on every run. */
export function notes(pm: number, engineer: number, marked: number): readonly TrackNote[] {
  const at = (index: number, count: number, shift: number) =>
    ((index + 0.4) / count) * 2_700_000 + shift * ((index * 7919) % 90_000);
  return [
    ...Array.from({ length: pm }, (_, index) => ({
      atMs: at(index, pm, 1),
      role: 'pm' as const,
      isMarked: index < marked,
    })),
    ...Array.from({ length: engineer }, (_, index) => ({
      atMs: at(index, engineer, -0.7),
      role: 'engineer' as const,
    })),
  ];
}

export const both = [
  { name: 'Ines', role: 'pm', isPresent: true },
  { name: 'Tomas', role: 'engineer', isPresent: true },
] as const;

export const engineerOnly = [
  { name: 'Ines', role: 'pm', isPresent: false },
  { name: 'Tomas', role: 'engineer', isPresent: true },
] as const;
