import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readMessageGaps } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';

/** Messages without an answer, answers without a message, and messages without a house. */
export function MessageGaps() {
  const { t } = useTranslation();
  const say = useLocalised();
  const gaps = useEndpoint(readMessageGaps, {}).data;
  if (!gaps) return null;
  const { withoutAnswer, withoutMessage, withoutMessageTotal, homeless } = gaps;
  const more = withoutMessageTotal - withoutMessage.length;
  return (
    <Section heading="h2" title={t('keyMessages.gaps')}>
      {withoutAnswer.length + withoutMessage.length + homeless.length === 0 ? (
        <Typography variant="body2">{t('keyMessages.noGaps')}</Typography>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr 1fr' } }}>
        <Gap title={t('keyMessages.withoutAnswer')} count={withoutAnswer.length}>
          {withoutAnswer.map(({ key, text, setId }) => (
            <li key={key}>
              <Link component={RouterLink} to={`/messages/${setId}`}>
                {say(text)}
              </Link>
            </li>
          ))}
        </Gap>
        <Gap title={t('keyMessages.withoutMessage')} count={withoutMessageTotal}>
          {withoutMessage.map(({ answerId, question }) => (
            <li key={answerId}>
              <Link component={RouterLink} to={`/library/${answerId}`}>
                {say(question)}
              </Link>
            </li>
          ))}
          {more > 0 ? <li>{t('keyMessages.andMore', { count: more })}</li> : null}
        </Gap>
        <Gap title={t('keyMessages.homeless')} count={homeless.length} hint={t('keyMessages.homelessHint')}>
          {homeless.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </Gap>
      </Box>
    </Section>
  );
}

/** One line for the library: how many of each, and the way to them. */
export function MessageGapsNote() {
  const { t } = useTranslation();
  const gaps = useEndpoint(readMessageGaps, {}, { staleTime: 30_000 }).data;
  if (!gaps || gaps.withoutAnswer.length + gaps.withoutMessageTotal === 0) return null;
  return (
    <Typography variant="body2" sx={{ mb: 2 }}>
      <Link component={RouterLink} to="/messages">
        {t('keyMessages.gapsNote', {
          messages: gaps.withoutAnswer.length,
          answers: gaps.withoutMessageTotal,
        })}
      </Link>
    </Typography>
  );
}

function Gap({
  title,
  count,
  hint,
  children,
}: {
  title: string;
  count: number;
  hint?: string;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Box>
      <Typography variant="h3">
        {title} ({count})
      </Typography>
      {hint ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      ) : null}
      <Box
        component="ul"
        sx={{ m: 0, mt: 0.5, paddingInlineStart: 2.5, typography: 'body2', display: 'grid', gap: 0.5 }}
      >
        {children}
      </Box>
    </Box>
  );
}
