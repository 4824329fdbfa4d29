import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Placeholder, Variant } from '#contract/answers';
import { measureLength, shortestText } from '#rules/answers';
import { useFormat } from '../i18n/format.js';
import { PlaceholderText } from '../reply/PlaceholderText.js';
import { useNetworkName } from '../shared/network-name.js';

/** One text with its language, its network and its length as that network counts. */
export function VariantCard({
  variant,
  placeholders,
}: {
  variant: Variant;
  placeholders: readonly Placeholder[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const { length, limit } = measureLength(
    variant.network,
    shortestText(variant.body, placeholders, variant.language),
  );
  const figures = { length: format.number(length), limit: format.number(limit) };
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, bgcolor: 'background.default' }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 650, mb: 0.5 }}>
        {format.languageName(variant.language)} ·{' '}
        {variant.network ? networkName(variant.network) : t('answers.everyNetwork')}
      </Typography>
      <Typography
        variant="body1"
        lang={variant.language}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        <PlaceholderText body={variant.body} placeholders={placeholders} />
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {t(placeholders.length > 0 ? 'answers.lengthAtLeast' : 'answers.length', figures)}
      </Typography>
    </Box>
  );
}
