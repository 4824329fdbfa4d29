import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { IncidentDetail } from '#contract/crisis';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay, useSession } from '../session/session.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { PersonName } from '../shared/PersonName.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { CountDown } from './CountDown.js';
import { DetailsDialog } from './DetailsDialog.js';
import { FreezeBar } from './FreezeBar.js';
import { NextSteps } from './NextSteps.js';
import { OfferForMe } from './OfferForMe.js';
import { Pulse } from './Pulse.js';

/** The first screen: what, how bad, since when, who leads, what to do now, when the next report is due, where to call. */
export function AtAGlance({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const closed = incident.state === 'closed';
  const me = useSession().person.id;
  const mine = incident.offers.filter(({ person, state }) => person.id === me && state === 'accepted');
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('incidents.now')}
      sx={{ p: { xs: 1.5, sm: 2 }, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {closed ? null : <LevelBadge level={incident.level} />}
        <Chip size="small" label={t(`incidents.state.${incident.state}`)} />
        {closed || mine.length === 0 ? null : (
          <Chip
            size="small"
            color="primary"
            label={t('incidents.myRoles', {
              roles: format.list(mine.map(({ role }) => t(`incidents.role.${role}`))),
            })}
          />
        )}
        <Typography variant="body2">
          {say(incident.type.name)} · {t(`incidents.cluster.${incident.cluster}`)} ·{' '}
          <Link component={RouterLink} to={`/topics/${incident.topic.id}?realm=${incident.realm}`}>
            {incident.topic.name}
          </Link>
          {incident.levelSince && !closed
            ? ` · ${t('incidents.levelSince', { time: format.dateTime(incident.levelSince) })}`
            : ''}
          {incident.levelByHand && !closed ? ` · ${t('incidents.byHand')}` : ''}
        </Typography>
      </Box>
      {incident.topic.active ? null : <Alert severity="info">{t('incidents.topicResting')}</Alert>}
      <Typography variant="body1" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {incident.why}
      </Typography>
      {closed ? null : <Pulse incident={incident} />}
      <OfferForMe incident={incident} />
      <NextSteps incident={incident} />
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          columnGap: 3,
          rowGap: 1,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' },
        }}
      >
        <Fact name={t('incidents.leads')}>
          {incident.lead ? <PersonName person={incident.lead} /> : t('incidents.nobodyLeads')}
          {incident.offeredLead ? (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              ({t('incidents.leadOffered', { name: incident.offeredLead.name })})
            </Box>
          ) : null}
        </Fact>
        {closed ? (
          <Fact name={t('incidents.state.closed')}>
            {incident.closedAt ? <RelativeTime instant={incident.closedAt} focusable /> : null}
          </Fact>
        ) : (
          <Fact name={t('incidents.nextReport')}>
            {incident.nextReportAt ? (
              <>
                {format.dateTime(incident.nextReportAt)} <CountDown instant={incident.nextReportAt} />
              </>
            ) : (
              t('incidents.noReport')
            )}
          </Fact>
        )}
        <Fact name={t('incidents.call')}>
          <Call call={incident.call} />
        </Fact>
      </Box>
      <FreezeBar incident={incident} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 200px' }}>
          {t('incidents.declaredAgo', {
            time: format.dateTime(incident.declaredAt),
            name: incident.declaredBy.name,
          })}
        </Typography>
        {may('incidents.run') && !closed ? (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('incidents.changeDetails')}
          </Button>
        ) : null}
      </Box>
      {editing ? <DetailsDialog incident={incident} onClose={() => setEditing(false)} /> : null}
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" variant="body1" sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function Call({ call }: { call: IncidentDetail['call'] }) {
  const { t } = useTranslation();
  const { link, phone, note } = call;
  if (!link && !phone && !note) return <>{t('incidents.noCall')}</>;
  return (
    <>
      {link ? (
        <Link href={link} target="_blank" rel="noreferrer">
          {t('incidents.joinCall')}
        </Link>
      ) : null}
      {link && phone ? ' · ' : null}
      {phone ? <Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link> : null}
      {note ? (
        <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
          {note}
        </Box>
      ) : null}
    </>
  );
}
