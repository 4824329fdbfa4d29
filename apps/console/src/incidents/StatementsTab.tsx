import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type IncidentDetail, readStatements, type Statements } from '#contract/crisis';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNow } from '../shared/use-now.js';
import { Coverage } from './Coverage.js';
import { CountDown } from './CountDown.js';
import { PostDialog } from './PostDialog.js';
import { PostsSection } from './PostsSection.js';
import { PublishDialog } from './PublishDialog.js';

type Ready = Statements['ready'][number];

/** The first public word: by when, with which approved words, where they are missing, and what has left. */
export function StatementsTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const may = useMay();
  const reading = useEndpoint(
    readStatements,
    { params: { incidentId: incident.id } },
    { refetchInterval: 60_000 },
  );
  const [publishing, setPublishing] = useState<Ready | null>(null);
  const [posting, setPosting] = useState<Ready | null>(null);
  const publishes = may('replies.send') && incident.state !== 'closed';
  if (reading.error && !reading.data)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data) return <LoadingState rows={3} height={90} />;
  const { dueAt, firstSentAt, ready, coverage, published } = reading.data;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Due dueAt={dueAt} firstSentAt={firstSentAt} />
      <Section heading="h2" title={t('incidents.ready')}>
        {ready.length === 0 ? (
          <Typography variant="body2">
            {t('incidents.readyNone')}{' '}
            {may('answers.write') ? (
              <Link component={RouterLink} to="/library/new">
                {t('incidents.writeOne')}
              </Link>
            ) : null}
          </Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
            {ready.map((statement) => (
              <Box
                component="li"
                key={statement.answerId}
                sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
              >
                <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
                  <Link component={RouterLink} to={`/library/${statement.answerId}`}>
                    {say(statement.question)}
                  </Link>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {format.list(statement.languages.map((code) => format.languageName(code)))} ·{' '}
                    {t(`vocabulary.strategy.${statement.strategy}`)}
                  </Typography>
                  {statement.fitsCluster ? null : (
                    <Typography variant="body2" sx={{ color: 'warning.main' }}>
                      {t('incidents.unfitting', {
                        strategy: t(`vocabulary.strategy.${statement.strategy}`),
                        cluster: t(`incidents.cluster.${incident.cluster}`),
                      })}
                    </Typography>
                  )}
                </Box>
                {publishes ? (
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                    <Button
                      variant="contained"
                      onClick={() => setPosting(statement)}
                      aria-label={`${t('incidents.post.prepare')}${t('common.colon')}${say(statement.question)}`}
                    >
                      {t('incidents.post.prepare')}
                    </Button>
                    <Button
                      variant="outlined"
                      onClick={() => setPublishing(statement)}
                      aria-label={`${t('incidents.prepare')}${t('common.colon')}${say(statement.question)}`}
                    >
                      {t('incidents.prepare')}
                    </Button>
                  </Box>
                ) : null}
              </Box>
            ))}
          </Box>
        )}
      </Section>
      <PostsSection incidentId={incident.id} />
      <Coverage coverage={coverage} />
      {published.length > 0 ? (
        <Section
          heading="h2"
          title={t('incidents.publishedTitle')}
          action={
            <Link component={RouterLink} to="/replies" variant="body2">
              {t('incidents.toReplies')}
            </Link>
          }
        >
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {published.map((one) => (
              <Typography component="li" variant="body2" key={`${one.answerId} ${one.state}`}>
                {say(one.question)} · {t(`reply.state.${one.state}`)} ·{' '}
                {t('incidents.publishedReplies', { count: one.replies })} · {format.dateTime(one.lastAt)}
              </Typography>
            ))}
          </Box>
        </Section>
      ) : null}
      {posting ? (
        <PostDialog
          incidentId={incident.id}
          statement={posting}
          title={say(posting.question)}
          onClose={() => setPosting(null)}
        />
      ) : null}
      {publishing ? (
        <PublishDialog
          incidentId={incident.id}
          answerId={publishing.answerId}
          title={say(publishing.question)}
          onClose={() => setPublishing(null)}
        />
      ) : null}
    </Box>
  );
}

function Due({ dueAt, firstSentAt }: Pick<Statements, 'dueAt' | 'firstSentAt'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (firstSentAt)
    return (
      <Alert severity="success">{t('incidents.statementOut', { time: format.dateTime(firstSentAt) })}</Alert>
    );
  if (!dueAt) return null;
  const late = Date.parse(dueAt) <= now;
  return (
    <Alert severity={late ? 'error' : 'warning'}>
      {t(late ? 'incidents.statementLate' : 'incidents.statementDue', { time: format.dateTime(dueAt) })}{' '}
      {late ? null : <CountDown instant={dueAt} />}
    </Alert>
  );
}
