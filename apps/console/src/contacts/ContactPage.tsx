import BackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { type ContactView, readContact } from '#contract/contacts';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { Accounts } from './Accounts.js';
import { ContactActions } from './ContactActions.js';
import { ContactFacts } from './ContactFacts.js';
import { ContactHistory } from './ContactHistory.js';

/** One contact: what is known, their accounts, and everything there was with them. */
export function ContactPage() {
  const { t } = useTranslation();
  const { contactId = '' } = useParams();
  const reading = useEndpoint(readContact, { params: { contactId } });
  return (
    <PageBody>
      <Button component={RouterLink} to="/contacts" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('contacts.back')}
      </Button>
      {reading.data ? (
        <Contact key={contactId} contact={reading.data} />
      ) : reading.error ? (
        <ErrorState whole error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState rows={4} height={96} />
      )}
    </PageBody>
  );
}

function Contact({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const may = useMay();
  if (contact.erasedAt !== null) {
    return (
      <>
        <PageHeader title={t('contacts.erasedTitle')} />
        <Alert severity="info">{t('contacts.erasedText')}</Alert>
      </>
    );
  }
  if (contact.mergedInto !== null) {
    return (
      <>
        <PageHeader title={contact.name} />
        <Alert severity="info">
          {t('contacts.mergedText')}{' '}
          <Link component={RouterLink} to={`/contacts/${contact.mergedInto}`}>
            {t('contacts.mergedLink')}
          </Link>
        </Alert>
      </>
    );
  }
  const writes = may('contacts.write');
  return (
    <>
      <PageHeader
        title={contact.name}
        lead={contact.organisation}
        actions={writes ? <ContactActions contact={contact} /> : null}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 3fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <ContactFacts contact={contact} />
          <Accounts contact={contact} writes={writes} />
        </Box>
        <ContactHistory contactId={contact.id} />
      </Box>
    </>
  );
}
