import BackIcon from '@mui/icons-material/ArrowBack';
import DownloadIcon from '@mui/icons-material/Download';
import UploadIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import {
  applyContactImport,
  type ContactPlan,
  exportContacts,
  LARGEST_CONTACT_FILE,
  MOST_CONTACTS,
  planContactImport,
} from '#contract/contacts';
import { CSV_COLUMNS } from '#rules/contacts';
import { requestUrl } from '../api/request-url.js';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useRealm } from '../shell/realm.js';
import { ContactPlanList } from './ContactPlanList.js';
import { TOUCHED } from './touched.js';

/** Contacts out into a file, and in from one, with a dry run first. */
export function ContactExchangePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { realm } = useRealm();
  return (
    <PageBody>
      <Button component={RouterLink} to="/contacts" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('contacts.back')}
      </Button>
      <PageHeader title={t('contacts.exchange')} lead={t('contacts.exchangeLead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section heading="h2" title={t('contacts.export')}>
          <Typography variant="body2" sx={{ mb: 1.5 }}>
            {t('contacts.exportText')}
          </Typography>
          <Button
            variant="outlined"
            startIcon={<DownloadIcon />}
            href={requestUrl(exportContacts.path, {}, { realm })}
            download
          >
            {t('contacts.exportCsv')}
          </Button>
        </Section>
        {may('contacts.write') ? <ImportFile key={realm} /> : null}
      </Box>
    </PageBody>
  );
}

function ImportFile() {
  const { t } = useTranslation();
  const format = useFormat();
  const { realm } = useRealm();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<ContactPlan | null>(null);
  const check = useChange(planContactImport, { onDone: setPlan });
  const apply = useChange(applyContactImport, { touches: TOUCHED, onDone: setPlan });
  const form = () => {
    const data = new FormData();
    if (file) data.append('file', file);
    return data;
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setPlan(null);
    check.reset();
    apply.reset();
  };
  const changing = plan === null ? 0 : plan.counts.new + plan.counts.changed;
  return (
    <Section heading="h2" title={t('contacts.import')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="body2">
          {t('contacts.importText', {
            size: format.bytes(LARGEST_CONTACT_FILE),
            most: format.number(MOST_CONTACTS),
            columns: CSV_COLUMNS.join(', '),
          })}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>
            {t('contacts.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt"
            aria-label={t('contacts.choose')}
            hidden
            onChange={({ target }) => choose(target.files?.[0] ?? null)}
          />
          <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
            {file?.name ?? t('contacts.noFile')}
          </Typography>
        </Box>
        {plan?.applied ? (
          <Alert severity="success" role="status">
            {t('contacts.applied', { count: changing })}
          </Alert>
        ) : null}
        {plan ? <ContactPlanList plan={plan} /> : null}
        <ProblemAlert error={check.error ?? apply.error} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}>
          <Button
            variant={plan ? 'text' : 'contained'}
            disabled={!file}
            loading={check.isPending}
            onClick={() => {
              apply.reset();
              check.mutate({ query: { realm }, form: form() });
            }}
          >
            {t('contacts.check')}
          </Button>
          {plan && !plan.applied && changing > 0 ? (
            <Button
              variant="contained"
              loading={apply.isPending}
              onClick={() => apply.mutate({ query: { realm, planHash: plan.planHash }, form: form() })}
            >
              {t('contacts.apply', { count: changing })}
            </Button>
          ) : null}
        </Box>
      </Box>
    </Section>
  );
}
