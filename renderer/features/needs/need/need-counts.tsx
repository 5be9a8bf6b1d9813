import type { Need } from '../../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import { RoomMark } from '../../../ui/role-mark.tsx';
import needsStyles from '../needs.module.css';
import styles from './need.module.css';

/** People first, then quotes; those against and those known from notes alone are counted apart. */
export function NeedCounts({ need, facts }: { readonly need: Need; readonly facts: WorkspaceFacts }) {
  return (
    <p className={needsStyles.counts}>
      <PeopleStrip
        size="big"
        cells={need.stances.map((cell) => cell.stance)}
        names={need.stances.map((cell) => cell.participant)}
      />
      <span>
        <b>{need.people}</b> of {need.stances.length} people
      </span>
      <span>
        {need.quotes.length} {need.quotes.length === 1 ? 'quote' : 'quotes'}
      </span>
      {need.peopleNoted === 0 ? null : (
        <span>
          {need.peopleNoted} more {need.peopleNoted === 1 ? 'person' : 'people'} by notes alone
        </span>
      )}
      {need.peopleAgainst === 0 ? null : <span className={styles.against}>{need.peopleAgainst} against</span>}
      <InRoom need={need} facts={facts} />
    </p>
  );
}

/** Said only when it holds for everybody: “all 7 heard by both”. */
function InRoom({ need, facts }: { readonly need: Need; readonly facts: WorkspaceFacts }) {
  const [first] = need.quotes;
  if (first === undefined) return null;
  const heardByAll = first.inRoom.filter((id) => need.quotes.every((quote) => quote.inRoom.includes(id)));
  const people = heardByAll.flatMap((id) => facts.people.find((one) => one.id === id) ?? []);
  if (people.length === 0) return null;
  return (
    <span>
      <RoomMark people={people.map(({ name, role }) => ({ name, role, isPresent: true }))} /> heard all of it
    </span>
  );
}
