import CertificateIcon from '@mui/icons-material/WorkspacePremium';
import TeamIcon from '@mui/icons-material/Groups';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type LessonProgress, listLessons } from '#contract/fundamentals';
import { lessonOf } from '#rules/fundamentals';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { LessonStateMark } from './LessonStateMark.js';
import { SuggestedLessons } from './SuggestedLessons.js';

/** The training path: what there is, how far one is, and what would do one good. */
export function LessonsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listLessons, {});
  return (
    <PageBody>
      <PageHeader
        title={t('fundamentals.title')}
        lead={t('fundamentals.lead')}
        actions={
          <>
            {may('training.follow') ? (
              <Button component={RouterLink} to="/fundamentals/team" startIcon={<TeamIcon />}>
                {t('fundamentals.team')}
              </Button>
            ) : null}
            <Button
              component={RouterLink}
              to="/fundamentals/certificate"
              variant="outlined"
              startIcon={<CertificateIcon />}
            >
              {t('fundamentals.certificate')}
            </Button>
          </>
        }
      />
      {reading.isPending ? <LoadingState rows={7} height={76} /> : null}
      {reading.error && !reading.data ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.data ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {reading.data.completedAt ? (
            <Alert severity="success">
              {t('fundamentals.pathDone')}{' '}
              <Link component={RouterLink} to="/fundamentals/certificate" color="inherit">
                {t('fundamentals.toCertificate')}
              </Link>
            </Alert>
          ) : null}
          <SuggestedLessons items={reading.data.items} />
          <Paper
            variant="outlined"
            component="ol"
            aria-label={t('fundamentals.lessons')}
            sx={{ m: 0, px: 2, py: 0, listStyle: 'none' }}
          >
            {reading.data.items.map((progress, index) => (
              <LessonRow key={progress.lesson} progress={progress} number={index + 1} />
            ))}
          </Paper>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('fundamentals.seen')}
          </Typography>
        </Box>
      ) : null}
    </PageBody>
  );
}

function LessonRow({ progress, number }: { progress: LessonProgress; number: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const lesson = lessonOf(progress.lesson);
  const right = progress.answers.filter(({ rightAt }) => rightAt !== null).length;
  const begun = [
    t('fundamentals.questionsRight', { count: right, total: lesson.questions.length }),
    ...(progress.exercise.asked
      ? [t(progress.exercise.doneAt ? 'fundamentals.exerciseDone' : 'fundamentals.exerciseOpen')]
      : []),
  ].join(' · ');
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1.5 },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography variant="h3" component="h2">
          {number}.{' '}
          <Link component={RouterLink} to={`/fundamentals/${lesson.key}`}>
            {say(lesson.title)}
          </Link>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {say(lesson.summary)}
        </Typography>
      </Box>
      <Typography variant="body2" component="div" sx={{ flex: '0 1 auto', minWidth: { sm: 220 } }}>
        <LessonStateMark state={progress.state} />
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {progress.state === 'untouched'
            ? t('fundamentals.minutes', { count: lesson.minutes })
            : progress.completedAt
              ? t('fundamentals.completedOn', { date: format.date(progress.completedAt) })
              : begun}
        </Typography>
      </Typography>
    </Box>
  );
}
