import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type InvitationReport as Report, readInvitationReport } from '#contract/colleagues';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useRealm } from '../shell/realm.js';

const PERIODS = [7, 30, 90, 365] as const;

/** Answers and reach, by colleague and by field; every figure leads to the replies that it counts. */
export function InvitationReport() {
  const { t } = useTranslation();
  const say = useLocalised();
  const { realm } = useRealm();
  const [days, setDays] = useState<number>(30);
  const reading = useEndpoint(readInvitationReport, { query: { realm, days } });
  const report = reading.data;
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 1 }}>
        <Typography variant="h2" sx={{ flex: '1 1 200px' }}>
          {t('colleagues.report')}
        </Typography>
        <TextField
          select
          size="small"
          label={t('colleagues.reportDays')}
          value={days}
          sx={{ minWidth: 180, width: 'auto' }}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {PERIODS.map((count) => (
            <MenuItem key={count} value={count}>
              {t('colleagues.days', { count })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {reading.isPending ? <LoadingState rows={2} height={48} /> : null}
      {reading.error && !report ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {report?.total.replies === 0 ? <Typography>{t('colleagues.reportNone')}</Typography> : null}
      {report && report.total.replies > 0 ? (
        <>
          <Figures
            caption={t('colleagues.byPersonTitle')}
            what={t('colleagues.who')}
            since={report.since}
            rows={[
              ...report.people.map((row) => ({
                ...row,
                name: row.person.name,
                by: `person=${row.person.id}`,
              })),
              { ...report.total, name: t('colleagues.total'), by: null },
            ]}
          />
          {report.fields.length > 0 ? (
            <Figures
              caption={t('colleagues.byFieldTitle')}
              what={t('colleagues.field')}
              since={report.since}
              rows={report.fields.map((row) => ({
                ...row,
                name: say(row.field.name),
                by: `field=${row.field.id}`,
              }))}
            />
          ) : null}
          <Typography variant="caption" component="p">
            {t('colleagues.reachHint')}
          </Typography>
        </>
      ) : null}
    </Box>
  );
}

interface FiguresProps {
  caption: string;
  what: string;
  since: string;
  rows: readonly (Report['total'] & { name: string; by: string | null })[];
}

function Figures({ caption, what, since, rows }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <TableContainer sx={{ mb: 2 }} tabIndex={0} role="region" aria-label={caption}>
      <Table size="small">
        <caption style={{ captionSide: 'top', paddingInline: 0 }}>{caption}</caption>
        <TableHead>
          <TableRow>
            <TableCell>{what}</TableCell>
            <TableCell align="right">{t('colleagues.replies')}</TableCell>
            <TableCell align="right">{t('colleagues.reach')}</TableCell>
            <TableCell align="right">{t('colleagues.median')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => {
            const address = `/replies?state=sent&invited=true${row.by ? `&${row.by}` : ''}&since=${encodeURIComponent(since)}`;
            const figures = [
              format.number(row.replies),
              format.number(row.reach),
              row.medianSeconds === null
                ? '–'
                : t('colleagues.minutes', { count: Math.max(1, Math.round(row.medianSeconds / 60)) }),
            ];
            return (
              <TableRow key={row.by ?? 'all'}>
                <TableCell component="th" scope="row">
                  {row.name}
                </TableCell>
                {figures.map((value, index) => (
                  <TableCell key={index} align="right">
                    <Link
                      component={RouterLink}
                      to={address}
                      aria-label={t('colleagues.openReplies', { value, name: row.name })}
                    >
                      {value}
                    </Link>
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
