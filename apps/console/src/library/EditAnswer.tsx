import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type AnswerDetail, listAnswers, readAnswer, saveDraft, submitVersion } from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useNotify } from '../shared/Notices.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { contentOf, EMPTY_CONTENT } from './answer-draft.js';
import { AnswerForm } from './AnswerForm.js';
import { UnsavedGuard } from './UnsavedGuard.js';
import { useAnswerForm, useContentErrors } from './use-answer-form.js';

/** Writing on: the draft, or the next version of an answer that has none. */
export function EditAnswer({ answer }: { answer: AnswerDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const [newest] = answer.versions;
  const form = useAnswerForm(newest ? contentOf(newest) : EMPTY_CONTENT);
  const [revision, setRevision] = useState(newest?.state === 'draft' ? newest.revision : undefined);
  const leaving = useRef(false);
  const touches = [listAnswers, readAnswer];
  const submit = useChange(submitVersion, {
    touches,
    onDone: () => {
      leaving.current = true;
      notify({ text: t('answers.submitted') });
      void navigate(`/library/${answer.id}`);
    },
  });
  const save = useChange(saveDraft, {
    touches,
    onDone: (saved) => {
      setRevision(saved.versions[0]?.revision);
      form.markSaved();
    },
  });
  const errors = useContentErrors(save.error ?? submit.error);
  const body = { content: form.toSave, revision };
  const params = { answerId: answer.id };
  const saveOnly = () =>
    save.mutate({ params, body }, { onSuccess: () => notify({ text: t('answers.saved') }) });
  const saveAndSubmit = () =>
    save.mutate(
      { params, body },
      {
        onSuccess: (saved) => {
          const number = saved.versions[0]?.number;
          if (number !== undefined) submit.mutate({ params: { ...params, number } });
        },
      },
    );
  const busy = save.isPending || submit.isPending;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) saveOnly();
      }}
    >
      <UnsavedGuard unsaved={form.unsaved} leaving={leaving} />
      <PageHeader title={t('answers.editTitle')} />
      <AnswerForm content={form.content} onChange={form.setContent} errors={errors} />
      {form.openPoints.length > 0 ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('answers.checkTitle')}
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
            {form.openPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <ProblemAlert error={save.error ?? submit.error} sx={{ mt: 2 }} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end', mt: 2 }}>
        <Button onClick={() => void navigate(`/library/${answer.id}`)}>{t('common.cancel')}</Button>
        <Button type="submit" variant="outlined" loading={busy} disabled={!form.canSave}>
          {t('answers.saveDraft')}
        </Button>
        <Button variant="contained" loading={busy} disabled={!form.complete} onClick={saveAndSubmit}>
          {t('answers.submit')}
        </Button>
      </Box>
    </form>
  );
}
