import BackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { ANSWER_KINDS, createAnswer, listAnswers } from '#contract/answers';
import { useChange } from '../api/use-endpoint.js';
import { useNotify } from '../shared/Notices.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { EMPTY_CONTENT } from './answer-draft.js';
import { AnswerForm } from './AnswerForm.js';
import { UnsavedGuard } from './UnsavedGuard.js';
import { useAnswerForm, useContentErrors } from './use-answer-form.js';

/** The first draft of an answer. */
export function NewAnswerPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const form = useAnswerForm(EMPTY_CONTENT);
  const leaving = useRef(false);
  const [kind, setKind] = useState<(typeof ANSWER_KINDS)[number]>('answer');
  const create = useChange(createAnswer, {
    touches: [listAnswers],
    onDone: (answer) => {
      leaving.current = true;
      notify({ text: t('answers.saved') });
      void navigate(`/library/${answer.id}`);
    },
  });
  const errors = useContentErrors(create.error);
  return (
    <PageBody>
      <Button component={RouterLink} to="/library" startIcon={<BackIcon />} sx={{ mb: 1, ml: -1 }}>
        {t('answers.backToLibrary')}
      </Button>
      <UnsavedGuard unsaved={form.unsaved} leaving={leaving} />
      <PageHeader title={t('answers.newTitle')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: { kind, content: form.toSave } });
        }}
      >
        <TextField
          select
          label={t('answers.kind')}
          value={kind}
          sx={{ mb: 2, minWidth: 240 }}
          onChange={({ target }) => setKind(ANSWER_KINDS.find((one) => one === target.value) ?? 'answer')}
        >
          {ANSWER_KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`vocabulary.answerKind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <AnswerForm content={form.content} onChange={form.setContent} errors={errors} />
        <ProblemAlert error={create.error} sx={{ mt: 2 }} />
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 2 }}>
          <Button component={RouterLink} to="/library">
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={create.isPending} disabled={!form.canSave}>
            {t('answers.saveDraft')}
          </Button>
        </Box>
      </form>
    </PageBody>
  );
}
