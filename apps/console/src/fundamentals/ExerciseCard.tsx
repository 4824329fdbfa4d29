import GoIcon from '@mui/icons-material/ArrowForward';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { LessonProgress } from '#contract/fundamentals';
import type { Exercise } from '#rules/fundamentals';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useRealm } from '../shell/realm.js';

/** What to do in the real screens, where it begins, and whether the rows show it. */
export function ExerciseCard({
  exercise,
  progress,
}: {
  exercise: Exercise;
  progress: LessonProgress['exercise'];
}) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const { setRealm } = useRealm();
  return (
    <Section heading="h2" title={t('fundamentals.exercise')}>
      <Typography>{say(exercise.task)}</Typography>
      {progress.asked ? (
        <>
          <Box component="ol" sx={{ my: 1, pl: 3 }}>
            {exercise.steps.map((step) => (
              <Typography key={step.en} component="li" variant="body2">
                {say(step)}
              </Typography>
            ))}
          </Box>
          <Box role="status" sx={{ mb: 1.5 }}>
            {progress.doneAt ? (
              <Alert severity="success">
                {t('fundamentals.done', { date: format.dateTime(progress.doneAt) })}{' '}
                {progress.path ? (
                  <Link
                    component={RouterLink}
                    to={progress.path}
                    color="inherit"
                    onClick={() => setRealm('training')}
                  >
                    {t('fundamentals.openDone')}
                  </Link>
                ) : null}
              </Alert>
            ) : (
              <Alert severity="info">{t('fundamentals.waiting')}</Alert>
            )}
          </Box>
          <Button
            component={RouterLink}
            to={exercise.path}
            variant={progress.doneAt ? 'outlined' : 'contained'}
            endIcon={<GoIcon />}
            onClick={() => setRealm('training')}
          >
            {t('fundamentals.go')}
          </Button>
          {exercise.path.startsWith('/inbox') && !progress.doneAt ? (
            <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
              {t('fundamentals.nothingThere')}{' '}
              <Link component={RouterLink} to="/training">
                {t('shell.training')}
              </Link>
            </Typography>
          ) : null}
        </>
      ) : (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t('fundamentals.notAsked')}
        </Alert>
      )}
    </Section>
  );
}
