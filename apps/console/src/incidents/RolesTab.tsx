import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail, RoleOffer } from '#contract/crisis';
import { INCIDENT_ROLES, type IncidentRole } from '#rules/crisis';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { PersonName } from '../shared/PersonName.js';
import { CountDown } from './CountDown.js';
import { OfferDialog } from './OfferDialog.js';

/** Who does what in the crisis cell, who is asked, and how it came about. */
export function RolesTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [offering, setOffering] = useState<IncidentRole | null>(null);
  const runs = may('incidents.run') && incident.state !== 'closed';
  const earlier = incident.offers.filter(({ state }) => state !== 'accepted' && state !== 'proposed');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {INCIDENT_ROLES.map((role) => (
          <Box
            component="li"
            key={role}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '200px minmax(0, 1fr) auto' },
              alignItems: 'center',
              columnGap: 2,
              px: 2,
              py: 1,
              '& + &': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            <Typography sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, fontWeight: 650 }}>
              {t(`incidents.role.${role}`)}
            </Typography>
            <Holders offers={incident.offers.filter((offer) => offer.role === role)} />
            {runs ? (
              <Button
                size="small"
                onClick={() => setOffering(role)}
                aria-label={`${t('incidents.offerRole')}${t('common.colon')}${t(`incidents.role.${role}`)}`}
              >
                {t('incidents.offerRole')}
              </Button>
            ) : (
              <span />
            )}
          </Box>
        ))}
      </Paper>
      {earlier.length > 0 ? (
        <Section heading="h2" title={t('incidents.earlierOffers')}>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {earlier.map((offer) => (
              <Typography component="li" variant="body2" key={offer.id} sx={{ overflowWrap: 'anywhere' }}>
                {t(`incidents.role.${offer.role}`)}
                {t('common.colon')}
                {offer.person.name} · <OfferState offer={offer} />
                {offer.handOver ? ` · ${offer.handOver}` : ''}
              </Typography>
            ))}
          </Box>
        </Section>
      ) : null}
      {offering ? (
        <OfferDialog incident={incident} role={offering} onClose={() => setOffering(null)} />
      ) : null}
    </Box>
  );
}

function Holders({ offers }: { offers: readonly RoleOffer[] }) {
  const { t } = useTranslation();
  const holder = offers.find(({ state }) => state === 'accepted');
  const asked = offers.find(({ state }) => state === 'proposed');
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ color: holder ? 'text.primary' : 'text.secondary' }}>
        {holder ? <PersonName person={holder.person} /> : t('incidents.notFilled')}
      </Typography>
      {asked ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {asked.person.name} · <OfferState offer={asked} /> · <CountDown instant={asked.dueAt} />
        </Typography>
      ) : null}
    </Box>
  );
}

function OfferState({ offer }: { offer: RoleOffer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = { proposed: offer.proposedAt, accepted: offer.answeredAt, replaced: offer.endedAt };
  const time = offer.state in at ? at[offer.state as keyof typeof at] : null;
  return (
    <>
      {t(`incidents.offerState.${offer.state}`, {
        time: time ? format.dateTime(time) : '',
        reason: offer.reason ?? '',
      })}
    </>
  );
}
