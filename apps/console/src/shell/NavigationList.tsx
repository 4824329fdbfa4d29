import CollapseIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import ExpandIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session.js';
import { currentEntry, type NavigationEntry, permittedNavigation } from './navigation.js';
import { useWaiting, type Waiting, waitingFigure } from './use-waiting.js';

interface NavigationListProps {
  /** Signs only, with names on hover. */
  narrow?: boolean;
  onToggle?: () => void;
  onPick?: () => void;
}

export function NavigationList({ narrow = false, onToggle, onPick }: NavigationListProps) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const groups = permittedNavigation(permissions);
  const current = currentEntry(pathname, groups);
  const waiting = useWaiting();
  return (
    <Box
      component="nav"
      aria-label={t('shell.navigation')}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: '100%', px: 1, py: 1 }}
    >
      {groups.map((group) => (
        <Box key={group.name} sx={{ mb: 1 }}>
          {narrow ? null : (
            <Typography variant="overline" component="h2" sx={{ px: 1.5, color: 'text.secondary' }}>
              {t(`shell.${group.name}`)}
            </Typography>
          )}
          <List disablePadding aria-label={t(`shell.${group.name}`)}>
            {group.entries.map((entry) => (
              <Entry
                key={entry.path}
                entry={entry}
                narrow={narrow}
                current={entry === current}
                waiting={waiting[entry.name]}
                onPick={onPick}
              />
            ))}
          </List>
        </Box>
      ))}
      {onToggle ? (
        <Box sx={{ mt: 'auto' }}>
          <ListItemButton
            onClick={onToggle}
            aria-label={t(narrow ? 'shell.expand' : 'shell.collapse')}
            sx={{
              borderRadius: 1,
              justifyContent: narrow ? 'center' : 'flex-start',
              color: 'text.secondary',
            }}
          >
            {narrow ? <ExpandIcon fontSize="small" /> : <CollapseIcon fontSize="small" />}
          </ListItemButton>
        </Box>
      ) : null}
    </Box>
  );
}

interface EntryProps {
  entry: NavigationEntry;
  narrow: boolean;
  current: boolean;
  waiting: Waiting | undefined;
  onPick?: () => void;
}

function Entry({ entry, narrow, current, waiting, onPick }: EntryProps) {
  const { t } = useTranslation();
  const name = t(`shell.${entry.name}`);
  const Icon = entry.icon;
  const figure = waiting && waiting.count > 0 ? waitingFigure(waiting) : null;
  const colour = waiting?.urgent ? 'error' : 'primary';
  return (
    <ListItem disablePadding>
      <Tooltip title={narrow ? name : ''} placement="right">
        <ListItemButton
          component={Link}
          to={entry.path}
          selected={current}
          aria-current={current ? 'page' : undefined}
          aria-label={narrow ? [name, figure].filter(Boolean).join(' ') : undefined}
          onClick={onPick}
          sx={{
            borderRadius: 1,
            minHeight: 40,
            py: 0.5,
            px: 1.5,
            justifyContent: narrow ? 'center' : 'flex-start',
            '&.Mui-selected': { color: 'primary.main', fontWeight: 650 },
          }}
        >
          <ListItemIcon sx={{ minWidth: narrow ? 0 : 34, color: 'inherit' }}>
            <Badge badgeContent={narrow ? figure : null} color={colour}>
              <Icon fontSize="small" />
            </Badge>
          </ListItemIcon>
          {narrow ? null : (
            <ListItemText
              primary={name}
              slotProps={{ primary: { variant: 'body2', sx: { fontWeight: 'inherit' } } }}
            />
          )}
          {figure && !narrow ? <Chip label={figure} color={colour} sx={{ height: 20 }} /> : null}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}
