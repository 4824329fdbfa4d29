import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { ContactView } from '#contract/contacts';
import { readContactCrm, sendContactToCrm } from '#contract/crm';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** The reference of a contact, as a link where the CRM is connected, and how both stand. */
export function ContactCrm({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data } = useEndpoint(readContactCrm, { params: { contactId: contact.id } });
  const send = useChange(sendContactToCrm, { touches: TOUCHED });
  const reference = contact.crmId === null ? null : `${contact.crmSystem} · ${contact.crmId}`;
  const link = data?.link;
  const sendable = data?.connected && !link && contact.crmId === null && contact.realm === 'live';
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      {link?.recordUrl && reference ? (
        <Link href={link.recordUrl} target="_blank" rel="noreferrer">
          {reference}
        </Link>
      ) : (
        <span>{reference ?? t('contacts.notKnown')}</span>
      )}
      {link ? (
        <span>
          {t(`crm.linkState.${link.state}`)}{' '}
          {link.waiting && link.state === 'linked' ? t('crm.waiting') : null}
        </span>
      ) : null}
      {link && link.conflicts > 0 ? (
        <Link component={RouterLink} to="/contacts/crm">
          {t('crm.hasConflicts', { count: link.conflicts, number: format.number(link.conflicts) })}
        </Link>
      ) : null}
      {sendable && may('contacts.personal') ? (
        <Button
          size="small"
          loading={send.isPending}
          onClick={() => send.mutate({ params: { contactId: contact.id } })}
        >
          {t('crm.send')}
        </Button>
      ) : null}
      <ProblemAlert error={send.error} />
    </Box>
  );
}
