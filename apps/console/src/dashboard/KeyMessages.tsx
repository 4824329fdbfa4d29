import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { readMessageOverview } from '#contract/messages';
import type { Realm, ResponseOf } from '#platform/contract';
import { Section } from '../inbox/Section.js';
import { MessageFigureRows } from '../messages/MessageFigureRows.js';

/** Which messages the replies carried and the public took up, of the organisation and of each topic. */
export function KeyMessages({
  overview,
  realm,
  until,
}: {
  overview: ResponseOf<typeof readMessageOverview>;
  realm: Realm;
  until: string;
}) {
  const { t } = useTranslation();
  const shown = overview.items.filter(({ figures }) => figures.length > 0);
  return (
    <Section heading="h2" title={t('keyMessages.overview')}>
      {shown.length === 0 ? (
        <Typography variant="body2">
          {t('keyMessages.noFigures')}. {t('keyMessages.noFiguresText')}
        </Typography>
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
          {t('keyMessages.overviewText')} {t('keyMessages.explained')}
        </Typography>
      )}
      {shown.map(({ topic, figures }) => (
        <Box
          key={topic?.id ?? ''}
          component="section"
          aria-label={topic?.name ?? t('keyMessages.organisation')}
          sx={{ display: 'grid', gap: 1.5, mb: 2 }}
        >
          <Typography variant="h3">
            {topic ? (
              <Link component={RouterLink} to={`/topics/${topic.id}?realm=${realm}`}>
                {topic.name}
              </Link>
            ) : (
              <Link component={RouterLink} to="/messages">
                {t('keyMessages.organisation')}
              </Link>
            )}
          </Typography>
          <MessageFigureRows figures={figures} topicId={topic?.id ?? null} realm={realm} until={until} />
        </Box>
      ))}
      {overview.more > 0 ? (
        <Typography variant="body2">{t('keyMessages.overviewMore', { count: overview.more })}</Typography>
      ) : null}
    </Section>
  );
}
