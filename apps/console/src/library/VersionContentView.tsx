import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { VariantCard } from './VariantCard.js';
import { useVersionWords } from './use-version-words.js';

/** Everything that a version holds. */
export function VersionContentView({
  version,
  amongOthers = false,
}: {
  version: AnswerVersion;
  /** Other versions stand on the page as well, each below its own heading. */
  amongOthers?: boolean;
}) {
  const part = { heading: amongOthers ? 'h3' : 'h2', landmark: !amongOthers } as const;
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const words = useVersionWords();
  const wordings = [...version.wordings.fr, ...version.wordings.en];
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section {...part} title={t('answers.texts')}>
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {version.variants.map((variant) => (
            <VariantCard key={variant.id} variant={variant} placeholders={version.placeholders} />
          ))}
        </Box>
      </Section>
      <Section {...part} title={t('answers.placeholders')}>
        {version.placeholders.length === 0 ? (
          <Typography variant="body2">{t('answers.noPlaceholders')}</Typography>
        ) : (
          <Lines>
            {version.placeholders.map((one) => (
              <li key={one.name}>
                <strong>{say(one.label)}</strong> <code>{`{{${one.name}}}`}</code> ·{' '}
                {t(`vocabulary.placeholderType.${one.type}`)} ·{' '}
                {t(one.required ? 'common.required' : 'common.optional')}
                {one.allowedDomains?.length
                  ? ` · ${t('answers.allowedDomains', { domains: format.list(one.allowedDomains) })}`
                  : ''}
                {one.default ? ` · ${t('answers.defaultValue', { value: one.default })}` : ''}
              </li>
            ))}
          </Lines>
        )}
      </Section>
      {version.doNotSay ? (
        <Section {...part} title={t('answers.doNotSay')}>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap' }}>
            {version.doNotSay}
          </Typography>
        </Section>
      ) : null}
      {version.keyMessages.length > 0 ? (
        <Section {...part} title={t('library.keyMessages')}>
          <Lines>
            {version.keyMessages.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </Lines>
        </Section>
      ) : null}
      {version.proofPoints.length > 0 ? (
        <Section {...part} title={t('answers.proofPoints')}>
          <Lines>
            {version.proofPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </Lines>
        </Section>
      ) : null}
      {wordings.length > 0 ? (
        <Section {...part} title={t('answers.wordings')}>
          <Lines>
            {wordings.map((wording, index) => (
              <li key={index}>{wording}</li>
            ))}
          </Lines>
        </Section>
      ) : null}
      <Section {...part} title={t('answers.use')}>
        <Facts
          facts={[
            [t('answers.levels'), words.levels(version)],
            [t('answers.strategy'), words.strategy(version)],
            [t('answers.sensitivity'), words.sensitivity(version)],
            [
              t('answers.topic'),
              version.topicId === null ? t('answers.noTopic') : words.topic(version.topicId),
            ],
            [t('answers.validity'), words.validity(version)],
          ]}
        />
      </Section>
    </Box>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2', display: 'grid', gap: 0.5 }}
    >
      {children}
    </Box>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' },
        columnGap: 2,
        rowGap: 0.5,
        typography: 'body2',
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
