import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.js';

const LOOKS = {
  live: { colour: 'success.main', mark: '●', word: 'shell.live', hint: 'shell.liveHint' },
  reconnecting: {
    colour: 'warning.main',
    mark: '◌',
    word: 'shell.reconnecting',
    hint: 'shell.reconnectingHint',
  },
  offline: { colour: 'error.main', mark: '✕', word: 'shell.offline', hint: 'shell.offlineHint' },
} as const;

/** Whether what is on screen follows what happens. */
export function ConnectionState() {
  const { t } = useTranslation();
  const state = useLiveState();
  if (state === 'off') return null;
  const look = LOOKS[state];
  return (
    <Tooltip title={t(look.hint)} describeChild>
      <Box
        role="status"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          fontSize: '0.8125rem',
          color: look.colour,
        }}
      >
        <span aria-hidden="true">{look.mark}</span>
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, fontWeight: 600 }}>
          {t(look.word)}
        </Box>
      </Box>
    </Tooltip>
  );
}
