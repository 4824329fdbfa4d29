import BackIcon from '@mui/icons-material/ArrowBack';
import CertificateIcon from '@mui/icons-material/WorkspacePremium';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type LessonProgress, listLessons } from '#contract/fundamentals';
import { readWorkspace } from '#contract/identity';
import { lessonOf } from '#rules/fundamentals';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useSession } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';

/** Who completed the path, and when; in the language of the reader. */
export function CertificatePage() {
  const { t } = useTranslation();
  const reading = useEndpoint(listLessons, {});
  const completedAt = reading.data?.completedAt ?? null;
  const missing = reading.data?.items.filter(({ state }) => state !== 'completed').length ?? 0;
  return (
    <PageBody>
      <Box className="no-print">
        <Button component={RouterLink} to="/fundamentals" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
          {t('fundamentals.back')}
        </Button>
        <PageHeader
          title={t('fundamentals.certificate')}
          lead={t('fundamentals.certificateLead')}
          actions={
            completedAt ? (
              <Button variant="contained" onClick={() => window.print()}>
                {t('fundamentals.print')}
              </Button>
            ) : null
          }
        />
      </Box>
      {reading.isPending ? <LoadingState rows={1} height={360} /> : null}
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.data && completedAt === null ? (
        <EmptyState
          icon={<CertificateIcon fontSize="inherit" />}
          title={t('fundamentals.notYet')}
          text={t('fundamentals.notYetText', { count: missing })}
          action={
            <Button component={RouterLink} to="/fundamentals" variant="contained">
              {t('fundamentals.toLessons')}
            </Button>
          }
        />
      ) : null}
      {reading.data && completedAt !== null ? (
        <Certificate items={reading.data.items} completedAt={completedAt} />
      ) : null}
    </PageBody>
  );
}

function Certificate({ items, completedAt }: { items: readonly LessonProgress[]; completedAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const { person } = useSession();
  const workspace = useEndpoint(readWorkspace, {}, { staleTime: Infinity });
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-label={t('fundamentals.certificateHeading')}
      sx={{ p: { xs: 2, sm: 5 }, borderWidth: 2, borderColor: 'primary.main', textAlign: 'center' }}
    >
      <Box aria-hidden="true" sx={{ color: 'primary.main', fontSize: 56, lineHeight: 0 }}>
        <CertificateIcon fontSize="inherit" />
      </Box>
      <Typography variant="h2" sx={{ fontSize: '1.5rem', mt: 1, mb: 3 }}>
        {t('fundamentals.certificateHeading')}
      </Typography>
      <Typography>{t('fundamentals.certificateFor')}</Typography>
      <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, my: 1, overflowWrap: 'anywhere' }}>
        {person.name}
      </Typography>
      <Typography>
        {t('fundamentals.certificateText', {
          workspace: workspace.data?.name ?? 'Passerelle',
          date: format.date(completedAt),
        })}
      </Typography>
      <Typography variant="h3" sx={{ mt: 4, mb: 1 }}>
        {t('fundamentals.certificateLessons')}
      </Typography>
      <Box component="ul" sx={{ display: 'inline-block', textAlign: 'left', m: 0, pl: 2.5 }}>
        {items.map(({ lesson, exercise, completedAt: at }) => (
          <Typography key={lesson} component="li" variant="body2" sx={{ mb: 0.75 }}>
            <strong>{say(lessonOf(lesson).title)}</strong>
            {at ? ` · ${format.date(at)}` : ''}
            <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
              {t(exercise.asked ? 'fundamentals.withExercise' : 'fundamentals.withoutExercise')}
            </Box>
          </Typography>
        ))}
      </Box>
    </Paper>
  );
}
