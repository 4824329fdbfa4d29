import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  draftReport,
  listReports,
  type ReportDetail,
  type ReportSections,
  readReport,
  saveReport,
} from '#contract/crisis';
import { REPORT_SECTIONS } from '#rules/crisis';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { SendReportDialog } from './SendReportDialog.js';
import { TOUCHED } from './touched.js';

interface ReportWordsProps {
  report: ReportDetail;
  language: 'fr' | 'en';
  /** Whether the version shown is the newest: only that one can be edited and sent. */
  newest: boolean;
  onNewest: () => void;
}

/** The sections of a report: to edit while it is a draft, to read afterwards and in earlier versions. */
export function ReportWords({ report, language, newest, onNewest }: ReportWordsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [sections, setSections] = useState<ReportSections>(report.sections);
  const [sending, setSending] = useState(false);
  const { incidentId } = report;
  const params = { incidentId, reportId: report.id };
  const touches = [...TOUCHED, readReport, listReports];
  const save = useChange(saveReport, { touches, onDone: onNewest });
  const redraft = useChange(draftReport, { touches, onDone: onNewest });
  const edits = report.state === 'draft' && newest && may('incidents.take_part');
  const changed = REPORT_SECTIONS.some(
    (name) =>
      sections[name].fr !== report.sections[name].fr || sections[name].en !== report.sections[name].en,
  );
  if (!edits) {
    return REPORT_SECTIONS.map((name) => (
      <Section key={name} heading="h2" title={t(`incidents.section.${name}`)}>
        <Typography lang={language} sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {report.sections[name][language] || '–'}
        </Typography>
      </Section>
    ));
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) save.mutate({ params, body: { version: report.version, sections } });
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {REPORT_SECTIONS.map((name) => (
        <TextField
          key={name}
          fullWidth
          multiline
          minRows={2}
          label={t(`incidents.section.${name}`)}
          value={sections[name][language]}
          onChange={({ target }) =>
            setSections({ ...sections, [name]: { ...sections[name], [language]: target.value } })
          }
          slotProps={{ htmlInput: { maxLength: 8000, lang: language } }}
        />
      ))}
      <ProblemAlert error={save.error ?? redraft.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="outlined" loading={save.isPending} disabled={!changed}>
          {t('incidents.saveVersion')}
        </Button>
        <Button variant="contained" disabled={changed} onClick={() => setSending(true)}>
          {t('incidents.send')}
        </Button>
        <Button
          color="inherit"
          loading={redraft.isPending}
          onClick={() => redraft.mutate({ params: { incidentId } })}
        >
          {t('incidents.redraft')}
        </Button>
      </Box>
      {sending ? <SendReportDialog report={report} onClose={() => setSending(false)} /> : null}
    </Box>
  );
}
