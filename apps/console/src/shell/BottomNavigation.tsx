import MoreIcon from '@mui/icons-material/Menu';
import Bar from '@mui/material/BottomNavigation';
import Action from '@mui/material/BottomNavigationAction';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session.js';
import { currentEntry, permittedNavigation } from './navigation.js';

/** On a phone: the first four pages, and a way to all others. */
export function BottomNavigation({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const groups = permittedNavigation(permissions);
  const first = groups.flatMap((group) => group.entries).slice(0, 4);
  return (
    <Box component="nav" aria-label={t('shell.navigation')} sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Bar showLabels value={currentEntry(pathname, groups)?.path ?? ''}>
        {first.map((entry) => {
          const Icon = entry.icon;
          return (
            <Action
              key={entry.path}
              component={Link}
              to={entry.path}
              value={entry.path}
              label={t(entry.name === 'inbox' ? 'shell.inboxShort' : `shell.${entry.name}`)}
              icon={<Icon fontSize="small" />}
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
          icon={<MoreIcon fontSize="small" />}
          onClick={onMore}
          sx={{ minWidth: 0 }}
        />
      </Bar>
    </Box>
  );
}
