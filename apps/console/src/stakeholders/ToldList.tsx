import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listTold, type StakeholderView } from '#contract/stakeholders';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { KeysetList } from '../shared/KeysetList.js';
import { NoteToldDialog } from './NoteToldDialog.js';

/** What a stakeholder was told, when, by whom and how. */
export function ToldList({ stakeholder, writes }: { stakeholder: StakeholderView; writes: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [noting, setNoting] = useState(false);
  const told = usePages(listTold, { params: { stakeholderId: stakeholder.id }, query: { limit: 10 } });
  return (
    <Section
      heading="h2"
      title={t('stakeholders.told')}
      action={
        writes ? (
          <Button size="small" onClick={() => setNoting(true)}>
            {t('stakeholders.noteTold')}
          </Button>
        ) : null
      }
    >
      <KeysetList
        query={told}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('stakeholders.noTold')}
          </Typography>
        }
      >
        {(items) => (
          <Box component="ol" aria-label={t('stakeholders.told')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map(({ id, at, by, how, what, incident }) => (
              <Box component="li" key={id} sx={{ py: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>
                  {what}
                </Box>
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {format.dateTime(at)} · {t(`stakeholders.howTold.${how}`)} · {by}
                  {incident ? (
                    <>
                      {' · '}
                      <Link component={RouterLink} to={`/incidents/${incident.id}?tab=stakeholders`}>
                        {t('stakeholders.toldIn', { title: incident.title })}
                      </Link>
                    </>
                  ) : null}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </KeysetList>
      {noting ? <NoteToldDialog stakeholder={stakeholder} onClose={() => setNoting(false)} /> : null}
    </Section>
  );
}
