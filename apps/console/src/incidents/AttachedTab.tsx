import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { attach, detach, type IncidentDetail, readAttached, readStatements } from '#contract/crisis';
import { listMentions } from '#contract/mentions';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { authorName } from '../inbox/author-name.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

/** So many of the heaviest mentions of the topic are offered. */
const HEAVIEST = 5;

/** The mentions and escalations that matter most; the others are behind a link. */
export function AttachedTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const incidentId = incident.id;
  const reading = useEndpoint(readAttached, { params: { incidentId } });
  const touches = [...TOUCHED, readAttached, readStatements];
  const take = useChange(detach, { touches });
  const works = may('incidents.take_part') && incident.state !== 'closed';
  if (reading.error && !reading.data)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data) return <LoadingState rows={3} height={70} />;
  const { mentions, escalations } = reading.data;
  const takeOut = (kind: 'mention' | 'escalation', subjectId: string, label: string) =>
    works ? (
      <Button
        size="small"
        onClick={() => take.mutate({ params: { incidentId, kind, subjectId } })}
        aria-label={`${t('incidents.detach')}${t('common.colon')}${label.slice(0, 80)}`}
      >
        {t('incidents.detach')}
      </Button>
    ) : null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section
        heading="h2"
        title={t('incidents.attachedMentions')}
        action={
          <Link
            component={RouterLink}
            variant="body2"
            to={`/inbox?state=all&topicId=${incident.topic.id}&realm=${incident.realm}`}
          >
            {t('incidents.toTopic')}
          </Link>
        }
      >
        {mentions.length === 0 ? (
          <Typography variant="body2">{t('incidents.attachedNone')}</Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
            {mentions.map((mention) => (
              <Box component="li" key={mention.id} sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
                <LevelBadge level={mention.level ?? 0} compact />
                <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                  <strong>{authorName(mention.author) ?? t('inbox.unknownAuthor')}</strong> ·{' '}
                  <Link component={RouterLink} to={`/inbox/${mention.id}?state=all`}>
                    {mention.text}
                  </Link>
                </Typography>
                {takeOut('mention', mention.id, mention.text)}
              </Box>
            ))}
          </Box>
        )}
        <ProblemAlert error={take.error} sx={{ mt: 1 }} />
      </Section>
      {works ? <AttachMore incident={incident} known={mentions.map(({ id }) => id)} /> : null}
      <Section heading="h2" title={t('incidents.escalations')}>
        {escalations.length === 0 ? (
          <Typography variant="body2">{t('incidents.escalationsNone')}</Typography>
        ) : (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
            {escalations.map((one) => (
              <Box component="li" key={one.id} sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
                <LevelBadge level={one.level} compact />
                <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Link component={RouterLink} to={`/escalations/${one.id}?view=all`}>
                    {one.question}
                  </Link>{' '}
                  · {t(`incidents.escalationState.${one.state}` as 'incidents.escalationState.open')} ·{' '}
                  {format.dateTime(one.decidedAt ?? one.openedAt)}
                </Typography>
                {one.attached ? takeOut('escalation', one.id, one.question) : null}
              </Box>
            ))}
          </Box>
        )}
      </Section>
    </Box>
  );
}

/** Attaches the heaviest of the topic at once; any other one is attached where it is read. */
function AttachMore({ incident, known }: { incident: IncidentDetail; known: readonly string[] }) {
  const { t } = useTranslation();
  const heaviest = useEndpoint(listMentions, {
    query: { realm: incident.realm, topicId: [incident.topic.id], sort: 'urgent', limit: HEAVIEST },
  });
  const add = useChange(attach, { touches: [...TOUCHED, readAttached, readStatements] });
  const rest = (heaviest.data?.items ?? []).filter(({ id }) => !known.includes(id));
  const attachAll = async () => {
    for (const { id: subjectId } of rest)
      await add.mutateAsync({ params: { incidentId: incident.id, kind: 'mention', subjectId } });
  };
  return (
    <Section heading="h2" title={t('incidents.attach')}>
      <Typography variant="body2">{t('incidents.attachHint')}</Typography>
      {rest.length > 0 ? (
        <Button
          variant="outlined"
          loading={add.isPending}
          onClick={() => void attachAll().catch(() => undefined)}
          sx={{ mt: 1 }}
        >
          {t('incidents.attachHeaviest')}
        </Button>
      ) : null}
      <ProblemAlert error={add.error} sx={{ mt: 1 }} />
    </Section>
  );
}
