import DownloadIcon from '@mui/icons-material/Download';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { downloadReport, REPORT_FORMATS, type ReportDetail, readReport } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { requestUrl } from '../api/request-url.js';
import { useFormat } from '../i18n/format.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ReportDelivery } from './ReportDelivery.js';
import { ReportFigures } from './ReportFigures.js';
import { ReportWords } from './ReportWords.js';

/** A situation report: its words in both languages, its figures, its versions, and what came of sending it. */
export function ReportPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { incidentId = '', reportId = '' } = useParams();
  const [version, setVersion] = useState<number | null>(null);
  const [language, setLanguage] = useState<'fr' | 'en'>(i18n.language === 'fr' ? 'fr' : 'en');
  const params = { incidentId, reportId };
  const reading = useEndpoint(
    readReport,
    { params, query: version === null ? {} : { version } },
    { placeholderData: (before) => before },
  );
  const report = reading.data;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <PageBody>
      <Link component={RouterLink} to={`/incidents/${incidentId}?tab=reports`} variant="body2">
        {t('incidents.backToIncident')}
      </Link>
      <PageHeader
        title={t('incidents.reportTitle', { number: report?.number ?? '' })}
        lead={report ? <Standing report={report} /> : undefined}
        actions={
          report
            ? REPORT_FORMATS.map((kind) => (
                <Button
                  key={kind}
                  component="a"
                  variant="outlined"
                  startIcon={<DownloadIcon />}
                  href={requestUrl(downloadReport.path, params, { format: kind, language, timeZone })}
                  download
                >
                  {t(kind === 'pdf' ? 'incidents.downloadPdf' : 'incidents.downloadDocx')}
                </Button>
              ))
            : null
        }
      />
      {reading.error && !report ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={5} height={90} /> : null}
      {report ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
            <TextField
              select
              label={t('incidents.reportLanguage')}
              helperText={report.state === 'draft' ? t('incidents.reportOtherLanguage') : undefined}
              value={language}
              onChange={({ target }) => setLanguage(target.value === 'fr' ? 'fr' : 'en')}
            >
              {(['fr', 'en'] as const).map((one) => (
                <MenuItem key={one} value={one}>
                  {format.languageName(one)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              label={t('incidents.versions')}
              value={report.version}
              onChange={({ target }) => {
                const chosen = Number(target.value);
                setVersion(chosen === report.versions[0]?.version ? null : chosen);
              }}
            >
              {report.versions.map((one) => (
                <MenuItem key={one.version} value={one.version}>
                  {t('incidents.versionBy', {
                    version: one.version,
                    time: format.dateTime(one.savedAt),
                    name: one.savedBy?.name ?? t('incidents.versionDrafted'),
                  })}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <ReportWords
            key={`${report.id} ${report.version}`}
            report={report}
            language={language}
            newest={version === null && report.version === report.versions[0]?.version}
            onNewest={() => setVersion(null)}
          />
          <ReportDelivery delivery={report.delivery} />
          <ReportFigures data={report.data} dataAt={report.dataAt} />
        </Box>
      ) : null}
    </PageBody>
  );
}

function Standing({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Typography component="span" variant="body2">
      {report.sentAt
        ? t('incidents.reportSent', { time: format.dateTime(report.sentAt), count: report.recipients })
        : t('incidents.reportDraft')}{' '}
      · {t('incidents.reportVersion', { version: report.version })}
      {report.nextReportAt ? ` · ${t('incidents.nextReportAt')} ${format.dateTime(report.nextReportAt)}` : ''}
    </Typography>
  );
}
