import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { StakeholderView } from '#contract/stakeholders';
import { Section } from '../inbox/Section.js';

const ATTRIBUTES = [
  { field: 'hasPower', note: 'powerNote' },
  { field: 'hasLegitimacy', note: 'legitimacyNote' },
  { field: 'hasUrgency', note: 'urgencyNote' },
] as const;

/** The class of a stakeholder, what it means and what it follows from. */
export function Salience({ stakeholder }: { stakeholder: StakeholderView }) {
  const { t } = useTranslation();
  const { salience, quadrant } = stakeholder;
  return (
    <Section heading="h2" title={t('stakeholders.attributes')}>
      <Typography variant="body2">
        <strong>{t(`stakeholders.salience.${salience}`)}</strong> – {t(`stakeholders.meaning.${salience}`)}
      </Typography>
      <Box component="ul" sx={{ m: 0, my: 1.5, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {ATTRIBUTES.map(({ field, note }) => (
          <Box component="li" key={field} sx={{ typography: 'body2' }}>
            <Box component="span" aria-hidden="true" sx={{ display: 'inline-block', width: 20 }}>
              {stakeholder[field] ? '●' : '○'}
            </Box>
            <strong>{t(`stakeholders.attribute.${field}`)}</strong>{' '}
            {t(stakeholder[field] ? 'stakeholders.yes' : 'stakeholders.no')}
            {stakeholder[note] ? (
              <Typography
                variant="caption"
                component="div"
                sx={{ color: 'text.secondary', pl: '20px', overflowWrap: 'anywhere' }}
              >
                {stakeholder[note]}
              </Typography>
            ) : null}
          </Box>
        ))}
      </Box>
      <Typography variant="body2">
        <strong>{t(`stakeholders.quadrant.${quadrant}`)}</strong> – {t('stakeholders.place', stakeholder)}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {t('stakeholders.weighs')}
      </Typography>
      <Typography variant="caption" component="p" sx={{ mt: 1, color: 'text.secondary' }}>
        {t('stakeholders.salienceSource')}
      </Typography>
    </Section>
  );
}
