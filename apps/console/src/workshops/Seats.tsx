import HostIcon from '@mui/icons-material/TableRestaurant';
import RemoveIcon from '@mui/icons-material/PersonRemove';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSeat, type Hall, type Seat } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { seatName } from './seat-name.js';

/** Who has joined; names hosts, and takes a seat back. */
export function Seats({ hall, runs }: { hall: Hall; runs: boolean }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<Seat | null>(null);
  const change = useChange(changeSeat, { onDone: () => setLeaving(null) });
  const hosted = hall.plan.phases.some(({ grouping }) => grouping?.hostStays);
  const mutate = (seat: Seat, body: { host: boolean } | { revoked: true }) =>
    change.mutate({ params: { workshopId: hall.id, seatId: seat.id }, body });
  return (
    <Section heading="h2" title={t('workshops.seats.title', { count: hall.seats.length })}>
      {hall.seats.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('workshops.seats.none')}
        </Typography>
      ) : null}
      {leaving ? null : <ProblemAlert error={change.error} />}
      <Box
        component="ul"
        aria-label={t('workshops.seats.title', { count: hall.seats.length })}
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
        }}
      >
        {hall.seats.map((seat) => (
          <Box
            component="li"
            key={seat.id}
            sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0 }}
          >
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {seatName(seat)}
            </Typography>
            {runs && hosted ? (
              <Tooltip title={t(seat.host ? 'workshops.seats.noHost' : 'workshops.seats.host')}>
                <IconButton
                  size="small"
                  aria-pressed={seat.host}
                  aria-label={t('workshops.seats.hostOf', { name: seatName(seat) })}
                  color={seat.host ? 'primary' : 'default'}
                  onClick={() => mutate(seat, { host: !seat.host })}
                >
                  <HostIcon fontSize="small" />
                </IconButton>
              </Tooltip>
            ) : null}
            {runs ? (
              <Tooltip title={t('workshops.seats.revoke')}>
                <IconButton
                  size="small"
                  aria-label={t('workshops.seats.revokeOf', { name: seatName(seat) })}
                  onClick={() => {
                    change.reset();
                    setLeaving(seat);
                  }}
                >
                  <RemoveIcon fontSize="small" />
                </IconButton>
              </Tooltip>
            ) : null}
          </Box>
        ))}
      </Box>
      <ConfirmDialog
        open={leaving !== null}
        title={t('workshops.seats.revokeTitle', { name: leaving ? seatName(leaving) : '' })}
        confirm={t('workshops.seats.revoke')}
        colour="error"
        busy={change.isPending}
        error={change.error}
        onConfirm={() => leaving && mutate(leaving, { revoked: true })}
        onClose={() => setLeaving(null)}
      >
        <Typography variant="body2">{t('workshops.seats.revokeText')}</Typography>
      </ConfirmDialog>
    </Section>
  );
}
