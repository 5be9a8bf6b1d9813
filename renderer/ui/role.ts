/** Whom a person stands for in an interview. The first two have a side and a colour of their own. */
export type Role = 'pm' | 'engineer' | 'designer' | 'researcher' | 'observer';

/** The role as it is written after a name: “Ines · PM”. */
export const roleNames: Readonly<Record<Role, string>> = {
  pm: 'PM',
  engineer: 'Engineer',
  designer: 'Designer',
  researcher: 'Researcher',
  observer: 'Observer',
};

/** The role inside a sentence: “19 notes by the PM, 19 by the engineer”. */
export const roleWords: Readonly<Record<Role, string>> = {
  pm: 'PM',
  engineer: 'engineer',
  designer: 'designer',
  researcher: 'researcher',
  observer: 'observer',
};

/** The three shapes: circle for the PM, square for the engineer, arch for everyone else. */
export function roleShape(role: Role): 'pm' | 'engineer' | 'other' {
  return role === 'pm' || role === 'engineer' ? role : 'other';
}
