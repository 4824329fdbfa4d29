import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decideMessages,
  listMessageSets,
  listOfferedMessages,
  type MessageSet,
  type MessageVersion,
  readMessageFigures,
  readMessageGaps,
  readMessageSet,
} from '#contract/messages';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { departmentsToDecide } from '../library/departments-to-decide.js';
import { useSession } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Approve or refuse for each department of mine that has not decided. Nobody decides on their own words. */
export function DecideMessages({ set, version }: { set: Pick<MessageSet, 'id'>; version: MessageVersion }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const departmentName = useDepartmentName();
  const { person, permissions } = useSession();
  const [comment, setComment] = useState('');
  const decide = useChange(decideMessages, {
    touches: [listMessageSets, readMessageSet, listOfferedMessages, readMessageFigures, readMessageGaps],
    onDone: (_, { body }) => {
      setComment('');
      notify({ text: t(`answers.decided.${body.decision}`) });
    },
  });
  const errors = useFieldErrors(decide.error);
  const mine = departmentsToDecide(version, person.departmentIds);
  if (!permissions.includes('answers.approve') || mine.length === 0) return null;
  if (version.author.id === person.id || version.editorIds.includes(person.id)) {
    return <Alert severity="info">{t('answers.ownWords')}</Alert>;
  }
  const run = (departmentId: string, decision: 'approved' | 'refused') =>
    decide.mutate({
      params: { setId: set.id, number: version.number },
      body: {
        departmentId,
        decision,
        comment: comment.trim() || undefined,
        contentHash: version.contentHash ?? undefined,
      },
    });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        border: 2,
        borderColor: 'primary.main',
        borderRadius: 1,
        p: 2,
        bgcolor: 'background.paper',
      }}
    >
      <TextField
        multiline
        minRows={2}
        label={t('answers.comment')}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        error={Boolean(errors['comment'])}
        helperText={errors['comment'] ?? t('answers.commentHint')}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {mine.map((departmentId) => (
        <Box key={departmentId} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ flex: '1 1 160px', fontWeight: 600 }}>
            {t('answers.decideFor', { department: departmentName(departmentId) })}
          </Typography>
          <Button
            variant="outlined"
            color="error"
            disabled={decide.isPending}
            onClick={() => run(departmentId, 'refused')}
          >
            {t('answers.refuse')}
          </Button>
          <Button
            variant="contained"
            loading={decide.isPending}
            onClick={() => run(departmentId, 'approved')}
          >
            {t('answers.approve')}
          </Button>
        </Box>
      ))}
      <ProblemAlert error={decide.error} shownFields={['comment']} />
    </Box>
  );
}
