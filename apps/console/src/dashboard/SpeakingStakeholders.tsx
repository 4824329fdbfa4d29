import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { readDashboardStakeholders } from '#contract/dashboard';
import type { ResponseOf } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { type DashboardScope, mentionsAddress } from './dashboard-scope.js';
import { SpeakingMap } from './SpeakingMap.js';

export type SpeakingView = ResponseOf<typeof readDashboardStakeholders>;

/** Stakeholders who spoke: on the map of power and interest, and as a table. Each opens what it said. */
export function SpeakingStakeholders({ speaking, scope }: { speaking: SpeakingView; scope: DashboardScope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('dashboard.speakingTitle');
  const addressOf = (stakeholderId: string, more: Readonly<Record<string, string>> = {}) =>
    mentionsAddress(scope, speaking.days, { state: 'all', stakeholderId, ...more });
  const lastDay = new Date(Date.parse(speaking.days.to) - 1);
  if (speaking.items.length === 0) {
    return (
      <Section heading="h2" title={title}>
        <Typography variant="body2">
          {t('dashboard.noSpeaking')}{' '}
          <Link component={RouterLink} to="/stakeholders">
            {t('dashboard.toStakeholders')}
          </Link>
        </Typography>
      </Section>
    );
  }
  return (
    <Section heading="h2" title={title}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <SpeakingMap items={speaking.items} addressOf={(id) => addressOf(id)} />
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
          <Table size="small" aria-label={title}>
            <TableHead>
              <TableRow>
                <TableCell>{t('dashboard.stakeholder')}</TableCell>
                <TableCell align="right">{t('dashboard.mentions')}</TableCell>
                <TableCell align="right">{t('dashboard.negative')}</TableCell>
                <TableCell align="right">{t('dashboard.followers')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {speaking.items.map((line, place) => (
                <TableRow key={line.stakeholderId}>
                  <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                    {place + 1}.{' '}
                    <Link component={RouterLink} to={`/stakeholders/${line.stakeholderId}`}>
                      {line.name}
                    </Link>
                    <Typography
                      variant="caption"
                      component="div"
                      sx={{ color: 'text.secondary', overflowWrap: 'normal' }}
                    >
                      {t(`stakeholders.salience.${line.salience}`)}
                    </Typography>
                  </TableCell>
                  <TableCell align="right">
                    <Link component={RouterLink} to={addressOf(line.stakeholderId)}>
                      {format.number(line.mentions)}
                    </Link>
                  </TableCell>
                  <TableCell align="right">
                    {line.negative === 0 ? (
                      '0'
                    ) : (
                      <Link
                        component={RouterLink}
                        to={addressOf(line.stakeholderId, { sentiment: 'negative' })}
                      >
                        {format.number(line.negative)}
                      </Link>
                    )}
                  </TableCell>
                  <TableCell align="right">{format.compact(line.reach)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
        {t('dashboard.speakingHint', {
          ...{ shown: speaking.items.length, spoke: speaking.spoke },
          ...{ from: format.date(speaking.days.from), to: format.date(lastDay) },
        })}
      </Typography>
    </Section>
  );
}
