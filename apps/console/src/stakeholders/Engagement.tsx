import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { StakeholderView } from '#contract/stakeholders';
import { Section } from '../inbox/Section.js';
import { NextContact } from './NextContact.js';

/** Who keeps in touch, when next, and how. */
export function Engagement({ stakeholder }: { stakeholder: StakeholderView }) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('stakeholders.plan')}>
      <Typography variant="body2">
        {t('stakeholders.ownedBy', { name: stakeholder.owner?.name ?? t('stakeholders.nobody') })}
      </Typography>
      <Typography variant="body2" sx={{ mb: 1 }}>
        <NextContact at={stakeholder.nextContactAt} />
      </Typography>
      <Typography
        variant="body2"
        sx={{
          ...{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
          color: stakeholder.plan ? 'text.primary' : 'text.secondary',
        }}
      >
        {stakeholder.plan || t('stakeholders.noPlan')}
      </Typography>
    </Section>
  );
}
