import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MentionSummary } from '#contract/mentions';
import { askForAnswer, findSimilar } from '#contract/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNotify } from '../shared/Notices.js';
import { SimilarMentions } from './SimilarMentions.js';
import { TOUCHED } from './touched.js';

interface AskDialogProps {
  mention: MentionSummary;
  onClose: () => void;
}

/** Asks departments for an answer that the library does not have, with the mentions that ask the same. */
export function AskDialog({ mention, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const name = useDepartmentName();
  const departments = useDepartments().data?.items ?? [];
  const similar = useEndpoint(findSimilar, { params: { mentionId: mention.id }, query: {} });
  const [question, setQuestion] = useState('');
  const [departmentIds, setDepartmentIds] = useState<readonly string[]>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>();
  const joins = mention.request?.standing === 'attached';
  const asked = useChange(askForAnswer, {
    touches: [...TOUCHED, findSimilar],
    onDone: ({ request, joined }) => {
      notify({
        text: t(joined ? 'requests.joined' : 'requests.asked', { count: request.mentions.attached }),
        action: { label: t('requests.show'), run: () => void navigate(`/requests/${request.id}`) },
      });
      onClose();
    },
  });
  const errors = useFieldErrors(asked.error);
  const items = similar.data?.items ?? [];
  const chosenDepartments = departmentIds ?? similar.data?.departmentIds ?? [];
  const taken = ticked ?? new Set(items.filter((item) => item.ticked).map((item) => item.mention.id));
  return (
    <ConfirmDialog
      open
      title={t('requests.askTitle')}
      confirm={t('requests.ask')}
      busy={asked.isPending}
      disabled={question.trim() === '' || chosenDepartments.length === 0}
      error={asked.error}
      onConfirm={() =>
        asked.mutate({
          body: {
            mentionId: mention.id,
            departmentIds: [...chosenDepartments],
            question,
            similarMentionIds: [...taken],
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {joins ? <Alert severity="info">{t('requests.joins')}</Alert> : null}
        <TextField
          autoFocus
          multiline
          minRows={3}
          label={t('requests.question')}
          helperText={errors['question'] ?? t('requests.questionHint')}
          error={errors['question'] !== undefined}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
        <Autocomplete
          multiple
          disableCloseOnSelect
          size="small"
          options={departments.map(({ id }) => id)}
          value={[...chosenDepartments]}
          getOptionLabel={name}
          onChange={(_, ids) => setDepartmentIds(ids)}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t('requests.departments')}
              helperText={t('requests.departmentsHint')}
            />
          )}
        />
        {similar.isPending ? <LoadingState rows={2} height={48} /> : null}
        {items.length > 0 ? (
          <SimilarMentions
            items={items}
            ticked={taken}
            onTick={(id) => {
              const next = new Set(taken);
              if (!next.delete(id)) next.add(id);
              setTicked(next);
            }}
          />
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}
