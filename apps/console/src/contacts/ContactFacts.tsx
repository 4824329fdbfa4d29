import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '#contract/contacts';
import { ContactCrm } from '../crm/ContactCrm.js';
import { Section } from '../inbox/Section.js';
import { Fact, Facts } from '../shared/Facts.js';

/** What is known of a contact, and what others that were merged into it said differently. */
export function ContactFacts({ contact }: { contact: ContactView }) {
  const { t, i18n } = useTranslation();
  const language =
    contact.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(contact.language);
  return (
    <Section heading="h2" title={t('contacts.facts')}>
      <Facts>
        <Known name={t('contacts.field.organisation')}>{contact.organisation}</Known>
        <Known name={t('contacts.field.language')}>{language}</Known>
        {contact.personal ? (
          <>
            <Known name={t('contacts.field.email')}>
              {contact.email ? <Link href={`mailto:${contact.email}`}>{contact.email}</Link> : null}
            </Known>
            <Known name={t('contacts.field.phone')}>
              {contact.phone ? <Link href={`tel:${contact.phone}`}>{contact.phone}</Link> : null}
            </Known>
          </>
        ) : null}
        <Known name={t('contacts.crm')}>
          <ContactCrm contact={contact} />
        </Known>
        {contact.personal ? <Known name={t('contacts.field.note')}>{contact.note}</Known> : null}
      </Facts>
      {contact.personal ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('contacts.notPersonal')}
        </Typography>
      )}
      {contact.absorbed.length > 0 ? (
        <Box sx={{ mt: 1.5 }}>
          <Typography variant="overline" component="h3">
            {t('contacts.absorbed')}
          </Typography>
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
            {contact.absorbed.map((one) => (
              <Box component="li" key={one.id} sx={{ overflowWrap: 'anywhere' }}>
                {[
                  one.name,
                  one.organisation,
                  one.email,
                  one.phone,
                  one.crmId === null ? null : `${one.crmSystem} ${one.crmId}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Box>
            ))}
          </Box>
        </Box>
      ) : null}
    </Section>
  );
}

/** A fact that may not be known. */
function Known({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return <Fact name={name}>{children || t('contacts.notKnown')}</Fact>;
}
