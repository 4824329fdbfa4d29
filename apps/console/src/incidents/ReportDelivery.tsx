import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ReportDetail } from '#contract/crisis';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';

/** What came of sending it, person by person; nothing before it is sent. */
export function ReportDelivery({ delivery }: { delivery: ReportDetail['delivery'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (delivery.length === 0) return null;
  return (
    <Section heading="h2" title={t('incidents.delivery')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {delivery.map(({ person, mail, problem, readAt }) => (
          <Typography component="li" variant="body2" key={person.id} sx={{ overflowWrap: 'anywhere' }}>
            {person.name} ·{' '}
            <Box component="span" sx={{ color: mail === 'failed' ? 'error.main' : undefined }}>
              {t(`incidents.mail.${mail}`)}
              {problem ? ` (${problem})` : ''}
            </Box>
            {readAt ? ` · ${t('incidents.read', { time: format.dateTime(readAt) })}` : ''}
          </Typography>
        ))}
      </Box>
    </Section>
  );
}
