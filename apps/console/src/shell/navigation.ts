import ApprovalsIcon from '@mui/icons-material/HowToReg';
import AuditIcon from '@mui/icons-material/Gavel';
import ChannelsIcon from '@mui/icons-material/Campaign';
import ClassificationIcon from '@mui/icons-material/Tune';
import ColleaguesIcon from '@mui/icons-material/Handshake';
import FundamentalsIcon from '@mui/icons-material/AutoStories';
import ImportsIcon from '@mui/icons-material/UploadFile';
import ContactsIcon from '@mui/icons-material/Contacts';
import DashboardIcon from '@mui/icons-material/SpaceDashboard';
import DisplaysIcon from '@mui/icons-material/Tv';
import DrillsIcon from '@mui/icons-material/LocalFireDepartment';
import DutyIcon from '@mui/icons-material/EventAvailable';
import EscalationsIcon from '@mui/icons-material/NotificationsActive';
import MessagesIcon from '@mui/icons-material/Roofing';
import IncidentsIcon from '@mui/icons-material/CrisisAlert';
import InvitationsIcon from '@mui/icons-material/MarkChatUnread';
import InboxIcon from '@mui/icons-material/Inbox';
import LibraryIcon from '@mui/icons-material/MenuBook';
import PeopleIcon from '@mui/icons-material/Groups';
import PoliciesIcon from '@mui/icons-material/AccountTree';
import RepliesIcon from '@mui/icons-material/Outbox';
import RequestsIcon from '@mui/icons-material/ContactSupport';
import SourcesIcon from '@mui/icons-material/Sensors';
import StakeholdersIcon from '@mui/icons-material/Hub';
import SystemIcon from '@mui/icons-material/MonitorHeart';
import TopicsIcon from '@mui/icons-material/TravelExplore';
import TrainingIcon from '@mui/icons-material/School';
import WorkshopsIcon from '@mui/icons-material/Diversity3';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Permission } from '#platform/contract';

export interface NavigationEntry {
  path: string;
  /** Key of its name under `shell`. */
  name:
    | 'inbox'
    | 'library'
    | 'keyMessages'
    | 'approvals'
    | 'requests'
    | 'invitations'
    | 'colleagues'
    | 'contacts'
    | 'stakeholders'
    | 'workshops'
    | 'fundamentals'
    | 'drills'
    | 'replies'
    | 'escalations'
    | 'incidents'
    | 'policies'
    | 'duty'
    | 'dashboard'
    | 'displays'
    | 'topics'
    | 'training'
    | 'classification'
    | 'sources'
    | 'imports'
    | 'channels'
    | 'people'
    | 'audit'
    | 'system';
  icon: SvgIconComponent;
  /** The right without which the page is not offered. */
  permission: Permission;
}

export interface NavigationGroup {
  name: 'groupWork' | 'groupTrades' | 'groupWatch' | 'groupSettings';
  entries: readonly NavigationEntry[];
}

