import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerQuestion, type LessonProgress, listLessons, readLesson } from '#contract/fundamentals';
import type { LessonKey, Question } from '#rules/fundamentals';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface QuestionFormProps {
  lesson: LessonKey;
  question: Question;
  /** The last answer given, if there is one. */
  given: LessonProgress['answers'][number] | undefined;
}

/** One question: choose, check, read why. */
export function QuestionForm({ lesson, question, given }: QuestionFormProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const [chosen, setChosen] = useState(given?.option ?? '');
  const answer = useChange(answerQuestion, { touches: [readLesson, listLessons] });
  const checked = given?.option === chosen ? question.options.find(({ key }) => key === chosen) : undefined;
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === '') return;
        answer.mutate({ params: { lesson }, body: { question: question.key, option: chosen } });
      }}
      sx={{ mb: 2.5 }}
    >
      <FormControl component="fieldset">
        <FormLabel component="legend" sx={{ color: 'text.primary', fontWeight: 600 }}>
          {say(question.text)}
        </FormLabel>
        <RadioGroup value={chosen} onChange={(_, value) => setChosen(value)}>
          {question.options.map(({ key, text }) => (
            <FormControlLabel
              key={key}
              value={key}
              control={<Radio size="small" />}
              label={say(text)}
              sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: 0.75 } }}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <Box role="status">
        {checked ? (
          <Alert severity={checked.right ? 'success' : 'warning'} sx={{ my: 1 }}>
            <strong>{t(checked.right ? 'fundamentals.right' : 'fundamentals.wrong')}</strong>{' '}
            {say(checked.why)}
            {!checked.right && given?.rightAt ? ` ${t('fundamentals.wasRight')}` : ''}
          </Alert>
        ) : null}
      </Box>
      <ProblemAlert error={answer.error} sx={{ mb: 1 }} />
      <Button
        type="submit"
        variant="outlined"
        size="small"
        disabled={chosen === '' || checked !== undefined}
        loading={answer.isPending}
        aria-label={t('fundamentals.checkOf', { question: say(question.text) })}
      >
        {t('fundamentals.check')}
      </Button>
    </Box>
  );
}
