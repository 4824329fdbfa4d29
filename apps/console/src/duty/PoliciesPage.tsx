import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type EscalationPolicy, listPolicies } from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ChainPicture } from './ChainPicture.js';
import { PolicyForm } from './PolicyForm.js';
import { PolicyPreview } from './PolicyPreview.js';

/** The policies, each with a picture of its chain, what it would do, and its editor. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [editing, setEditing] = useState<EscalationPolicy | 'new' | null>(null);
  const policies = useEndpoint(listPolicies, {});
  return (
    <PageBody>
      <PageHeader
        title={t('duty.policiesTitle')}
        lead={t('duty.policiesLead')}
        actions={
          may('escalations.write') && editing === null ? (
            <Button variant="contained" onClick={() => setEditing('new')}>
              {t('duty.newPolicy')}
            </Button>
          ) : null
        }
      />
      {policies.isPending ? <LoadingState rows={3} height={140} /> : null}
      {policies.error ? <ErrorState error={policies.error} onRetry={() => void policies.refetch()} /> : null}
      {editing ? (
        <PolicyForm
          key={editing === 'new' ? 'new' : editing.id}
          policy={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : policies.data?.items.length === 0 ? (
        <EmptyState title={t('duty.policiesNone')} text={t('duty.policiesNoneText')} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {policies.data?.items.map((policy) => (
            <PolicyCard key={policy.id} policy={policy} onEdit={() => setEditing(policy)} />
          ))}
        </Box>
      )}
    </PageBody>
  );
}

function PolicyCard({ policy, onEdit }: { policy: EscalationPolicy; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const topics = useTopicNames();
  const [previewing, setPreviewing] = useState(false);
  return (
    <Section
      heading="h2"
      title={policy.name}
      action={
        <>
          <Button size="small" aria-expanded={previewing} onClick={() => setPreviewing(!previewing)}>
            {t('duty.preview')}
          </Button>
          {may('escalations.write') ? (
            <Button size="small" variant="outlined" onClick={onEdit}>
              {t('duty.change')}
            </Button>
          ) : null}
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {policy.isDefault ? <Chip color="primary" label={t('duty.defaultPolicy')} /> : null}
          {policy.active ? null : <Chip label={t('duty.inactive')} />}
          <Chip variant="outlined" label={t('duty.levels', { from: policy.levelMin, to: policy.levelMax })} />
          <Chip variant="outlined" label={topics.get(policy.topicId ?? '') ?? t('duty.anyTopic')} />
          {policy.salience.length > 0 ? (
            <Chip
              variant="outlined"
              label={t('duty.ifSalience', {
                classes: format.list(policy.salience.map((one) => t(`stakeholders.salience.${one}`))),
              })}
              sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }}
            />
          ) : null}
          {policy.open > 0 ? (
            <Link component={RouterLink} to="/escalations?view=all" variant="body2">
              {t('duty.openCases', { count: policy.open })}
            </Link>
          ) : null}
        </Box>
        {policy.description ? <Typography variant="body2">{policy.description}</Typography> : null}
        {policy.emptySteps.length > 0 ? (
          <Alert severity="warning">
            {t('duty.emptySteps', { steps: policy.emptySteps.map((index) => index + 1).join(', ') })}
          </Alert>
        ) : null}
        <ChainPicture steps={policy.steps} />
        {previewing ? <PolicyPreview steps={policy.steps} decideMinutes={policy.decideMinutes} /> : null}
      </Box>
    </Section>
  );
}
