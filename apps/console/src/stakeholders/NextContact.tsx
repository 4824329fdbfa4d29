import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';
import { useNow } from '../shared/use-now.js';
import { contactOverdue } from './contact-overdue.js';

/** When one is to be in touch next; says so in words when that is over. */
export function NextContact({ at }: { at: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (at === null) return <>{t('stakeholders.noNextContact')}</>;
  return (
    <>
      {t('stakeholders.nextContactAt', { when: format.dateTime(at) })}
      {contactOverdue(at, now) ? (
        <Box component="strong" sx={{ color: 'error.main', ml: 0.5 }}>
          ({t('stakeholders.overdue')})
        </Box>
      ) : null}
    </>
  );
}
