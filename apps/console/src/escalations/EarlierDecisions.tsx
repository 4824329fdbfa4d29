import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { EscalationDetail } from '#contract/escalation';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { OutcomeWords } from './OutcomeAlert.js';

/** How similar matters were decided before. */
export function EarlierDecisions({ earlier }: { earlier: EscalationDetail['earlier'] }) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <Section title={t('escalations.earlier')}>
      {earlier.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('escalations.earlierNone')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {earlier.map((one) => (
          <li key={one.id}>
            <Link component={RouterLink} to={`/escalations/${one.id}`}>
              {one.question || one.excerpt}
            </Link>
            <OutcomeWords outcome={one.outcome} />
            {one.answerQuestion ? (
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {say(one.answerQuestion)}
              </Typography>
            ) : null}
          </li>
        ))}
      </Box>
    </Section>
  );
}
