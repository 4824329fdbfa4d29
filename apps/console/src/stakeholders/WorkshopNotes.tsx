import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listStakeholderNotes } from '#contract/stakeholders';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { KeysetList } from '../shared/KeysetList.js';

/** What was said of a stakeholder in workshops, by whom, and where. */
export function WorkshopNotes({ stakeholderId }: { stakeholderId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const notes = usePages(listStakeholderNotes, { params: { stakeholderId }, query: { limit: 10 } });
  return (
    <Section heading="h2" title={t('stakeholders.notes')}>
      <KeysetList
        query={notes}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('stakeholders.noNotes')}
          </Typography>
        }
      >
        {(items) => (
          <Box component="ol" aria-label={t('stakeholders.notes')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map(({ id, text, saidBy, workshop, by, at }) => (
              <Box component="li" key={id} sx={{ py: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>
                  {text}
                </Box>
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {saidBy ?? t('workshops.anonymous')} ·{' '}
                  {may('workshops.read') ? (
                    <Link component={RouterLink} to={`/workshops/${workshop.id}`}>
                      {t('stakeholders.noteFrom', { title: workshop.title })}
                    </Link>
                  ) : (
                    t('stakeholders.noteFrom', { title: workshop.title })
                  )}
                  {' · '}
                  {t('stakeholders.noteBy', { name: by, day: format.date(at) })}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </KeysetList>
    </Section>
  );
}