export const NAVIGATION: readonly NavigationGroup[] = [
  {
    name: 'groupWork',
    entries: [
      { path: '/inbox', name: 'inbox', icon: InboxIcon, permission: 'mentions.read' },
      { path: '/escalations', name: 'escalations', icon: EscalationsIcon, permission: 'escalations.read' },
      { path: '/incidents', name: 'incidents', icon: IncidentsIcon, permission: 'incidents.read' },
      { path: '/library', name: 'library', icon: LibraryIcon, permission: 'answers.read' },
      { path: '/library/approvals', name: 'approvals', icon: ApprovalsIcon, permission: 'answers.approve' },
      { path: '/requests', name: 'requests', icon: RequestsIcon, permission: 'answers.read' },
      { path: '/replies', name: 'replies', icon: RepliesIcon, permission: 'mentions.read' },
      {
        path: '/invitations',
        name: 'invitations',
        icon: InvitationsIcon,
        permission: 'invitations.answer',
      },
      { path: '/colleagues', name: 'colleagues', icon: ColleaguesIcon, permission: 'mentions.read' },
    ],
  },
  {
    name: 'groupTrades',
    entries: [
      { path: '/messages', name: 'keyMessages', icon: MessagesIcon, permission: 'answers.read' },
      { path: '/contacts', name: 'contacts', icon: ContactsIcon, permission: 'contacts.read' },
      {
        path: '/stakeholders',
        name: 'stakeholders',
        icon: StakeholdersIcon,
        permission: 'stakeholders.read',
      },
      { path: '/workshops', name: 'workshops', icon: WorkshopsIcon, permission: 'workshops.read' },
      {
        path: '/fundamentals',
        name: 'fundamentals',
        icon: FundamentalsIcon,
        permission: 'training.read',
      },
      { path: '/drills', name: 'drills', icon: DrillsIcon, permission: 'drills.read' },
    ],
  },
  {
    name: 'groupWatch',
    entries: [
      { path: '/dashboard', name: 'dashboard', icon: DashboardIcon, permission: 'topics.read' },
      { path: '/topics', name: 'topics', icon: TopicsIcon, permission: 'topics.read' },
      { path: '/training', name: 'training', icon: TrainingIcon, permission: 'training.read' },
    ],
  },
  {
    name: 'groupSettings',
    entries: [
      { path: '/policies', name: 'policies', icon: PoliciesIcon, permission: 'escalations.read' },
      { path: '/on-call', name: 'duty', icon: DutyIcon, permission: 'escalations.read' },
      {
        path: '/classification',
        name: 'classification',
        icon: ClassificationIcon,
        permission: 'lexicon.read',
      },
      { path: '/sources', name: 'sources', icon: SourcesIcon, permission: 'sources.read' },
      { path: '/imports', name: 'imports', icon: ImportsIcon, permission: 'imports.read' },
      { path: '/channels', name: 'channels', icon: ChannelsIcon, permission: 'notifications.manage' },
      { path: '/displays', name: 'displays', icon: DisplaysIcon, permission: 'displays.manage' },
      { path: '/people', name: 'people', icon: PeopleIcon, permission: 'people.read' },
      { path: '/audit', name: 'audit', icon: AuditIcon, permission: 'audit.read' },
      { path: '/system', name: 'system', icon: SystemIcon, permission: 'system.read' },
    ],
  },
];

/** The groups with what the person may open; empty groups are left out. */
export function permittedNavigation(permissions: readonly Permission[]): NavigationGroup[] {
  return NAVIGATION.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => permissions.includes(entry.permission)),
  })).filter((group) => group.entries.length > 0);
}

/** How many pages the bar of a phone has room for, beside the way to all others. */
const IN_THE_BAR = 4;

/** For the bar of a phone: where the person starts, then what waits for somebody to decide, then the rest in its order. */
export function phoneEntries(groups: readonly NavigationGroup[], start: string): NavigationEntry[] {
  const entries = groups.flatMap((group) => group.entries);
  const weight = ({ path, name }: NavigationEntry) =>
    path === start ? 0 : name === 'approvals' ? 2 : entries.findIndex((one) => one.path === path) + 1;
  return entries
    .map((entry) => ({ entry, weight: weight(entry) }))
    .sort((a, b) => a.weight - b.weight)
    .slice(0, IN_THE_BAR)
    .map(({ entry }) => entry);
}

/** Where `/` leads: those who only read want to know where things stand, others open the first page that they may. */
export function startPath(roles: readonly string[], permissions: readonly Permission[]): string {
  const reader = roles.length > 0 && roles.every((role) => role === 'executive');
  if (reader && permissions.includes('topics.read')) return '/dashboard';
  return permittedNavigation(permissions)[0]?.entries[0]?.path ?? '/inbox';
}

/** The entry that a page belongs to: the one with the longest path that begins the page's. */
export function currentEntry(
  pathname: string,
  groups: readonly NavigationGroup[],
): NavigationEntry | undefined {
  return groups
    .flatMap((group) => group.entries)
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
