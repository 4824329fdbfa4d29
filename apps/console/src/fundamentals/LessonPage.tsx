import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { beginLesson, type LessonProgress, listLessons, readLesson } from '#contract/fundamentals';
import { type Lesson, LESSONS } from '#rules/fundamentals';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { NotFoundPage } from '../shell/NotFoundPage.js';
import { ExerciseCard } from './ExerciseCard.js';
import { LessonLinks } from './LessonLinks.js';
import { LessonStateMark } from './LessonStateMark.js';
import { LessonText } from './LessonText.js';
import { QuestionForm } from './QuestionForm.js';

/** One lesson: read, check oneself, do it. */
export function LessonPage() {
  const { lesson: key } = useParams();
  const lesson = LESSONS.find((one) => one.key === key);
  return lesson ? <OpenLesson key={lesson.key} lesson={lesson} /> : <NotFoundPage />;
}

function OpenLesson({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const reading = useEndpoint(readLesson, { params: { lesson: lesson.key } });
  const next = LESSONS[LESSONS.indexOf(lesson) + 1];
  return (
    <PageBody>
      <Button component={RouterLink} to="/fundamentals" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('fundamentals.back')}
      </Button>
      <PageHeader
        title={say(lesson.title)}
        lead={`${say(lesson.summary)} · ${t('fundamentals.minutes', { count: lesson.minutes })}`}
        actions={reading.data ? <LessonStateMark state={reading.data.state} /> : null}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <LessonText lesson={lesson} />
        {reading.isPending ? <LoadingState rows={2} height={120} /> : null}
        {reading.error && !reading.data ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
        ) : null}
        {reading.data ? <Practice lesson={lesson} progress={reading.data} /> : null}
        <LessonLinks lesson={lesson.key} />
        {next ? (
          <Box>
            <Button component={RouterLink} to={`/fundamentals/${next.key}`}>
              {t('fundamentals.next', { title: say(next.title) })}
            </Button>
          </Box>
        ) : null}
      </Box>
    </PageBody>
  );
}

function Practice({ lesson, progress }: { lesson: Lesson; progress: LessonProgress }) {
  const { t } = useTranslation();
  const begin = useChange(beginLesson, { touches: [readLesson, listLessons] });
  if (progress.begunAt === null) {
    return (
      <Box>
        <ProblemAlert error={begin.error} sx={{ mb: 1 }} />
        <Button
          variant="contained"
          loading={begin.isPending}
          onClick={() => begin.mutate({ params: { lesson: lesson.key } })}
        >
          {t('fundamentals.begin')}
        </Button>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {t('fundamentals.beginHint')}
        </Typography>
      </Box>
    );
  }
  return (
    <>
      <Section heading="h2" title={t('fundamentals.questions')}>
        <Typography variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>
          {t('fundamentals.questionsLead')}
        </Typography>
        {lesson.questions.map((question) => (
          <QuestionForm
            key={question.key}
            lesson={lesson.key}
            question={question}
            given={progress.answers.find((one) => one.question === question.key)}
          />
        ))}
      </Section>
      <ExerciseCard exercise={lesson.exercise} progress={progress.exercise} />
    </>
  );
}
