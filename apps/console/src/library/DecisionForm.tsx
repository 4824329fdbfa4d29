import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface DecisionFormProps {
  /** Departments of mine that have not decided. */
  departmentIds: readonly string[];
  busy: boolean;
  error: Error | null;
  onDecide: (
    decision: {
      departmentId: string;
      decision: 'approved' | 'refused';
      comment: string | undefined;
    },
    done: () => void,
  ) => void;
}

/** Approve or refuse, for one department after the other, with a word on it. */
export function DecisionForm({ departmentIds, busy, error, onDecide }: DecisionFormProps) {
  const { t } = useTranslation();
  const departmentName = useDepartmentName();
  const [comment, setComment] = useState('');
  const errors = useFieldErrors(error);
  const decide = (departmentId: string, decision: 'approved' | 'refused') =>
    onDecide({ departmentId, decision, comment: comment.trim() || undefined }, () => setComment(''));
  return (
    <Box
      sx={{
        display: 'grid',
        gap: { xs: 1, md: 1.5 },
        borderStyle: 'solid',
        borderColor: 'primary.main',
        // On a phone it lies along the lower edge.
        borderWidth: { xs: '2px 0 0', md: 2 },
        borderRadius: { xs: 0, md: 1 },
        px: 2,
        py: { xs: 1.25, md: 2 },
        bgcolor: 'background.paper',
      }}
    >
      <TextField
        multiline
        minRows={1}
        maxRows={6}
        label={t('answers.comment')}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        error={Boolean(errors['comment'])}
        helperText={errors['comment'] ?? t('answers.commentHint')}
        slotProps={{
          htmlInput: { maxLength: 2000 },
          formHelperText: { sx: { display: { xs: errors['comment'] ? 'block' : 'none', md: 'block' } } },
        }}
      />
      {departmentIds.map((departmentId) => (
        <Box key={departmentId} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ flex: { xs: '1 1 100%', sm: '1 1 160px' }, fontWeight: 600 }}>
            {t('answers.decideFor', { department: departmentName(departmentId) })}
          </Typography>
          <Button
            variant="outlined"
            color="error"
            disabled={busy}
            onClick={() => decide(departmentId, 'refused')}
            sx={{ flex: { xs: 1, sm: 'none' } }}
          >
            {t('answers.refuse')}
          </Button>
          <Button
            variant="contained"
            loading={busy}
            onClick={() => decide(departmentId, 'approved')}
            sx={{ flex: { xs: 1, sm: 'none' } }}
          >
            {t('answers.approve')}
          </Button>
        </Box>
      ))}
      <ProblemAlert error={error} shownFields={['comment']} />
    </Box>
  );
}
