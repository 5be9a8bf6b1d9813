// The navigation at the left: the workspace, search, the places, and who is within earshot. Below 1120 px it is a
// rail of icons, below 760 px a row of tabs at the bottom. It knows no store; places and people are handed in.
import { Lock, type LucideIcon, Search, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar, initialsFor } from './avatar.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { ariaKeys, Keycap } from './keycap.tsx';
import type { Role } from './role.ts';
import styles from './sidebar.module.css';
import { Tooltip } from './tooltip.tsx';
import { useMedia, widths } from './use-media.ts';

export interface Place<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: LucideIcon;
  /** A number, or “…” while it is not known. */
  readonly count?: number | '…' | undefined;
  /** 0 to 1 while something is computed there: a thin line under the name. */
  readonly progress?: number | undefined;
}

export interface PersonWithinEarshot {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** “this computer” after the name of whoever sits here. */
  readonly isHere?: boolean | undefined;
  readonly isConnected?: boolean | undefined;
}

export interface SidebarProps<Id extends string> {
  readonly places: readonly Place<Id>[];
  readonly current: Id | undefined;
  readonly onGo: (place: Id) => void;
  /** Normally a WorkspaceMenu. */
  readonly workspace: ReactNode;
  readonly onSearch?: (() => void) | undefined;
  /** Everyone who can hear this computer now; empty reads “Only this computer”. */
  readonly withinEarshot: readonly PersonWithinEarshot[];
  /** Instead of “Only this computer”, such as “Silent”. */
  readonly aloneText?: string | undefined;
  /** Opens “What leaves this computer”. */
  readonly onReach?: (() => void) | undefined;
  readonly onSettings?: (() => void) | undefined;
  readonly isFolded?: boolean | undefined;
}

/** The navigation of a workspace. */
export function Sidebar<Id extends string>(props: SidebarProps<Id>) {
  const { places, current, onGo, workspace, onSearch, onSettings, isFolded = false } = props;
  const isNarrow = useMedia(widths.rail);
  const isTabs = useMedia(widths.singleColumn);
  const isRail = (isFolded || isNarrow) && !isTabs;
  return (
    <nav className={classNames(styles.sidebar, isFolded && styles.folded)} aria-label="Workspace">
      <div className={styles.workspace}>{workspace}</div>
      {onSearch === undefined ? null : (
        <Tooltip text="Search" keys="Ctrl K" side="right" isDisabled={!isRail}>
          <button
            type="button"
            className={styles.place}
            onClick={onSearch}
            aria-keyshortcuts={ariaKeys('Ctrl K')}
          >
            <Icon of={Search} />
            <span className={styles.name}>Search</span>
            <span className={styles.count} aria-hidden="true">
              <Keycap keys="Ctrl K" />
            </span>
          </button>
        </Tooltip>
      )}
      {places.map((place) => (
        <PlaceButton
          key={place.id}
          place={place}
          isCurrent={place.id === current}
          isRail={isRail}
          onGo={() => onGo(place.id)}
        />
      ))}
      <div className={styles.foot}>
        <Reach {...props} isRail={isRail} />
        {onSettings === undefined ? null : (
          <Tooltip text="Settings and privacy" side="right" isDisabled={!isRail}>
            <button type="button" className={styles.settings} onClick={onSettings}>
              <Icon of={Settings} size={14} />
              <span className={styles.words}>Settings and privacy</span>
            </button>
          </Tooltip>
        )}
      </div>
    </nav>
  );
}

interface PlaceButtonProps<Id extends string> {
  readonly place: Place<Id>;
  readonly isCurrent: boolean;
  readonly isRail: boolean;
  readonly onGo: () => void;
}

function PlaceButton<Id extends string>({ place, isCurrent, isRail, onGo }: PlaceButtonProps<Id>) {
  return (
    <Tooltip text={place.label} side="right" isDisabled={!isRail}>
      <button
        type="button"
        className={styles.place}
        onClick={onGo}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon of={place.icon} />
        <span className={styles.name}>{place.label}</span>
        {place.count === undefined ? null : <span className={styles.count}>{place.count}</span>}
        {place.progress === undefined ? null : (
          <progress
            className={styles.progress}
            max={1}
            value={place.progress}
            aria-label={`${place.label}, computing`}
          />
        )}
      </button>
    </Tooltip>
  );
}

function Reach<Id extends string>({
  withinEarshot,
  aloneText = 'Only this computer',
  onReach,
  isRail,
}: SidebarProps<Id> & { readonly isRail: boolean }) {
  const initials = initialsFor(withinEarshot.map((person) => person.name));
  const people = (
    <>
      <span className={styles.label}>Within earshot</span>
      {withinEarshot.length === 0 ? (
        <span className={styles.person}>
          <Icon of={Lock} size={14} />
          <span className={styles.words}>{aloneText}</span>
        </span>
      ) : null}
      {withinEarshot.map((person, index) => (
        <span key={person.id} className={styles.person}>
          <Avatar
            name={person.name}
            role={person.role}
            initials={initials[index]}
            isAway={person.isHere !== true && person.isConnected === false}
            isDecorative
          />
          <span className={styles.words}>
            {person.isHere ? `${person.name}, this computer` : person.name}
          </span>
          {person.isHere ? null : <Presence isConnected={person.isConnected !== false} />}
        </span>
      ))}
    </>
  );
  if (onReach === undefined) return <div className={styles.reach}>{people}</div>;
  return (
    <Tooltip text="What leaves this computer" side="right" isDisabled={!isRail}>
      <button type="button" className={styles.reach} onClick={onReach}>
        {people}
      </button>
    </Tooltip>
  );
}

function Presence({ isConnected }: { readonly isConnected: boolean }) {
  return (
    <>
      <span className={classNames(styles.dot, !isConnected && styles.gone)} aria-hidden="true" />
      <span className="visually-hidden">{isConnected ? ', here now' : ', away'}</span>
    </>
  );
}
