import BackIcon from '@mui/icons-material/ArrowBack';
import DownloadIcon from '@mui/icons-material/Download';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
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
import { DryRunImport } from '../shared/DryRunImport.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
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
  const [plan, setPlan] = useState<ContactPlan | null>(null);
  const check = useChange(planContactImport, { onDone: setPlan });
  const apply = useChange(applyContactImport, { touches: TOUCHED, onDone: setPlan });
  return (
    <DryRunImport
      title={t('contacts.import')}
      text={t('contacts.importText', {
        size: format.bytes(LARGEST_CONTACT_FILE),
        most: format.number(MOST_CONTACTS),
        columns: CSV_COLUMNS.join(', '),
      })}
      words={{
        choose: t('contacts.choose'),
        noFile: t('contacts.noFile'),
        check: t('contacts.check'),
        apply: (count) => t('contacts.apply', { count }),
        applied: (count) => t('contacts.applied', { count }),
      }}
      plan={plan}
      check={check}
      apply={apply}
      onChoose={() => setPlan(null)}
      onCheck={(form) => check.mutate({ query: { realm }, form })}
      onApply={({ planHash }, form) => apply.mutate({ query: { realm, planHash }, form })}
    >
      {plan ? <ContactPlanList plan={plan} /> : null}
    </DryRunImport>
  );
}
