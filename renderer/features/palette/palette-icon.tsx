import {
  ALargeSmall,
  ArrowRight,
  FilePlus,
  FileText,
  FolderOpen,
  FolderPlus,
  Keyboard,
  Layers,
  Link,
  LogIn,
  type LucideIcon,
  MessagesSquare,
  Monitor,
  Moon,
  NotebookPen,
  Plus,
  Quote,
  Radio,
  Search,
  Settings,
  Sun,
  Upload,
  User,
  UserPlus,
} from 'lucide-react';
import { tagMark } from '../../../shared/workspace/tags.ts';
import { Icon } from '../../ui/icon.tsx';
import { TagShape } from '../../ui/tag-shape.tsx';
import type { Command } from './palette-commands.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** What kind of thing an entry is, drawn. The words beside it say it too. */
export function PaletteIcon({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.tag !== undefined) return <TagShape shape={tagMark(entry.tag)} tone={entry.tag.tone} size={16} />;
  return <Icon of={iconOf(entry)} />;
}

function iconOf({ act, kind }: PaletteEntry): LucideIcon {
  if (act.kind === 'command') return commandIcons[act.command];
  if (act.kind === 'link') return Link;
  return kindIcons[kind];
}

const kindIcons: Readonly<Record<PaletteEntry['kind'], LucideIcon>> = {
  needs: Layers,
  said: Quote,
  notes: NotebookPen,
  briefs: FileText,
  people: User,
  interviews: MessagesSquare,
  tags: ArrowRight,
  places: ArrowRight,
  commands: ArrowRight,
};

const commandIcons: Readonly<Record<Command['id'], LucideIcon>> = {
  'new-interview': Plus,
  import: Upload,
  'find-needs': Search,
  'new-brief': FilePlus,
  share: UserPlus,
  join: LogIn,
  'new-workspace': FolderPlus,
  'open-folder': FolderOpen,
  keyboard: Keyboard,
  settings: Settings,
  privacy: Radio,
  'theme-light': Sun,
  'theme-dark': Moon,
  'theme-system': Monitor,
  'text-size': ALargeSmall,
};
