import MenuIcon from '@mui/icons-material/Menu';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NotificationBell } from '../notifications/NotificationBell.js';
import { useMay } from '../session/session.js';
import { ConnectionState } from './ConnectionState.js';
import { Footbridge } from './Footbridge.js';
import { RealmSwitch } from './RealmSwitch.js';
import { UserMenu } from './UserMenu.js';

/** The line at the top: the sign, the realm, the connection, one's account. */
export function TopBar({ onOpenNavigation }: { onOpenNavigation?: () => void }) {
  const { t } = useTranslation();
  // Whoever only answers by invitation sees of each whether it is an exercise.
  const may = useMay();
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, sm: 2 },
        height: 56,
        flexShrink: 0,
        px: { xs: 1, md: 2 },
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {onOpenNavigation ? (
        <IconButton aria-label={t('shell.openNavigation')} onClick={onOpenNavigation}>
          <MenuIcon />
        </IconButton>
      ) : null}
      <Box
        component={Link}
        to="/"
        aria-label="Passerelle"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          color: 'inherit',
          textDecoration: 'none',
          borderRadius: 1,
        }}
      >
        <Footbridge />
        <Typography
          component="span"
          sx={{ fontWeight: 700, letterSpacing: '-0.01em', display: { xs: 'none', sm: 'inline' } }}
        >
          Passerelle
        </Typography>
      </Box>
      <Box sx={{ flex: 1 }} />
      <ConnectionState />
      {may('mentions.read') ? <RealmSwitch /> : null}
      <NotificationBell />
      <UserMenu />
    </Box>
  );
}
