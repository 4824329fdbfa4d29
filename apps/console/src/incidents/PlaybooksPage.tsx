import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listPlaybooks, type PlaybookView } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { RehearseLink } from '../drills/RehearseLink.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { PlaybookForm } from './PlaybookForm.js';
import { useDuration } from './use-duration.js';

/** What is done in a crisis of each type, by whom and by when. */
export function PlaybooksPage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listPlaybooks, {});
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  const writes = may('playbooks.write');
  return (
    <PageBody>
      <Link component={RouterLink} to="/incidents" variant="body2">
        {t('incidents.back')}
      </Link>
      <PageHeader
        title={t('incidents.playbooksTitle')}
        lead={t('incidents.playbooksLead')}
        actions={
          writes ? (
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEditing('')}>
              {t('incidents.newPlaybook')}
            </Button>
          ) : null
        }
      />
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isPending ? <LoadingState rows={6} height={80} /> : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {editing === '' ? <PlaybookForm playbook={null} onClose={close} /> : null}
        {reading.data?.items.map((playbook) =>
          editing === playbook.key ? (
            <PlaybookForm key={playbook.key} playbook={playbook} onClose={close} />
          ) : (
            <Playbook
              key={playbook.key}
              playbook={playbook}
              onEdit={writes ? () => setEditing(playbook.key) : null}
            />
          ),
        )}
      </Box>
    </PageBody>
  );
}

function Playbook({ playbook, onEdit }: { playbook: PlaybookView; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const duration = useDuration();
  const { steps, changedAt, changedBy } = playbook;
  return (
    <Section
      heading="h2"
      title={say(playbook.name)}
      action={
        onEdit ? (
          <Button
            size="small"
            onClick={onEdit}
            aria-label={`${t('incidents.editPlaybook')}${t('common.colon')}${say(playbook.name)}`}
          >
            {t('incidents.editPlaybook')}
          </Button>
        ) : undefined
      }
    >
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {playbook.active ? null : <Chip size="small" label={t('incidents.notOffered')} sx={{ mr: 1 }} />}
        {t(`incidents.cluster.${playbook.cluster}`)} ·{' '}
        {changedAt
          ? t('incidents.changedBy', { time: format.dateTime(changedAt), name: changedBy?.name ?? '' })
          : t('incidents.unchanged')}
      </Typography>
      <Box component="details" sx={{ mt: 0.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2', py: 0.5 }}>
          {t('incidents.steps', { count: steps.length })}
        </Box>
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {steps.map((step, index) => (
            <Typography component="li" variant="body2" key={index} sx={{ overflowWrap: 'anywhere' }}>
              {say(step.label)} · {t(`incidents.role.${step.role}`)} · {duration(step.minutes * 60)}
            </Typography>
          ))}
        </Box>
      </Box>
      <RehearseLink crisisType={playbook.key} />
    </Section>
  );
}
