import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Statements } from '#contract/crisis';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useNetworkName } from '../shared/network-name.js';

/** Languages and networks in which people wait, and whether words are ready for them. */
export function Coverage({ coverage }: { coverage: Statements['coverage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  return (
    <Section heading="h2" title={t('incidents.coverage')}>
      {coverage.length === 0 ? (
        <Typography variant="body2">{t('incidents.coverageNone')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
          {coverage.map(({ language, network, mentions, answerIds }) => (
            <Typography component="li" variant="body2" key={`${language} ${network}`}>
              {networkName(network)}, {format.languageName(language)} ·{' '}
              {t('incidents.coverageMentions', { count: mentions })} ·{' '}
              <Box
                component="span"
                sx={{ fontWeight: 650, color: answerIds.length === 0 ? 'error.main' : 'success.main' }}
              >
                {answerIds.length === 0
                  ? t('incidents.coverageMissing')
                  : t('incidents.coverageReady', { count: answerIds.length })}
              </Box>
            </Typography>
          ))}
        </Box>
      )}
    </Section>
  );
}
