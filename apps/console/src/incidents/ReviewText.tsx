import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ReviewView } from '#contract/crisis';
import { Section } from '../inbox/Section.js';

export const REVIEW_PARTS = ['happened', 'worked', 'failed', 'learned'] as const;

/** The words of a review, to read. */
export function ReviewText({ review }: { review: ReviewView }) {
  const { t } = useTranslation();
  return REVIEW_PARTS.map((part) => (
    <Section key={part} heading="h2" title={t(`incidents.review.${part}`)}>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {review[part] || t('incidents.review.empty')}
      </Typography>
    </Section>
  ));
}
