import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { LevelDetail } from '#contract/levels';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { levelColour } from '../theme/levels.js';
import { inboxAddress } from './inbox-address.js';

/** Why a topic stands where it does: severity and every factor, with its figures and its points. */
export function WhyTopicLevel({ detail }: { detail: LevelDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { score, level, topic } = detail;
  const colour = levelColour(level, 'solid');
  const points = (value: number) =>
    t('levels.points', { points: format.number(Math.round(value * 10) / 10) });
  return (
    <Section heading="h2" title={t('levels.why')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <LevelBadge level={level} />
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {t('levels.score', { score: format.number(Math.round(score.score)) })}
        </Typography>
        <Link
          component={RouterLink}
          variant="body2"
          to={inboxAddress(topic.id, { from: detail.from, to: detail.at })}
        >
          {t('levels.counted', { count: score.mentions, number: format.number(score.mentions) })}
        </Link>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('levels.distinct', { count: score.distinct, number: format.number(score.distinct) })}
        </Typography>
      </Box>
      {score.mentionId === null ? (
        <Typography variant="body2">{t('levels.severityNone')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          <Row
            name={t('levels.severity')}
            points={points(score.severityPoints)}
            share={score.severity / 100}
            colour={colour}
          >
            {t('levels.severityOf', { severity: format.number(score.severity) })}{' '}
            <Link component={RouterLink} to={`/inbox/${score.mentionId}?state=all`}>
              {t('levels.openMention')}
            </Link>
          </Row>
          {score.factors.map(({ factor, value, points: given, evidence, stakeholders = [] }) => (
            <Row
              key={factor}
              name={t(`levels.factor.${factor}`)}
              points={points(given)}
              share={value}
              colour={colour}
            >
              {t(`levels.evidence.${factor}`, {
                ...Object.fromEntries(
                  Object.entries(evidence).map(([name, figure]) => [name, format.number(figure)]),
                ),
                share: format.percent(evidence['distinctShare'] ?? 1),
              })}
              {stakeholders.map(({ id, name }, place) => (
                <span key={id}>
                  {place === 0 ? t('levels.named') : ', '}
                  <Link component={RouterLink} to={`/stakeholders/${id}`}>
                    {name}
                  </Link>
                </span>
              ))}
            </Row>
          ))}
        </Box>
      )}
      {score.ceiling === null ? null : (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('levels.ceiling', { score: format.number(Math.floor(score.ceiling)) })}
        </Typography>
      )}
    </Section>
  );
}

interface RowProps {
  name: string;
  points: string;
  /** 0-1. */
  share: number;
  colour: string;
  children: React.ReactNode;
}

function Row({ name, points, share, colour, children }: RowProps) {
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.25 }}>
      <Box sx={{ display: 'flex', gap: 1, typography: 'body2' }}>
        <Box component="span" sx={{ flex: 1, fontWeight: 600 }}>
          {name}
        </Box>
        <span>{points}</span>
      </Box>
      <Box aria-hidden="true" sx={{ height: 6, borderRadius: 1, bgcolor: 'action.hover' }}>
        <Box sx={{ height: 6, borderRadius: 1, width: `${Math.round(share * 100)}%`, bgcolor: colour }} />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {children}
      </Typography>
    </Box>
  );
}
