import BackIcon from '@mui/icons-material/ArrowBack';
import DownloadIcon from '@mui/icons-material/Download';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { exportLibraryCsv, exportLibraryJson, type LibraryImport } from '#contract/answers';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ImportPlan } from './ImportPlan.js';
import { LibraryFileForm } from './LibraryFileForm.js';
import { ReminderSettings } from './ReminderSettings.js';

/** The library into a file and out of one, and when people are reminded of its dates. */
export function LibraryExchangePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [plan, setPlan] = useState<LibraryImport | null>(null);
  return (
    <PageBody>
      <Button component={RouterLink} to="/library" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('answers.backToLibrary')}
      </Button>
      <PageHeader title={t('library.exchange')} lead={t('library.exchangeLead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section heading="h2" title={t('library.export')}>
          <Typography variant="body2" sx={{ mb: 1.5 }}>
            {t('library.exportText')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button variant="outlined" startIcon={<DownloadIcon />} href={exportLibraryJson.path} download>
              {t('library.exportJson')}
            </Button>
            <Button variant="outlined" startIcon={<DownloadIcon />} href={exportLibraryCsv.path} download>
              {t('library.exportCsv')}
            </Button>
          </Box>
        </Section>
        {may('answers.write') ? (
          plan ? (
            <ImportPlan plan={plan} onPlan={setPlan} onAnother={() => setPlan(null)} />
          ) : (
            <LibraryFileForm onPlan={setPlan} />
          )
        ) : null}
        <ReminderSettings />
      </Box>
    </PageBody>
  );
}
