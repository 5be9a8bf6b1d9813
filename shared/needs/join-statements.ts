import type { StatementRef } from './statement.ts';

/** The first list, then what the second adds, each statement once. */
export function joinStatements(
  first: readonly StatementRef[],
  second: readonly StatementRef[],
): StatementRef[] {
  const joined = new Map(first.map((statement) => [statement.id, statement]));
  for (const statement of second) if (!joined.has(statement.id)) joined.set(statement.id, statement);
  return [...joined.values()];
}
