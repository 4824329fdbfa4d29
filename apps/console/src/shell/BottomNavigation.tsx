import MoreIcon from '@mui/icons-material/Menu';
import Bar from '@mui/material/BottomNavigation';
import Action from '@mui/material/BottomNavigationAction';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session.js';
import {
  currentEntry,
  type NavigationEntry,
  permittedNavigation,
  phoneEntries,
  startPath,
} from './navigation.js';
import { useWaiting, waitingFigure } from './use-waiting.js';

/** Names that are too long for the bar. */
const SHORT: Partial<Record<NavigationEntry['name'], 'inboxShort' | 'dashboardShort'>> = {
  inbox: 'inboxShort',
  dashboard: 'dashboardShort',
};

/** On a phone: the pages met first, and a way to all others; each says what waits behind it. */
export function BottomNavigation({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  const { permissions, person } = useSession();
  const { pathname } = useLocation();
  const groups = permittedNavigation(permissions);
  const first = phoneEntries(groups, startPath(person.roles, permissions));
  const waiting = useWaiting();
  const further = groups
    .flatMap((group) => group.entries)
    .filter((entry) => !first.includes(entry) && (waiting[entry.name]?.count ?? 0) > 0);
  return (
    <Box component="nav" aria-label={t('shell.navigation')} sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Bar showLabels value={currentEntry(pathname, groups)?.path ?? ''}>
        {first.map((entry) => {
          const Icon = entry.icon;
          const one = waiting[entry.name];
          return (
            <Action
              key={entry.path}
              component={Link}
              to={entry.path}
              value={entry.path}
              label={t(`shell.${SHORT[entry.name] ?? entry.name}`)}
              icon={
                <Badge
                  badgeContent={one && one.count > 0 ? waitingFigure(one) : null}
                  color={one?.urgent ? 'error' : 'primary'}
                >
                  <Icon fontSize="small" />
                </Badge>
              }
              sx={{
                minWidth: 0,
                px: 0.5,
                '& .MuiBottomNavigationAction-label, & .MuiBottomNavigationAction-label.Mui-selected': {
                  whiteSpace: 'nowrap',
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                  maxWidth: 'calc(20vw - 8px)',
                  fontSize: '0.6875rem',
                },
              }}
            />
          );
        })}
        <Action
          value="more"
          label={t('shell.more')}
          icon={
            <Badge
              variant="dot"
              invisible={further.length === 0}
              color={further.some(({ name }) => waiting[name]?.urgent) ? 'error' : 'primary'}
            >
              <MoreIcon fontSize="small" />
            </Badge>
          }
          onClick={onMore}
          sx={{ minWidth: 0 }}
        />
      </Bar>
    </Box>
  );
}
